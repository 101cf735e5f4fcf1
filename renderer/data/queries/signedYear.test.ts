import 'fake-indexeddb/auto'
import { beforeAll, describe, expect, it } from 'vitest'
import { linesToMend } from '../../../shared/domain/month/standing'
import type { MonthSeal } from '../../../shared/domain/monthReview/types'
import type { SealFinding } from '../../../shared/domain/monthReview/verify'
import { canonicalJson } from '../../../shared/util/canonicalJson'
import { monthSpan } from '../../../shared/util/months'
import {
  applyCorrectionCommand,
  requestCorrectionCommand,
  verifyCorrectionCommand,
} from '../commands/corrections'
import * as months from '../commands/monthReviews'
import type { DeskDatabase } from '../core/database'
import type { RecordTable } from '../core/tables'
import type { DemoDesk } from '../demo/playback'
import { expectValid } from '../testing/derived'
import { HOUR, monthBegin, monthNamed, stored, wall } from '../testing/year/calendar'
import type { ComplaintFact, YearFacts } from '../testing/year/facts'
import { lockedTries } from '../testing/year/lockedTries'
import { planYear } from '../testing/year/plan'
import { playYear } from '../testing/year/play'
import type { Player } from '../testing/year/player'
import { monthOf, type ReckonedCarry } from '../testing/year/reckon'
import { reckonComplaints } from '../testing/year/reckonComplaints'
import { signMonthOf } from '../testing/year/sign'
import { checkMonthNow } from './monthChecks'
import { monthStatistics } from './monthStatistics'
import { monthView } from './monthView'
import { verifyMonth } from './verifyMonth'

const facts = planYear(77, 6)
/** Signed when it was over; the others one after the other at the end of the year. */
const FIRST = facts.locked.month
const LATER = ['2025-01', '2025-02', '2025-03'] as const
const SIGNED = [FIRST, ...LATER]
const MARCH = wall(2025, 3, 1)
const APRIL = wall(2025, 4, 1)
const now = stored(facts.now)

let db: DeskDatabase
let desk: DemoDesk
let player: Player
/** What was signed, as it was then. */
const sealed = new Map<string, string>()

beforeAll(async () => {
  const played = await playYear('signed-year', facts, signAndKeep)
  db = played.db
  desk = played.desk
  player = played.player
  for (const month of LATER) await signAndKeep(desk, month)
}, 120_000)

async function signAndKeep(of: DemoDesk, month: string): Promise<void> {
  await signMonthOf(of, month)
  sealed.set(month, canonicalJson(await of.db.of('monthSeals').get(month)))
}

async function sealOf(month: string): Promise<MonthSeal> {
  const seal = await db.of('monthSeals').get(month)
  if (!seal) throw new Error(`${month} was never signed`)
  return seal
}

async function findings(month: string): Promise<SealFinding[]> {
  const verdict = await verifyMonth(db, month, now)
  if (!verdict) throw new Error(`${month} was never signed`)
  return verdict.findings
}

async function carryOf(month: string) {
  const { now: said } = await monthStatistics(db, await monthView(db, monthSpan(month), month, now), month)
  return said.registers.find(({ table }) => table === 'complaints')?.carryOver
}
const byScript = (from: number, of: YearFacts = facts): ReckonedCarry | null =>
  reckonComplaints(monthOf(of, from)).carryOver

