import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { encodeSheetCode, parseSheetCode } from '../../../shared/documents/qrPayload'
import { keepMonths } from '../keepMonths'
import { judgeSheet } from '../queries/sheets'
import { visitGoals, visitMonthView } from '../queries/visits'
import { openTestOffice, type TestOffice } from '../testing/office'
import { addUnit, visitTo } from '../testing/visits'
import {
  decideSuggestionCommand,
  submitMonthCommand,
  summarizeMonthCommand,
  undoMonthCommand,
  visitMonthPaper,
} from './visitMonths'
import { giveOpinionCommand, registerVisitCommand, voidVisitCommand } from './visits'

/** An instant of the estate's clock. */
const at = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`).toISOString()

const keep = (office: TestOffice) =>
  keepMonths({ session: office.session, run: (spec, input) => office.runner.run(spec, input) })

const monthRow = async (office: TestOffice, id: string) => {
  const row = await office.db.of('visitMonths').get(id)
  if (!row) throw new Error(`nothing is kept of ${id}`)
  return row
}

async function withVisits(said = '希望增加夜间巡逻') {
  const office = await openTestOffice()
  await addUnit(office, '301')
  await addUnit(office, '302', 'let')
  await office.signInAs('clerk')
  for (const code of ['5-2-301', '5-2-302']) {
    const made = await office.runner.run(
      registerVisitCommand,
      visitTo(code, '2026-03-02T00:30:00.000Z', { said }),
    )
    if (!made.ok) throw new Error(made.refusal.key)
  }
  return office
}

const opine = async (office: TestOffice) => {
  for (const { id, rev } of await office.db.of('visits').toArray()) {
    await office.runner.run(giveOpinionCommand, { id, rev, text: '已转保安班' })
  }
}

describe('the months by the calendar (domain 8)', () => {
  it('begin with the first visit, and count the households when they end', async () => {
    const office = await withVisits()
    expect(await keep(office)).toBe(1)
    expect(await keep(office)).toBe(0)
    expect(await monthRow(office, '2026-03')).toMatchObject({
      snapshot: null,
      duty: { kind: 'submit', dueAt: at('2026-04-05', '23:59').replace('00.000', '59.999') },
    })
    office.clock.now = at('2026-04-01', '00:00')
    expect(await keep(office)).toBe(1)
    expect((await monthRow(office, '2026-03')).snapshot).toMatchObject({ occupied: 2, late: false })
    await addUnit(office, '303')
    expect((await visitGoals(office.db, '2026-03')).month.denominator).toBe(2)
    expect((await visitGoals(office.db, '2026-04')).month.denominator).toBe(3)
    expect(await keep(office)).toBe(0)
  })

  it('take the count of the first start after, and say so, where the machine was off', async () => {
    const office = await withVisits()
    await keep(office)
    office.clock.now = at('2026-06-09', '08:30')
    // March with its visits, and May because it ended; April had none and nobody was there to count.
    expect(await keep(office)).toBe(2)
    expect((await monthRow(office, '2026-03')).snapshot).toMatchObject({ occupied: 2, late: true })
    expect(await monthRow(office, '2026-05')).toMatchObject({
      visited: false,
      duty: null,
      snapshot: { late: true },
    })
    expect(await office.db.of('visitMonths').get('2026-04')).toBeUndefined()
  })

  it('wait for the 5th once a visit is written down late', async () => {
    const office = await openTestOffice()
    await addUnit(office, '301')
    office.clock.now = at('2026-04-01', '00:10')
    await keep(office)
    expect((await monthRow(office, '2026-03')).duty).toBeNull()
    await office.runner.run(registerVisitCommand, visitTo('5-2-301', '2026-03-30T02:00:00.000Z'))
    expect(await keep(office)).toBe(1)
    expect((await monthRow(office, '2026-03')).duty?.kind).toBe('submit')
  })

  it('wait for nothing once their only visit is void', async () => {
    const office = await withVisits()
    await keep(office)
    await office.signInAs('supervisor')
    for (const { id, rev } of await office.db.of('visits').toArray()) {
      await office.runner.run(voidVisitCommand, { id, rev, reason: '登记两次' })
    }
    office.clock.now = at('2026-04-01', '00:00')
    await keep(office)
    expect(await monthRow(office, '2026-03')).toMatchObject({ visited: false, duty: null })
    expect(await keep(office)).toBe(0)
  })

  it('are left alone by who may only read', async () => {
    const office = await withVisits()
    await office.signInAs('viewer')
    expect(await keep(office)).toBe(0)
    expect(await office.db.of('visitMonths').count()).toBe(0)
  })
})

describe('接待员意见, 采纳 and 访问总结 (domain 8)', () => {
  it('go from the clerk to the director, and what is finished is closed', async () => {
    const office = await withVisits()
    await keep(office)
    office.clock.now = at('2026-04-05', '23:59')
    await keep(office)
    const { rev } = await monthRow(office, '2026-03')
    const send = { id: '2026-03', rev, opinion: '以安全类意见为主' }
    expect(await office.runner.run(submitMonthCommand, send)).toMatchObject({
      refusal: { key: 'visitMonth.opinionsMissing', params: { count: 2 } },
    })
    await opine(office)
    const sent = await office.runner.run(submitMonthCommand, send)
    expect(sent.ok && sent.value.value.closed).toBe(2)
    expect((await office.db.of('visits').toArray()).map(({ state }) => state)).toEqual(['closed', 'closed'])

    const view = await visitMonthView(office.db, '2026-03')
    expect([view.visits.length, view.suggestions.length, view.withoutOpinion]).toEqual([2, 2, 0])
    await office.signInAs('director')
    for (const suggestion of view.suggestions) {
      const now = await monthRow(office, '2026-03')
      const input = { id: now.id, rev: now.rev, suggestion, verdict: 'adopted' as const, note: '四月起' }
      expect((await office.runner.run(decideSuggestionCommand, input)).ok).toBe(true)
    }
    const before = await monthRow(office, '2026-03')
    const summary = { id: before.id, rev: before.rev, text: '本月走访两户' }
    expect((await office.runner.run(summarizeMonthCommand, summary)).ok).toBe(true)
    const done = await monthRow(office, '2026-03')
    expect([done.state, done.duty]).toEqual(['summarized', null])
    expect(done.goals).toMatchObject({
      month: { numerator: 2, denominator: 2, needed: 1, reached: true },
      year: { numerator: 2, denominator: 2, needed: 2, reached: true },
    })
    const undone = await office.runner.run(undoMonthCommand, { id: done.id, rev: done.rev })
    expect(undone.ok).toBe(true)
    expect((await monthRow(office, '2026-03')).state).toBe('submitted')
  })

  it('keep the director’s part from the clerk', async () => {
    const office = await withVisits()
    await opine(office)
    await keep(office)
    office.clock.now = at('2026-04-02', '09:00')
    await keep(office)
    const { rev } = await monthRow(office, '2026-03')
    await office.runner.run(submitMonthCommand, { id: '2026-03', rev, opinion: '' })
    const now = await monthRow(office, '2026-03')
    const summary = { id: now.id, rev: now.rev, text: '代写' }
    expect(await office.runner.run(summarizeMonthCommand, summary)).toMatchObject({
      refusal: { key: 'role.notAllowed' },
    })
  })

  it('know the sheet of a 《访问总结》 again by its code, and no visit by it (domain 10)', async () => {
    const office = await withVisits()
    await keep(office)
    const { rev } = await monthRow(office, '2026-03')
    const print = { form: 'visitSummary', digest: 'd', way: 'printer' as const, copies: 1 }
    await office.runner.run(visitMonthPaper.markPrinted, { id: '2026-03', rev, ...print })
    const judged = (number: string) => {
      const code = parseSheetCode(encodeSheetCode({ number, version: 1, form: 'KF-FW-02' }))
      return judgeSheet(office.db, code ? [code] : [])
    }
    expect(await judged('2026-03')).toMatchObject({
      verdict: 'sure',
      form: 'visitSummary',
      found: { table: 'visitMonths', record: { id: '2026-03' } },
    })
    expect(await judged('2026-02')).toMatchObject({ verdict: 'unknownNumber', found: null })
    expect(await judged('客服-FW-2026-0001')).toMatchObject({ verdict: 'unread', found: null })
  })
})
