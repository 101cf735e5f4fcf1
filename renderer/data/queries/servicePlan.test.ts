import { beforeEach, describe, expect, it } from 'vitest'
import { emptyReport } from '../../../shared/domain/incident/blank'
import { monthSpan } from '../../../shared/util/months'
import { markPrintedCommand, recordSignatureCommand } from '../commands/complaintPaper'
import { registerComplaintCommand, voidComplaintCommand } from '../commands/complaints'
import { saveUnitCommand } from '../commands/households'
import {
  incidentPaper,
  registerIncidentCommand,
  submitIncidentCommand,
  verifyIncidentCommand,
} from '../commands/incidents'
import { monthReviewPaper, openReviewCommand, tickDutyCommand } from '../commands/monthReviews'
import { changeSettingsCommand } from '../commands/office'
import type { CommandSpec } from '../core/commandRunner'
import { checkCounters } from '../selfCheck/counters'
import { intakeOf } from '../testing/complaints'
import { openTestOffice, type TestOffice } from '../testing/office'
import { countReads, readsDuring } from '../testing/reads'
import { auditWithin } from './auditByTime'
import { planBooks, planDeeds, yearTo } from './servicePlan'

let office: TestOffice

beforeEach(async () => {
  office = await openTestOffice()
})

/** Runs a command at a moment; a refusal fails the test. */
async function at<I, O>(now: string, spec: CommandSpec<I, O>, input: I): Promise<O> {
  office.clock.now = now
  const done = await office.runner.run(spec, input)
  if (!done.ok) throw new Error(done.refusal.key)
  return done.value.value
}

const unit = (room: string) => ({
  id: null,
  building: '5',
  section: '2',
  room,
  use: 'residence' as const,
  area: null,
  status: 'ownerOccupied' as const,
  moveInDate: null,
})

const sheet = (about: string) => ({ form: 'weeklySheet', rows: 1, way: 'printer' as const, about })

async function commandsIn(from: string, until: string): Promise<string[]> {
  const found: string[] = []
  for await (const rows of auditWithin(office.db, { from, until }))
    found.push(...rows.map(({ at: when }) => when))
  return found
}

describe('the chain by time', () => {
  it('gives what lies in a span, of every chain, and nothing else', async () => {
    // Many chains and lengths; the second chain came from another machine.
    const moments = Array.from({ length: 40 }, (_, day) => new Date(Date.UTC(2026, 3, 1 + day)).toISOString())
    for (const [index, moment] of moments.entries())
      await at(moment, saveUnitCommand, unit(String(100 + index)))
    const rows = await office.db.of('audit').toArray()
    await office.db.of('audit').bulkAdd(rows.map((row) => ({ ...row, deviceId: `${row.deviceId}-2` })))
    for (const [from, until] of [
      [0, 1],
      [3, 17],
      [39, 40],
      [0, 40],
    ] as const) {
      const [first, end] = [moments[from] ?? '', moments[until] ?? '2027']
      const wanted = moments.slice(from, until)
      expect(await commandsIn(first, end)).toEqual([...wanted, ...wanted])
    }
    expect(await commandsIn('2026-07-01', '2026-08-01')).toEqual([])
    expect(await commandsIn('2020-01-01', '2020-02-01')).toEqual([])
  })
})

