import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { Role } from '../../../shared/domain/office/types'
import { getRecord, timelineOf } from '../queries/records'
import { preferenceOf, privateNotesOf, visitGoals, whomToVisit } from '../queries/visits'
import { openTestOffice, type TestOffice } from '../testing/office'
import { addUnit, visitTo } from '../testing/visits'
import { saveUnitCommand } from './households'
import { createUserCommand } from './users'
import { keepPreferenceCommand } from './visitPreferences'
import {
  amendVisitCommand,
  giveOpinionCommand,
  planVisitCommand,
  recordVisitCommand,
  registerVisitCommand,
  replanVisitCommand,
  undoVisitCommand,
  voidVisitCommand,
  writePrivateCommand,
} from './visits'

const AT = '2026-03-02T00:30:00.000Z'
const PIN_HASH = 'scrypt$32768$8$1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNo'

async function register(office: TestOffice, ...given: Parameters<typeof visitTo>) {
  const made = await office.runner.run(registerVisitCommand, visitTo(...given))
  if (!made.ok) throw new Error(`${made.refusal.key} ${made.refusal.field ?? ''}`)
  return made.value.value
}

async function goalsAt(office: TestOffice, month = '2026-03') {
  const { month: m, year } = await visitGoals(office.db, month)
  return [m.numerator, m.denominator, m.needed, year.numerator, year.denominator, year.needed]
}

describe('goals, live (domain 8)', () => {
  it('count distinct households, any of the six ways, 上门 alone for the year', async () => {
    const office = await openTestOffice()
    for (const room of ['301', '302', '303']) await addUnit(office, room)
    await addUnit(office, '304', 'let')
    await addUnit(office, '305', 'vacant')
    await addUnit(office, '306', 'unsold')
    expect(await goalsAt(office)).toEqual([0, 4, 1, 0, 4, 4])
    await register(office, '5-2-301', AT)
    await register(office, '5-2-301', AT, { way: 'phone' })
    expect(await goalsAt(office)).toEqual([1, 4, 1, 1, 4, 4])
    for (const way of ['office', 'outdoors', 'questionnaire', 'phone', 'other'] as const) {
      await register(office, '5-2-302', AT, { way })
    }
    expect(await goalsAt(office)).toEqual([2, 4, 1, 1, 4, 4])
    // A door number that is nobody's household counts for none.
    await register(office, '9-9-999', AT)
    expect(await goalsAt(office)).toEqual([2, 4, 1, 1, 4, 4])
    // February's are the year's, not the month's.
    await register(office, '5-2-303', '2026-02-27T02:00:00.000Z')
    expect(await goalsAt(office)).toEqual([2, 4, 1, 2, 4, 4])
    expect(await goalsAt(office, '2026-02')).toEqual([1, 4, 1, 1, 4, 4])
  })

  it('follow a visit that is void or corrected, and a household that moves out', async () => {
    const office = await openTestOffice()
    const first = await addUnit(office, '301')
    await addUnit(office, '302')
    const { id, rev } = await register(office, '5-2-301', AT)
    const amended = await office.runner.run(amendVisitCommand, {
      id,
      rev,
      ...visitTo('5-2-302', AT, { way: 'office' }),
    })
    expect(amended.ok).toBe(true)
    expect(await goalsAt(office)).toEqual([1, 2, 1, 0, 2, 2])
    const gone = await office.runner.run(voidVisitCommand, { id, rev: rev + 1, reason: '登记两次' })
    expect(gone.ok).toBe(true)
    expect(await goalsAt(office)).toEqual([0, 2, 1, 0, 2, 2])
    const unit = await office.db.of('units').get(first)
    if (!unit) throw new Error('the unit was saved')
    const { building, section, room, use, area, moveInDate } = unit
    const vacant = { id: first, building, section, room, use, area, moveInDate, status: 'vacant' as const }
    expect((await office.runner.run(saveUnitCommand, vacant)).ok).toBe(true)
    expect(await goalsAt(office)).toEqual([0, 1, 1, 0, 1, 1])
  })
})