describe('months of a made-up year that were signed (domain 12)', () => {
  it('stand as they were signed, though a year of legal work went on with their records', async () => {
    expect([...sealed.keys()]).toEqual(SIGNED)
    for (const month of SIGNED) {
      expect(canonicalJson(await sealOf(month)), month).toBe(sealed.get(month))
      expect(await findings(month), month).toEqual([])
    }
    // The year was long enough: records of the first month were worked on, and corrected, after it was signed.
    const first = await sealOf(FIRST)
    const rows = await db.of('complaints').bulkGet(first.records.map(({ id }) => id))
    const revs = new Map(first.records.map(({ id, rev }) => [id, rev]))
    expect(rows.filter((row) => row && row.rev > (revs.get(row.id) ?? 0)).length).toBeGreaterThan(1)
  })

  it('are, with all their records, as the validators have them', async () => {
    await expectValid(db)
  })

  it('hand their signed 结转 to the next month', async () => {
    for (const month of SIGNED) {
      const next = monthNamed(monthBegin(Date.parse(`${month}-01T00:00:00Z`), 1))
      const signed = (await sealOf(month)).statistics.now.registers
      const said = await monthStatistics(db, await monthView(db, monthSpan(next), next, now), next)
      for (const { table, carryOver } of said.now.registers) {
        const before = signed.find((one) => one.table === table)?.carryOver
        if (carryOver) expect(carryOver.carriedIn, `${table} ${next}`).toBe(before?.carriedOut)
      }
      expect(canonicalJson(said.before)).toBe(canonicalJson((await sealOf(month)).statistics.now))
    }
  })

  it('a 更正单 moves a complaint out of a signed month: the next shows it as 更正调整, what was signed stays', async () => {
    expect(await carryOf('2025-04')).toEqual(byScript(APRIL))
    const moved = openAtTheEndOfMarch()
    const to = APRIL + HOUR
    await correct(moved.key, 'intake.registeredAt', stored(moved.at), stored(to))
    const then = {
      ...facts,
      complaints: facts.complaints.map((fact) => (fact === moved ? { ...fact, at: to } : fact)),
    }
    const signedOut = byScript(MARCH)?.carriedOut ?? 0
    const reckoned = byScript(APRIL, then)
    expect(reckoned?.carriedIn).toBe(signedOut - 1)
    expect(await carryOf('2025-04')).toEqual({ ...reckoned, carriedIn: signedOut, adjusted: -1 })
    for (const month of SIGNED) {
      expect(canonicalJson(await sealOf(month)), month).toBe(sealed.get(month))
      expect(await findings(month), month).toEqual([])
    }
  })
})

it('wants a reason for every line to mend and a sample that was read before it is signed (domain 12)', async () => {
  const month = '2025-04'
  let on = await desk.run(months.openReviewCommand, { month })
  const refused = (spec: typeof months.reviewMonthCommand, refusal: string) =>
    expect(desk.run(spec, { id: on.id, rev: on.rev, words: '' })).rejects.toThrow(refusal)
  const view = await monthView(db, monthSpan(month), month, now)
  const lines = linesToMend(checkMonthNow(view), []).map(({ key }) => key)
  expect(lines.length).toBeGreaterThan(2)
  for (const [done, line] of lines.entries()) {
    await refused(months.reviewMonthCommand, `monthReview.reasonsMissing  {"count":${lines.length - done}}`)
    const reason = { id: on.id, rev: on.rev, line, recordId: '', text: '下月补齐' }
    on = await desk.run(months.giveReasonCommand, reason)
  }
  await refused(months.reviewMonthCommand, 'monthReview.sampleMissing')
  on = await desk.run(months.drawSampleCommand, { id: on.id, rev: on.rev, seed: 1 })
  await refused(months.reviewMonthCommand, 'monthReview.sampleOpen')
  await refused(months.approveMonthCommand, 'monthReview.notNow.approve')
})

it('no command on any register bends a signed month (domain 12)', async () => {
  const tries = lockedTries(player, facts, SIGNED)
  expect(tries.length).toBeGreaterThan(25)
  for (const { name, refusal, month, run } of tries) {
    const tried = await run().then(
      () => 'it was done',
      (failed: unknown) => String(failed),
    )
    expect(tried, name).toMatch(new RegExp(`: ${refusal} +{"month":"${month}"}$`))
  }
  for (const month of SIGNED) expect(await findings(month), month).toEqual([])
})

/** A complaint of March that nobody had done anything about by the end of the month but judge and assign it. */
function openAtTheEndOfMarch(): ComplaintFact {
  const found = facts.complaints.find(
    ({ at, completed, answeredAt, visits, closedAt, voidAt, joined, repeatOf }) => {
      const moments = [completed?.at, answeredAt, visits[0]?.at, closedAt, voidAt, joined?.at]
      const later = moments.every((when) => when === null || when === undefined || when > APRIL + 2 * HOUR)
      return later && repeatOf === null && at >= MARCH && at < APRIL
    },
  )
  if (!found) throw new Error('the year has no such complaint')
  return found
}

async function correct(key: string, path: string, before: string, after: string): Promise<void> {
  const { id, rev } = await player.record('complaints', key)
  const asked = { table: 'complaints' as const, id, rev, changes: [{ path, before, after }], voids: false }
  const made = await desk.run(requestCorrectionCommand, { ...asked, reason: '登记时间有误' })
  const verified = await desk.run(verifyCorrectionCommand, { id: made.id, rev: made.rev, words: '' })
  await desk.run(applyCorrectionCommand, { id: made.id, rev: verified.rev, words: '' })
}

type Row = Record<string, unknown> & { id: string; number: string }