describe('what the 年度服务计划 is counted from (domain 12)', () => {
  it('days on which 业主资料 changed, and the weeks whose sheet was printed', async () => {
    await at('2026-04-03T02:00:00.000Z', saveUnitCommand, unit('301'))
    await at('2026-04-03T03:00:00.000Z', saveUnitCommand, unit('302'))
    // On the Monday after, the sheet of the week before; a list of another form is none.
    await at('2026-04-13T01:00:00.000Z', monthReviewPaper.printList, sheet('2026-04-06 至 2026-04-12'))
    await at('2026-04-20T01:00:00.000Z', monthReviewPaper.printList, sheet(''))
    await at('2026-04-21T01:00:00.000Z', monthReviewPaper.printList, {
      ...sheet('2026-04-20'),
      form: 'monthlyReport',
    })
    await at('2026-04-30T17:00:00.000Z', saveUnitCommand, unit('303'))
    expect(await planDeeds(office.db, monthSpan('2026-04'))).toEqual({
      households: ['2026-04-03'],
      weeklySummary: ['2026-04-06', '2026-04-20'],
    })
    expect((await planDeeds(office.db, yearTo('2026-05'))).households).toEqual(['2026-04-03', '2026-05-01'])
  })

  it('notes of all months of the year up to this one, and the frequencies of the office', async () => {
    const note = async (month: string, now: string, doneOn: string) => {
      const { rev } = await at(now, openReviewCommand, { month })
      await at(now, tickDutyCommand, { id: month, rev, duty: 'training', doneOn, note: '消防' })
    }
    await note('2026-03', '2026-03-20T02:00:00.000Z', '2026-03-19')
    await note('2026-04', '2026-04-20T02:00:00.000Z', '2026-04-18')
    const { servicePlan } = (await office.db.of('settings').get('office')) ?? {}
    if (!servicePlan) throw new Error('no settings')
    await at('2026-04-21T02:00:00.000Z', changeSettingsCommand, {
      servicePlan: { ...servicePlan, training: 'month' },
    })
    const april = await planBooks(office.db, '2026-04')
    expect(april).toMatchObject({
      since: '2026-03-02',
      plan: { training: 'month' },
      deeds: {
        training: ['2026-03-19', '2026-04-18'],
        assessment: [],
        monthlySummary: [],
        quarterlyRound: [],
      },
      shares: { incidents: { month: { numerator: 0, denominator: 0, reached: null } } },
    })
    expect((await planBooks(office.db, '2026-03')).deeds.training).toEqual(['2026-03-19'])
  })

  it('papers that were printed: signed and filed, refused, or still open (档案完整率)', async () => {
    const now = '2026-04-03T02:00:00.000Z'
    const print = { form: 'complaintVisit', digest: 'd', way: 'printer' as const, copies: 1 }
    const printed = async () => {
      const { id, rev } = await at(now, registerComplaintCommand, {
        intake: intakeOf('漏水', { registeredAt: now }),
        receivedBy: '',
      })
      return at(now, markPrintedCommand, { id, rev, ...print })
    }
    await at(now, registerComplaintCommand, {
      intake: intakeOf('异响', { registeredAt: now }),
      receivedBy: '',
    })
    await printed()
    const { id, rev } = await printed()
    const signature = {
      form: 'complaintVisit',
      outcome: 'refused' as const,
      by: '张三',
      at: now,
      reason: '不认可',
    }
    await at(now, recordSignatureCommand, { id, rev, ...signature })
    const april = { numerator: 1, denominator: 2, needed: 2, reached: false }
    const archive = async (month: string) => (await planBooks(office.db, month)).shares.archive
    expect(await archive('2026-04')).toEqual({ month: april, year: april })
    const nothing = { denominator: 0, reached: null }
    expect(await archive('2026-05')).toMatchObject({ month: nothing, year: april })
    // A year and a register by itself.
    expect(await archive('2027-04')).toMatchObject({ month: nothing, year: nothing })
    // A void record's papers are asked of nobody.
    const { rev: now2 } = (await office.db.of('complaints').get(id)) ?? { rev: 0 }
    await at(now, voidComplaintCommand, { id, rev: now2, reason: '重复登记' })
    expect(await archive('2026-04')).toMatchObject({ month: { numerator: 0, denominator: 1 } })
  })

  it('reads the same of a year with few records and of one with many', async () => {
    const { db } = office
    const days = async (first: number, last: number) => {
      for (let day = first; day <= last; day += 1) {
        const now = `2026-04-${String(day).padStart(2, '0')}T02:00:00.000Z`
        const intake = intakeOf('漏水', { registeredAt: now })
        const { id, rev } = await at(now, registerComplaintCommand, { intake, receivedBy: '' })
        const print = { form: 'complaintVisit', digest: 'd', way: 'printer' as const, copies: 1 }
        await at(now, markPrintedCommand, { id, rev, ...print })
        await at(now, registerIncidentCommand, {
          report: { ...emptyReport(now), kind: 'theft', place: '东门', course: '失窃', severity: 'minor' },
          reportedBy: '',
          parties: [],
        })
      }
    }
    await days(2, 3)
    db.close()
    const reads = countReads(db)
    await db.open()
    const few = await readsDuring(reads, () => planBooks(db, '2026-04'))
    await days(4, 23)
    const many = await readsDuring(reads, () => planBooks(db, '2026-04'))
    // Of incidents whose report is not closed the rows are read: twenty, for the month and for the year.
    expect(many - few).toBe(40)
  })

  it('counts papers as the stored records do, also where somebody may not see all of a record', async () => {
    const { db } = office
    const papers = (await db.of('counters').toArray()).filter(({ id }) => id.includes('|@papers:'))
    expect(papers).toEqual([])
    const now = '2026-04-03T02:00:00.000Z'
    const report = { ...emptyReport(now), place: '东门', course: '自行车被盗', prevention: '加锁' }
    const written = { ...report, kind: 'theft', severity: 'minor' } as const
    const { id, rev } = await at(now, registerIncidentCommand, {
      report: written,
      reportedBy: '',
      parties: [],
    })
    const print = { form: 'incidentReport', digest: 'd', way: 'printer' as const, copies: 1 }
    await at(now, incidentPaper.markPrinted, { id, rev, ...print })
    expect(await db.of('counters').get('incidents|@papers:2026-04')).toMatchObject({ count: 1 })
    expect((await checkCounters(db, true)).findings).toEqual([])
    await db.of('counters').put({ id: 'incidents|@papers:2026-04', count: 3 })
    expect((await checkCounters(db, false)).findings).toMatchObject([{ counted: 3, found: 1 }])
  })

  it('incidents whose report is closed, of those registered (突发事件处理率)', async () => {
    const now = '2026-04-03T02:00:00.000Z'
    const written = {
      kind: 'theft',
      place: '东门',
      course: '自行车被盗',
      severity: 'minor',
      prevention: '加锁',
    } as const
    const register = () =>
      at(now, registerIncidentCommand, {
        report: { ...emptyReport(now), ...written },
        reportedBy: '',
        parties: [],
      })
    await register()
    const { id, rev } = await register()
    const handedIn = await at(now, submitIncidentCommand, { id, rev })
    expect((await planBooks(office.db, '2026-04')).shares.incidents).toMatchObject({
      month: { numerator: 0 },
    })
    await at(now, verifyIncidentCommand, { id, rev: handedIn.rev, words: '' })
    const share = { numerator: 1, denominator: 2, needed: 2, reached: false }
    const { incidents } = (await planBooks(office.db, '2026-04')).shares
    expect(incidents).toEqual({ month: share, year: share })
    expect((await planBooks(office.db, '2026-05')).shares.incidents).toMatchObject({
      month: { denominator: 0, reached: null },
      year: share,
    })
  })
})