describe('a planned visit (domain 8)', () => {
  it('is moved, recorded and taken back', async () => {
    const office = await openTestOffice()
    await addUnit(office, '301')
    const { plan } = visitTo('5-2-301', '2026-03-03T02:00:00.000Z')
    const made = await office.runner.run(planVisitCommand, { plan })
    if (!made.ok) throw new Error(made.refusal.key)
    const { id } = made.value.value
    const now = async () => {
      const row = await office.db.of('visits').get(id)
      if (!row) throw new Error('the visit was planned')
      return row
    }
    expect((await now()).plan.person.unitId).not.toBeNull()
    const later = { ...plan, appointmentAt: '2026-03-04T02:00:00.000Z' }
    await office.runner.run(replanVisitCommand, { id, rev: 1, plan: later })
    expect((await now()).duty).toEqual({ kind: 'visit', dueAt: '2026-03-04T02:00:00.000Z' })
    office.clock.now = '2026-03-04T03:00:00.000Z'
    const visit = { ...visitTo('5-2-301', '2026-03-04T02:10:00.000Z'), plan: later }
    await office.runner.run(recordVisitCommand, { id, rev: 2, ...visit })
    expect((await now()).state).toBe('visited')
    const undone = await office.runner.run(undoVisitCommand, { id, rev: 3 })
    expect(undone.ok && undone.value.value.undone).toBe('visit.recordVisit')
    expect([(await now()).state, (await now()).findings]).toEqual(['planned', null])
  })

  it('is refused at a time that the household declined, whoever knew of it', async () => {
    const office = await openTestOffice()
    const unitId = await addUnit(office, '301')
    const declined = {
      unitId,
      rev: 0,
      declinedTimes: [{ weekdays: [2], from: '', to: '' }],
      noVisits: false,
      note: '',
    }
    expect((await office.runner.run(keepPreferenceCommand, declined)).ok).toBe(true)
    expect(await office.runner.run(keepPreferenceCommand, declined)).toMatchObject({
      refusal: { key: 'record.changedElsewhere' },
    })
    // A Tuesday.
    const { plan } = visitTo('5-2-301', '2026-03-03T02:00:00.000Z')
    expect(await office.runner.run(planVisitCommand, { plan })).toMatchObject({
      refusal: { key: 'visit.timeDeclined', field: 'plan.appointmentAt' },
    })
    expect((await preferenceOf(office.db, unitId))?.declinedTimes).toHaveLength(1)
  })
})

