import 'fake-indexeddb/auto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { MonthStatistics, RegisterFigures } from '../../../shared/domain/month/statistics'
import { monthSpan } from '../../../shared/util/months'
import type { DeskDatabase } from '../core/database'
import { DAY, type Moment, monthBegin, monthNamed, stored, wall } from '../testing/year/calendar'
import { planYear } from '../testing/year/plan'
import { playYear } from '../testing/year/play'
import { type Month, monthOf, occupiedAt, type Reckoned } from '../testing/year/reckon'
import { reckonComplaints } from '../testing/year/reckonComplaints'
import { reckonCorrections, reckonFound, reckonIncidents, reckonLost } from '../testing/year/reckonOthers'
import { reckonCalls, reckonVisits } from '../testing/year/reckonVisits'
import { monthStatistics, spanStatistics } from './monthStatistics'
import { monthView } from './monthView'

const facts = planYear(20_250_101, 14)
/** The register that the script reckons, by its table. */
const SCRIPT: Record<string, (month: Month) => Reckoned> = {
  complaints: reckonComplaints,
  returnVisits: reckonCalls,
  incidents: reckonIncidents,
  lostItems: reckonFound,
  lostReports: reckonLost,
  visits: reckonVisits,
  corrections: reckonCorrections,
}
const months: Moment[] = []
for (let from = facts.from; from < facts.now; from = monthBegin(from, 1)) months.push(from)
const named = months.map((from) => ({ from, name: monthNamed(from) }))

let db: DeskDatabase
const seen = new Map<string, MonthStatistics>()

beforeAll(async () => {
  db = (await playYear('year', facts)).db
  for (const { name } of named) {
    const view = await monthView(db, monthSpan(name), name, stored(facts.now))
    seen.set(name, await monthStatistics(db, view, name))
  }
}, 120_000)

const statisticsOf = (name: string): MonthStatistics => {
  const found = seen.get(name)
  if (!found) throw new Error(`no statistics of ${name}`)
  return found
}
const byScript = (from: Moment) =>
  Object.fromEntries(Object.entries(SCRIPT).map(([table, reckon]) => [table, reckon(monthOf(facts, from))]))
const byApp = (registers: readonly RegisterFigures[] = []) =>
  Object.fromEntries(
    registers.map(({ table, carryOver, figures, spreads }) => [
      table,
      {
        carryOver,
        figures: Object.fromEntries(
          figures.map(({ key, value, denominator }) => [key, [value, denominator]]),
        ),
        spreads: Object.fromEntries(
          spreads.map(({ key, slices }) => [
            key,
            Object.fromEntries(slices.map((one) => [one.key, one.value])),
          ]),
        ),
      },
    ]),
  )

/** As the line of 12 months shows it: 已完成 without 作废 and 并案. */
const pointOf = (table: string, from: Moment) => {
  const carry = SCRIPT[table]?.(monthOf(facts, from)).carryOver
  return {
    month: monthNamed(from),
    added: carry?.added,
    completed: carry?.completed,
    carriedOut: carry?.carriedOut,
  }
}

/** What only a month has, or what a week takes from the present: how many households are occupied. */
const MONTHLY = new Set([
  'complaint.perHundredHouseholds',
  'visit.monthGoal',
  'visit.yearGoal',
  'visit.adopted',
  'visit.notAdopted',
])
const withoutMonthly = <S extends { figures: object }>(said: S) => ({
  ...said,
  figures: Object.fromEntries(Object.entries(said.figures).filter(([key]) => !MONTHLY.has(key))),
})

describe('a made-up year, reckoned by a script that knows only what happened (domain 12)', () => {
  it.each(named)('every statistic of $name agrees', ({ from, name }) => {
    expect(byApp(statisticsOf(name).now.registers)).toEqual(byScript(from))
  })

  it('the facts leave no figure and no slice of a closed list at nothing all year', () => {
    const never = new Set<string>()
    const once = new Set<string>()
    for (const { from } of named) {
      for (const { figures, spreads } of Object.values(byScript(from))) {
        for (const [key, [value]] of Object.entries(figures)) (value > 0 ? once : never).add(key)
        for (const [key, slices] of Object.entries(spreads)) {
          // Not every hour of the day has seen an event.
          if (key === 'incident.hour') continue
          for (const [name, value] of Object.entries(slices)) (value > 0 ? once : never).add(`${key}.${name}`)
        }
      }
    }
    expect([...never].filter((key) => !once.has(key))).toEqual([])
  })

  it('what is carried out of a month is carried into the next, over all of them', () => {
    for (const [place, { name }] of named.entries()) {
      const before = named[place - 1]
      for (const { table, carryOver } of statisticsOf(name).now.registers) {
        if (!carryOver) continue
        const { carriedIn, adjusted, added, due, completed, withdrawn, carriedOut } = carryOver
        expect([due, carriedOut], `${table} ${name}`).toEqual([
          carriedIn + adjusted + added,
          due - completed - withdrawn,
        ])
        const last = before && statisticsOf(before.name).now.registers.find((one) => one.table === table)
        if (last) expect(carriedIn, `${table} ${name}`).toBe(last.carryOver?.carriedOut)
      }
    }
  })

  it.each(named)('$name is compared with the month before and with last year', ({ from, name }) => {
    const { before, lastYear, now } = statisticsOf(name)
    expect(now.occupied).toBe(occupiedAt(facts, monthOf(facts, from).at))
    const [first] = months
    const earlier = [monthBegin(from, -1), monthBegin(from, -12)]
    for (const [place, found] of [before, lastYear].entries()) {
      const then = earlier[place] ?? 0
      if (then < (first ?? 0)) expect(found).toBeNull()
      else expect(byApp(found?.registers)).toEqual(byScript(then))
    }
  })

  it.each(named)('the 12 months up to $name stand on its line', ({ from, name }) => {
    for (const { table, points } of statisticsOf(name).lines) {
      const expected = Array.from({ length: 12 }, (_, back) => pointOf(table, monthBegin(from, back - 11)))
      expect(points, table).toEqual(expected)
    }
  })

  // A week that lies within a month, others over the turn of a month, of a quarter and of the year.
  it.each([
    wall(2024, 12, 30),
    wall(2025, 2, 24),
    wall(2025, 3, 31),
    wall(2025, 7, 14),
    wall(2025, 12, 29),
    wall(2026, 1, 19),
  ])('the statistics of a week agree (%#)', async (from) => {
    const until = from + 7 * DAY
    const view = await monthView(db, { from: stored(from), until: stored(until) }, null, stored(facts.now))
    const week = { from, until, at: Math.min(until, facts.now), facts }
    const script = Object.entries(SCRIPT).map(([table, reckon]) => [table, withoutMonthly(reckon(week))])
    const app = Object.entries(byApp(spanStatistics(view).registers))
    expect(Object.fromEntries(app.map(([table, said]) => [table, withoutMonthly(said)]))).toEqual(
      Object.fromEntries(script),
    )
  })
})
