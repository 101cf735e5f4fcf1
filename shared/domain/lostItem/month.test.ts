import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDayOf, endOfCivilDay, instantOf, shiftDay } from '../../util/civilTime'
import * as reports from '../lostReport/commands'
import { lostReportMonth } from '../lostReport/month'
import { opened } from '../lostReport/testing'
import { figureOf, monthViewOf, spreadOf } from '../month/testing'
import { finishCount, startCount, tick } from '../shelfCount/count'
import type { ShelfCount } from '../shelfCount/types'
import * as commands from './commands'
import { lostItemMonth } from './month'
import { lostItemMonthFacts } from './monthFacts'
import { accepted, contextAt, expiredAt, OPINION, showing, stated, stored, worth } from './testing'
import type { LostItem, LostItemIntake } from './types'

const MARCH = '2026-03'

function numbered(seq: number, record: LostItem): LostItem {
  return { ...record, id: `s${seq}`, number: `客服-SW-2026-000${seq}`, seq }
}

const handedIn = (day: string, change: Partial<LostItemIntake> = {}) =>
  stored({ handedInAt: instantOf(day, '09:00'), foundAt: null, ...change })

function claimed(): LostItem {
  const record = stated()
  return accepted(
    commands.claim(record, showing(record), contextAt(instantOf('2026-03-10', '10:10'), 'clerk')),
  )
}

function handedOver(at: string): LostItem {
  const record = handedIn('2026-03-09', { category: 'document' })
  const input = {
    target: 'police',
    office: '派出所',
    takenBy: '民警',
    receipt: '回执1',
    at,
    words: '',
    handledBy: '',
  } as const
  return accepted(commands.handOver(record, input, contextAt(at, 'clerk')))
}

function counted(items: LostItem[], seen: LostItem[], day = '2026-03-20'): ShelfCount {
  const ctx = contextAt(instantOf(day, '16:00'), 'clerk')
  const begun = accepted(startCount({ items, open: false }, ctx))
  const ticked = seen.reduce((count, item) => accepted(tick(count, { item, way: 'hand' }, ctx)), begun)
  const kept = new Set(items.map(({ id }) => id))
  return accepted(finishCount(ticked, { words: '正在查找', kept }, ctx))
}

/** Numbers behind each line that has any, by their last digit. */
function found(books: { lostItems: LostItem[]; shelfCounts?: ShelfCount[] }, month = MARCH, now?: string) {
  const lines = lostItemMonth.checks(monthViewOf(month, books, now ? { now } : {}))
  const shown = lines.filter(({ findings }) => findings.length > 0)
  return Object.fromEntries(
    shown.map(({ key, findings }) => [key, findings.map(({ number }) => number.slice(-1))]),
  )
}