describe('私密记录 (domain 8, 13)', () => {
  const SECRET = '家中老人患病'

  async function withSecret() {
    const office = await openTestOffice()
    await addUnit(office, '301')
    await office.signInAs('clerk')
    const given = { ...visitTo('5-2-301', AT), privateNotes: SECRET }
    const made = await office.runner.run(registerVisitCommand, given)
    if (!made.ok) throw new Error(made.refusal.key)
    return { office, id: made.value.value.id, given }
  }

  const asRole = async (office: TestOffice, id: string, role: Role) => {
    await office.signInAs(role)
    office.db.reader = () => office.session.actor()
    return privateNotesOf(office.db, id)
  }

  it('are read by the 访问人, 客服主管 and 主任 only', async () => {
    const { office, id } = await withSecret()
    for (const role of ['clerk', 'supervisor', 'director'] as const) {
      expect(await asRole(office, id, role)).toMatchObject({ text: SECRET })
    }
    expect(await asRole(office, id, 'viewer')).toBe('hidden')
    office.db.reader = () => ({ userId: 'somebody', role: 'clerk' })
    expect(await privateNotesOf(office.db, id)).toBe('hidden')
    expect((await getRecord(office.db, 'visitNotes', id))?.text).toBe('')
    office.db.reader = () => null
    expect(await privateNotesOf(office.db, id)).toBe('hidden')
  })

  it('are in no record, list, search document or timeline', async () => {
    const { office, id } = await withSecret()
    const known = await asRole(office, id, 'supervisor')
    const before = known === 'hidden' ? null : (known?.at ?? null)
    office.clock.now = '2026-03-02T02:00:00.000Z'
    const again = { id, text: `${SECRET}，已住院`, before }
    expect((await office.runner.run(writePrivateCommand, again)).ok).toBe(true)
    expect(await office.runner.run(writePrivateCommand, again)).toMatchObject({
      refusal: { key: 'record.changedElsewhere' },
    })
    const told = [
      await office.db.of('visits').toArray(),
      await office.db.of('searchDocs').toArray(),
      await office.db.of('audit').toArray(),
      await office.db.of('auditDetails').toArray(),
      await timelineOf(office.db, id),
    ]
    expect(JSON.stringify(told)).not.toContain(SECRET)
    // The ledger keeps them, or a recovery would lose them.
    expect(office.lines.some(({ body }) => body.includes(SECRET))).toBe(true)
  })

  it('are refused where the 访问人 is somebody else, and then nothing is kept', async () => {
    const { office, given } = await withSecret()
    await office.signInAs('clerk')
    const foreign = { ...given, plan: { ...given.plan, visitor: '用户supervisor' } }
    expect(await office.runner.run(registerVisitCommand, foreign)).toMatchObject({
      refusal: { key: 'visit.privateNotAllowed', field: 'privateNotes' },
    })
    expect(await office.db.of('visits').count()).toBe(1)
    const without = await office.runner.run(registerVisitCommand, { ...foreign, privateNotes: '' })
    if (!without.ok) throw new Error(without.refusal.key)
    expect(without.value.value.number).toBe('客服-FW-2026-0002')
    const { id } = without.value.value
    const supervisor = (await office.db.of('users').toArray()).find(({ role }) => role === 'supervisor')
    expect((await office.db.of('visits').get(id))?.visitorUserId).toBe(supervisor?.id)
    expect(await office.runner.run(writePrivateCommand, { id, text: 'x', before: null })).toMatchObject({
      refusal: { key: 'visit.privateNotAllowed' },
    })
  })

  it('go over to another 访问人, and from the one before', async () => {
    const { office, id, given } = await withSecret()
    const plan = { ...given.plan, visitor: '用户supervisor' }
    const changed = { id, rev: 1, ...given, plan, privateNotes: '' }
    expect((await office.runner.run(amendVisitCommand, changed)).ok).toBe(true)
    expect(await asRole(office, id, 'clerk')).toBe('hidden')
    expect((await getRecord(office.db, 'visitNotes', id))?.text).toBe('')
    expect(await asRole(office, id, 'supervisor')).toMatchObject({ text: SECRET })
  })

  async function asAnotherClerk({ runner, session, db, signInAs }: TestOffice) {
    await signInAs('director')
    await runner.run(createUserCommand, {
      name: '小赵',
      role: 'clerk' as const,
      active: true,
      pinHash: PIN_HASH,
    })
    const another = (await db.of('users').toArray()).find(({ name }) => name === '小赵')
    if (another) session.signedIn(another)
    db.reader = () => session.actor()
  }

  it('are not read by a clerk who makes themselves the 访问人', async () => {
    const { office, id, given } = await withSecret()
    await asAnotherClerk(office)
    for (const visitor of ['', '小赵']) {
      const taken = { id, rev: 1, ...given, plan: { ...given.plan, visitor }, privateNotes: '' }
      expect(await office.runner.run(amendVisitCommand, taken)).toMatchObject({
        refusal: { key: 'visit.privateNotAllowed' },
      })
    }
    expect(await privateNotesOf(office.db, id)).toBe('hidden')
  })

  it('are not even told of in the timeline, which stays whole without them', async () => {
    const { office, id } = await withSecret()
    await office.runner.run(giveOpinionCommand, { id, rev: 1, text: '已转' })
    office.clock.now = '2026-03-02T02:00:00.000Z'
    const again = { id, text: `${SECRET}，已住院`, before: '2026-03-02T01:00:00.000Z' }
    expect((await office.runner.run(writePrivateCommand, again)).ok).toBe(true)
    const commands = async () => (await timelineOf(office.db, id)).map(({ entry }) => entry.command)
    office.db.reader = () => office.session.actor()
    expect(await commands()).toEqual(['visit.writePrivate', 'visit.giveOpinion', 'visit.register'])
    await asAnotherClerk(office)
    expect(await commands()).toEqual(['visit.giveOpinion', 'visit.register'])
    const told = await timelineOf(office.db, id)
    expect(told[0]?.detail?.changes[0]?.fields.map(({ path }) => path)).toContain('opinion')
    expect(JSON.stringify(told.map(({ detail }) => detail))).not.toContain('visitNotes')
  })

  it('stay when a step of the visit is taken back', async () => {
    const { office, id } = await withSecret()
    await office.runner.run(giveOpinionCommand, { id, rev: 1, text: '已转' })
    expect((await office.runner.run(undoVisitCommand, { id, rev: 2 })).ok).toBe(true)
    expect(await asRole(office, id, 'clerk')).toMatchObject({ text: SECRET })
  })
})

describe('whom to visit next (domain 8)', () => {
  it('leaves out who is vacant, was visited, has a plan, or declined the moment', async () => {
    const office = await openTestOffice()
    const at = office.clock.now
    const rooms = ['301', '302', '303', '304']
    const ids = new Map<string, string>()
    for (const room of rooms) ids.set(room, await addUnit(office, room))
    await addUnit(office, '305', 'vacant')
    const suggested = async () =>
      (await whomToVisit(office.db, at, 'clerk', 10)).map(({ unitCode }) => unitCode)
    expect(await suggested()).toEqual(['5-2-301', '5-2-302', '5-2-303', '5-2-304'])
    await register(office, '5-2-301', AT, { way: 'office' })
    const { plan } = visitTo('5-2-302', '2026-03-05T02:00:00.000Z')
    await office.runner.run(planVisitCommand, { plan })
    await office.runner.run(keepPreferenceCommand, {
      unitId: ids.get('303') ?? '',
      rev: 0,
      declinedTimes: [{ weekdays: [], from: '09:00', to: '09:30' }],
      noVisits: false,
      note: '',
    })
    // 09:00 of the estate.
    expect(await suggested()).toEqual(['5-2-304'])
    const later = await whomToVisit(office.db, '2026-03-02T02:00:00.000Z', 'clerk', 10)
    expect(later.map(({ unitCode }) => unitCode)).toEqual(['5-2-303', '5-2-304'])
  })
})
