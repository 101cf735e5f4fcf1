import { msOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import { leftTrace } from './states'
import type { Channel, Complainant, Complaint } from './types'

/** One person of a matter, in the order in which they came: the first complainant, then 其他投诉人. */
export interface Voice {
  /** '' for the first complainant. */
  id: string
  complainant: Complainant
  channel: Channel
  saidAt: Instant
  words: string
  /** Answers the record had before this person spoke. */
  answersBefore: number
}

type Matter = Pick<Complaint, 'intake' | 'others'>

/** Everybody who brought the matter, the first complainant first. */
export function voicesOf({ intake, others }: Matter): Voice[] {
  const { complainant, channel, registeredAt, content } = intake
  return [{ id: '', complainant, channel, saidAt: registeredAt, words: content, answersBefore: 0 }, ...others]
}

/** Ids of the households of everybody who brought the matter, each once. */
export function unitIdsOf(record: Matter): string[] {
  return [...new Set(voicesOf(record).flatMap(({ complainant }) => complainant.unitId ?? []))]
}

/** Those who can be answered, each person once though they came by several channels. */
export function reachable(voices: readonly Voice[]): Voice[] {
  const seen = new Set<string>()
  return voices.filter(({ complainant }) => {
    const key = personKey(complainant)
    if (!leftTrace(complainant) || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/**
 * Who still waits for an 答复: a person who was added after the last answer waits for one of their own. Nobody is
 * dropped because the matter was somebody else's first (domain 5).
 */
export function waitingForAnswer(record: Matter & Pick<Complaint, 'answers'>): Voice[] {
  return reachable(voicesOf(record).filter(({ answersBefore }) => record.answers.length <= answersBefore))
}

/** Whether an 答复 is owed to anybody. */
export function answerOwed(record: Matter & Pick<Complaint, 'answers'>): boolean {
  return waitingForAnswer(record).length > 0
}

/**
 * When whoever has waited longest for an 答复 spoke, 受理 at the earliest: the reply period runs from there; null where
 * none is owed.
 */
export function waitingSince(record: Matter & Pick<Complaint, 'answers'>): Instant | null {
  const { registeredAt } = record.intake
  const said = waitingForAnswer(record).map(({ saidAt }) => saidAt)
  const [first] = said.toSorted((a, b) => msOf(a) - msOf(b))
  if (first === undefined) return null
  return msOf(first) < msOf(registeredAt) ? registeredAt : first
}

function personKey({ personId, name, phone, unitCode }: Complainant): string {
  return personId ?? [name, phone || unitCode].join('\n')
}