describe('found items of a month in figures (domain 6, 12)', () => {
  const books = {
    lostItems: [
      numbered(1, handedIn('2026-02-10')),
      numbered(2, claimed()),
      numbered(3, handedOver(instantOf('2026-03-09', '15:00'))),
      numbered(4, handedIn('2026-03-31', { estimate: worth(100) })),
      numbered(5, handedIn('2026-03-31', { estimate: worth(100.01) })),
      numbered(6, handedOver(instantOf('2026-04-02', '09:00'))),
      numbered(7, handedIn('2026-04-01')),
    ],
  }
  const said = lostItemMonth.figures(monthViewOf(MARCH, books))

  it('add up from what lay here to what lies here', () => {
    expect(said.carryOver).toMatchObject({ carriedIn: 1, added: 5, completed: 2, carriedOut: 4 })
    const values = ['added', 'claimed', 'handedOver', 'disposed', 'kept'].map(
      (key) => figureOf(said, `lostItem.${key}`).value,
    )
    expect(values).toEqual([5, 1, 1, 0, 4])
  })

  it('take the claimed from all that could be claimed', () => {
    expect(figureOf(said, 'lostItem.claimRate')).toMatchObject({ value: 1, denominator: 6 })
  })

  it('part what came in at exactly 100 元', () => {
    expect(spreadOf(said, 'lostItem.value')).toEqual({ over100: 4, upTo100: 1 })
  })

  // Reckoned at the last moment of March: what is so old on the 31st is so still, a day earlier it is older.
  it.each([
    ['2026-03-01', 'upTo1Month'],
    ['2026-02-28', 'upTo3Months'],
    ['2026-01-01', 'upTo3Months'],
    ['2025-12-31', 'upTo1Year'],
    ['2025-04-01', 'upTo1Year'],
    ['2025-03-31', 'over1Year'],
  ])('call what came on %s %s at the end of March', (day, age) => {
    const view = monthViewOf(MARCH, { lostItems: [handedIn(day)] }, { now: instantOf('2026-04-05') })
    expect(spreadOf(lostItemMonth.figures(view), 'lostItem.ageing')).toEqual({ [age]: 1 })
  })

  it('count 寻物 apart', () => {
    const at = instantOf('2026-03-15', '10:00')
    const ended = (record: ReturnType<typeof opened>) =>
      accepted(reports.close(record, { words: '不找了', at }, contextAt(at, 'clerk')))
    const lostReports = [opened(), ended({ ...opened(), id: 'x2' }), { ...opened(), id: 'x3' }]
    const figures = lostReportMonth.figures(monthViewOf(MARCH, { lostReports }))
    expect(['added', 'found', 'closed'].map((key) => figureOf(figures, `lostReport.${key}`).value)).toEqual([
      3, 0, 1,
    ])
    expect(figures.carryOver).toMatchObject({ added: 3, completed: 1, carriedOut: 2 })
  })
})

/** Days since 1 January 2026 on which a thing came, and how long it stayed; null while it is here. */
const stays = fc.array(
  fc.record({ came: fc.integer({ min: 0, max: 300 }), stayed: fc.option(fc.integer({ min: 0, max: 200 })) }),
  { maxLength: 12 },
)

describe('found items of any months (domain 12)', () => {
  it('carry over: what is kept at the end of one lies there at the begin of the next, each once in its age', () => {
    fc.assert(
      fc.property(stays, fc.integer({ min: 1, max: 11 }), (things, month) => {
        const lostItems = things.map(({ came, stayed }, at) => {
          const record = numbered(at, handedIn(shiftDay('2026-01-01', came)))
          if (stayed === null) return record
          const leftAt = instantOf(shiftDay('2026-01-01', came + stayed), '10:00')
          const handOver = {
            target: 'police' as const,
            office: '',
            takenBy: '',
            receipt: '',
            at: leftAt,
            handledBy: '',
            words: '',
          }
          return { ...record, state: 'handedOver' as const, handOver }
        })
        const of = (at: number) =>
          lostItemMonth.figures(monthViewOf(`2026-${String(at).padStart(2, '0')}`, { lostItems }))
        const [now, next] = [of(month), of(month + 1)]
        const kept = figureOf(now, 'lostItem.kept').value
        expect(kept).toBe(now.carryOver?.carriedOut)
        expect(kept).toBe(next.carryOver?.carriedIn)
        expect(Object.values(spreadOf(now, 'lostItem.ageing')).reduce((a, b) => a + b, 0)).toBe(kept)
        expect(figureOf(now, 'lostItem.added').value).toBe(now.carryOver?.added)
        expect(figureOf(now, 'lostItem.handedOver').value).toBe(now.carryOver?.completed)
      }),
    )
  })
})

