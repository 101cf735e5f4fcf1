import fc from 'fast-check'
import { instantFromMs, msOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import { monthSpan } from '../../util/months'
import { registered } from './testing'
import type { Complaint } from './types'

/** Generated histories of complaints for property tests; the product never imports this file. */

/** How a generated matter goes: a chain of 重复投诉 whose last record goes on, or ends in one of three ways. */
export interface Story {
  /** ms after the first moment of 2026. */
  begin: number
  /** ms from the begin of each record of the chain to its 不满意; the last record has none. */
  repeats: number[]
  end: 'open' | 'closed' | 'void' | 'joined'
  /** ms that the last record lasted. */
  lasted: number
}

/** ms of the first moment of the histories. */
export const FIRST = msOf(monthSpan('2026-01').from)
const DAY = 86_400_000
const BLANK = registered()
/** See `Story`: 2026, with ends into the next year. */
export const aStory: fc.Arbitrary<Story> = fc.record({
  begin: fc.integer({ min: 0, max: 300 * DAY }),
  repeats: fc.array(fc.integer({ min: 1, max: 40 * DAY }), { maxLength: 3 }),
  end: fc.constantFrom('open', 'closed', 'void', 'joined'),
  lasted: fc.integer({ min: 1, max: 70 * DAY }),
})

/** The records of a story, as the commands leave them behind; `nth` tells stories apart. */
export function recordsOf({ begin, repeats, end, lasted }: Story, nth: number): Complaint[] {
  const idOf = (link: number) => `m${nth}-${link}`
  let at = FIRST + begin
  return [...repeats, lasted].map((length, link) => {
    const [from, until] = [instantFromMs(at), instantFromMs(at + length)]
    at += length
    const last = link === repeats.length
    const before = link === 0 ? [] : [linkTo(idOf(link - 1))]
    const record: Complaint = {
      ...BLANK,
      id: idOf(link),
      number: idOf(link),
      intake: { ...BLANK.intake, registeredAt: from },
      repeatOf: link === 0 ? null : idOf(link - 1),
      links: last ? before : [...before, linkTo(idOf(link + 1))],
    }
    return last ? ended(record, end, until) : { ...record, state: 'closed', closedAt: until }
  })
}

function linkTo(id: string) {
  return { table: 'complaints', id, number: id, relation: 'repeat' as const }
}

function ended(record: Complaint, end: Story['end'], at: Instant): Complaint {
  if (end === 'open') return record
  if (end === 'void') return { ...record, state: 'void', void: { reason: '误登', at, by: '周主管' } }
  return { ...record, state: 'closed', closedAt: at, joinedInto: end === 'joined' ? 'another' : null }
}

/** Books of several matters, the records of each together. */
export const histories = fc
  .array(aStory, { maxLength: 12 })
  .map((stories) => stories.map((story, nth) => recordsOf(story, nth)))