/** One row of a signed month, and what it is called in a finding. */
async function signedRow(table: RecordTable, fits: (row: Row) => boolean = () => true) {
  const { records } = await sealOf('2025-02')
  const ids = records.filter((one) => one.table === table).map(({ id }) => id)
  const row = ((await db.table(table).bulkGet(ids)) as Row[]).find(fits)
  if (!row) throw new Error(`nothing of ${table} was signed`)
  return { row, named: { table, id: row.id, number: row.number } }
}

/** Changes a table past the app, looks what verification says, and puts everything back. */
async function tampered(table: string, key: never, change: () => Promise<unknown>): Promise<SealFinding[]> {
  const before: unknown = await db.table(table).get(key)
  await change()
  const found = await findings('2025-02')
  await (before === undefined ? db.table(table).delete(key) : db.table(table).put(before))
  return found
}

describe('what was changed past the app is named exactly', () => {
  it('a field of a complaint', async () => {
    const { row, named } = await signedRow('complaints', ({ closedAt }) => closedAt !== null)
    const given = { ...row, summary: '从来没有这回事' }
    const found = await tampered('complaints', row.id as never, () => db.table('complaints').put(given))
    expect(found).toEqual([{ kind: 'changed', ...named, fields: ['summary'] }])
  })

  it('the way of a visit', async () => {
    const { row, named } = await signedRow('visits')
    const plan = row['plan'] as { way: string }
    const given = { ...row, plan: { ...plan, way: plan.way === 'phone' ? 'office' : 'phone' } }
    const found = await tampered('visits', row.id as never, () => db.table('visits').put(given))
    expect(found).toMatchObject([{ kind: 'changed', ...named }])
  })

  it.each(['complaints', 'incidents', 'lostItems', 'lostReports', 'visits', 'returnVisits'] as const)(
    'a row of %s that is gone, and one that was slipped in',
    async (table) => {
      const { row, named } = await signedRow(table)
      const gone = await tampered(table, row.id as never, () => db.table(table).delete(row.id))
      expect(gone).toEqual([{ kind: 'missing', ...named }])
      const slipped = { ...row, id: 'slipped-in', number: '客服-XX-2025-9999' }
      const added = await tampered(table, 'slipped-in' as never, () => db.table(table).put(slipped))
      expect(added).toEqual([{ kind: 'unknown', table, id: 'slipped-in', number: slipped.number }])
    },
  )

  it('an entry of the chain, before the month was signed and after', async () => {
    const { chains } = await sealOf('2025-02')
    const head = chains[0]
    if (!head) throw new Error('no chain was signed')
    // The last of them is the signature itself.
    for (const seq of [5, head.seq - 40, head.seq + 1]) {
      const key = [head.deviceId, seq] as never
      const entry = await db.of('audit').get(key)
      if (!entry) throw new Error(`no entry ${seq}`)
      const found = await tampered('audit', key, () => db.of('audit').put({ ...entry, userId: 'somebody' }))
      const review = { kind: 'untold', table: 'monthReviews', id: '2025-02', number: '2025-02' }
      expect(found).toEqual([
        { kind: 'chain', deviceId: head.deviceId, seq, problem: 'digest' },
        // What an altered entry did afterwards is not believed.
        ...(seq > head.seq ? [review] : []),
      ])
    }
  })

  it('what an entry says was changed, before the month was signed and after', async () => {
    const { row } = await signedRow('complaints', ({ closedAt }) => closedAt !== null)
    const head = (await sealOf('2025-02')).chains[0]
    const entries = await db.of('audit').where('refIds').equals(row.id).toArray()
    const after = (await db.of('audit').toArray()).find(({ seq }) => seq === (head?.seq ?? 0) + 1)
    for (const entry of [entries[0], entries.at(-1), after]) {
      const detail = entry && (await db.of('auditDetails').get(entry.opId))
      if (!entry || !detail) throw new Error('nothing is told of the record')
      const given = { ...detail, reason: '另有原因' }
      const found = await tampered('auditDetails', entry.opId as never, () =>
        db.of('auditDetails').put(given),
      )
      const { deviceId, seq } = entry
      expect(found[0]).toEqual({ kind: 'chain', deviceId, seq, problem: 'digest' })
      // Only what was done since the signature is needed to tell what was signed.
      expect(found.slice(1).map(({ kind }) => kind)).toEqual(seq > (head?.seq ?? 0) ? ['untold'] : [])
    }
  })

  it('and nothing once everything is as it was', async () => {
    expect(await findings('2025-02')).toEqual([])
  })
})