describe('found items in the checklist (domain 6, 12)', () => {
  const small = numbered(1, handedIn('2025-12-20', { estimate: worth(80) }))
  const count = counted([small], [small])

  it('ask for a decision once custody is over, and no more once there is one', () => {
    const shelfCounts = [count]
    expect(found({ lostItems: [small], shelfCounts })).toEqual({ 'lostItem.pastDate': ['1'] })
    expect(found({ lostItems: [small], shelfCounts }, MARCH, endOfCivilDay('2026-03-20'))).toEqual({})
    const expired = expiredAt(instantOf('2026-03-25', '09:00'), small)
    expect(found({ lostItems: [expired], shelfCounts })).toEqual({ 'lostItem.pastDate': ['1'] })
    const director = contextAt(instantOf('2026-03-26', '09:00'), 'director')
    const decided = accepted(commands.decide(expired, OPINION, director))
    expect(found({ lostItems: [decided], shelfCounts })).toEqual({})
  })

  it('leave to the next month what passes its date in it', () => {
    const later = numbered(2, handedIn('2026-01-10', { estimate: worth(80) }))
    const books = { lostItems: [later], shelfCounts: [count] }
    expect(found(books, MARCH, instantOf('2026-04-15'))).toEqual({})
    expect(found({ lostItems: [later] }, '2026-04')).toMatchObject({ 'lostItem.pastDate': ['2'] })
  })

  it('name 证件 and their like that were not handed over on their day', () => {
    const card = numbered(1, handedIn('2026-03-31', { category: 'bankCard' }))
    const gone = numbered(2, handedOver(instantOf('2026-03-09', '15:00')))
    const shelfCounts = [counted([card], [card])]
    expect(found({ lostItems: [card, gone], shelfCounts })).toEqual({ 'lostItem.notHandedOver': ['1'] })
    const sameDay = endOfCivilDay(civilDayOf(card.intake.handedInAt))
    expect(found({ lostItems: [card], shelfCounts }, MARCH, sameDay)).toEqual({})
  })

  it('ask for a finished 盘点 of the month where there was something to count', () => {
    const item = numbered(1, handedIn('2026-03-09'))
    const begun = accepted(
      startCount({ items: [item], open: false }, contextAt(instantOf('2026-03-20'), 'clerk')),
    )
    const why = (shelfCounts: ShelfCount[], lostItems = [item]) =>
      lostItemMonth
        .checks(monthViewOf(MARCH, { lostItems, shelfCounts }))
        .find(({ key }) => key === 'lostItem.notCounted')
        ?.findings.map((finding) => [finding.why?.word, finding.id])
    expect(why([])).toEqual([['monthChecks:why.noCount', '']])
    expect(why([begun])).toEqual([['monthChecks:why.countNotFinished', begun.id]])
    expect(why([counted([item], [item])])).toEqual([])
    expect(why([], [])).toEqual([])
  })

  it('name what the last 盘点 missed, and not what an earlier one did', () => {
    const items = [1, 2].map((seq) => numbered(seq, handedIn('2026-03-09', { name: `物品${seq}` })))
    const [first, second] = items
    if (!first || !second) throw new Error('two items')
    const early = counted(items, [], '2026-03-10')
    const last = counted(items, [first])
    const lines = lostItemMonth.checks(monthViewOf(MARCH, { lostItems: items, shelfCounts: [last, early] }))
    expect(lines.find(({ key }) => key === 'lostItem.missing')?.findings).toEqual([
      {
        table: 'lostItems',
        id: second.id,
        number: second.number,
        about: '物品2',
        at: last.startedAt,
        why: null,
        reason: '正在查找',
      },
    ])
  })

  it('give every line, with nothing behind it where all is well', () => {
    const lines = lostItemMonth.checks(monthViewOf(MARCH, {}))
    expect(lines.map(({ key }) => key)).toEqual([
      'lostItem.pastDate',
      'lostItem.notHandedOver',
      'lostItem.notCounted',
      'lostItem.missing',
    ])
    expect(lines.flatMap(({ findings }) => findings)).toEqual([])
  })
})

it('keeps when a thing left where a 更正单 voids its record later, so that no signed month between holds it', () => {
  const record = claimed()
  const at = instantOf('2026-06-02')
  const gone: LostItem = { ...record, state: 'void', void: { reason: '登记两次', at, by: '主任甲' } }
  expect(lostItemMonthFacts.endedAt(gone)).toBe(lostItemMonthFacts.endedAt(record))
  const onShelf: LostItem = { ...stored(), state: 'void', void: gone.void }
  expect(lostItemMonthFacts.endedAt(onShelf)).toBe(at)
})
