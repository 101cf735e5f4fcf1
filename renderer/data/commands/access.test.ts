import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { accessLog } from '../queries/accessLog'
import { findPerson } from '../queries/personSearch'
import { timelineOf } from '../queries/records'
import { intakeOf } from '../testing/complaints'
import { kept } from '../testing/months'
import { openTestOffice, type TestOffice } from '../testing/office'
import { ACCESS_NOTES } from './access'
import { registerComplaintCommand, voidComplaintCommand } from './complaints'
import { noteListExportCommand } from './exportList'
import type { SavedRecord } from './recordCommand'
import { noteTakeOutCommand } from './takeOut'
import { updateUserCommand } from './users'

const DAY = { from: '2026-03-02T00:00:00.000Z', until: '2026-03-03T00:00:00.000Z' }

let office: TestOffice
let complaint: SavedRecord
beforeEach(async () => {
  office = await openTestOffice()
  office.db.reader = () => {
    const { user } = office.session.snapshot()
    return user && { userId: user.id, role: user.role }
  }
  await office.signInAs('clerk')
  const intake = intakeOf('电梯停运', { registeredAt: office.clock.now })
  complaint = kept(await office.runner.run(registerComplaintCommand, { intake, receivedBy: '' }))
})

const read = () =>
  office.runner.run(ACCESS_NOTES.restricted, { table: 'complaints', id: complaint.id, count: 1 })

/** The log as the director sees it, and nobody else. */
async function seenLog() {
  await office.signInAs('director')
  return accessLog(office.db, DAY)
}

describe('访问记录 (domain 13)', () => {
  it('notes a reading once a user, record and hour, and leaves the record’s history alone', async () => {
    kept(await read())
    office.clock.now = '2026-03-02T01:59:00.000Z'
    kept(await read())
    expect(await seenLog()).toMatchObject([
      { kind: 'restricted', who: '用户clerk', number: complaint.number },
    ])
    await office.signInAs('supervisor')
    kept(await read())
    office.clock.now = '2026-03-02T03:01:00.000Z'
    kept(await read())
    expect((await seenLog()).map(({ who }) => who)).toEqual(['用户supervisor', '用户supervisor', '用户clerk'])
    expect(await timelineOf(office.db, complaint.id)).toHaveLength(1)
  })

  it('holds 导出全部资料 with the number of its records', async () => {
    await office.signInAs('director')
    kept(await office.runner.run(noteTakeOutCommand, { records: 12, files: 3 }))
    expect(await seenLog()).toMatchObject([{ kind: 'export', table: 'office', count: 12, number: '' }])
  })

  it('holds exports with their filter, and every search', async () => {
    kept(await office.runner.run(noteListExportCommand, { table: 'complaints', count: 3, filter: '未结' }))
    for (const count of [1, 2])
      kept(await office.runner.run(ACCESS_NOTES.search, { table: 'persons', id: '', count }))
    const log = await seenLog()
    expect(log.map(({ kind, count }) => [kind, count]).toSorted()).toEqual([
      ['export', 3],
      ['search', 1],
      ['search', 2],
    ])
    expect(log.find(({ kind }) => kind === 'export')?.filter).toBe('未结')
  })
})

describe('who sees what of the people (domain 1, 13; decision 19)', () => {
  const who = { personId: null, name: '王小明', phone: '' }
  const ALL_ROLES = ['clerk', 'supervisor', 'director', 'viewer'] as const

  it.each(ALL_ROLES)('the log is empty for everybody but the director: %s', async (role) => {
    kept(await read())
    await office.signInAs(role)
    expect(await accessLog(office.db, DAY)).toHaveLength(role === 'director' ? 1 : 0)
  })

  it.each(ALL_ROLES)('a person is searched for by those who answer requests: %s', async (role) => {
    const { intake } = (await office.db.of('complaints').get(complaint.id)) ?? {}
    await office.signInAs(role)
    const asked = { ...who, name: intake?.complainant.name ?? '' }
    const hits = await findPerson(office.db, asked, () => undefined, office.clock.now)
    expect(hits).toHaveLength(role === 'supervisor' || role === 'director' ? 1 : 0)
  })

  it('nobody is told anything before they sign in', async () => {
    kept(await read())
    office.session.signOut()
    expect(await accessLog(office.db, DAY)).toEqual([])
    expect(await findPerson(office.db, who, () => undefined, office.clock.now)).toEqual([])
  })
})

describe('a user who is switched off (domain 1)', () => {
  it('goes from the sign-in list and stays on every record', async () => {
    await office.signInAs('director')
    const user = (await office.db.of('users').toArray()).find(({ role }) => role === 'clerk')
    const off = { userId: user?.id ?? '', name: '用户clerk', role: 'clerk' as const, active: false }
    kept(await office.runner.run(updateUserCommand, off))
    const record = await office.db.of('complaints').get(complaint.id)
    expect(record?.createdBy).toBe('用户clerk')
    expect(record?.steps[0]).toMatchObject({ by: '用户clerk', userId: user?.id })
    const [first] = (await timelineOf(office.db, complaint.id)).toReversed()
    expect(first?.detail?.userName).toBe('用户clerk')
    expect((await office.db.of('users').get(user?.id ?? ''))?.active).toBe(false)
  })
})

describe('what the office holds about somebody (个人信息保护法 45)', () => {
  it('is found in every register by name or phone', async () => {
    const record = await office.db.of('complaints').get(complaint.id)
    const { name, phone } = record?.intake.complainant ?? { name: '', phone: '' }
    const steps: number[] = []
    await office.signInAs('supervisor')
    const hits = await findPerson(
      office.db,
      { personId: null, name, phone },
      (done) => steps.push(done),
      office.clock.now,
    )
    expect(hits).toMatchObject([{ table: 'complaints', number: complaint.number, erased: false }])
    expect(hits[0]?.parts[0]).toBe('complainant')
    expect(steps.length).toBeGreaterThan(10)
  })

  it('says of every record why it cannot be erased, and whose it is where the person is only mentioned', async () => {
    const { name } = (await office.db.of('complaints').get(complaint.id))?.intake.complainant ?? { name: '' }
    const complainant = {
      anonymous: false,
      personId: null,
      unitId: null,
      name: '孙丽华',
      phone: '13900000000',
      unitCode: '',
    }
    const intake = intakeOf(`楼上${name}很吵`, { registeredAt: office.clock.now, complainant })
    kept(await office.runner.run(registerComplaintCommand, { intake, receivedBy: '' }))
    await office.signInAs('director')
    const who = { personId: null, name, phone: '' }
    const hits = await findPerson(office.db, who, () => undefined, office.clock.now)
    expect(hits.map(({ parts, bar }) => [parts[0], bar])).toEqual([
      ['complainant', { key: 'privacy.stillOpen', params: { number: complaint.number } }],
      ['mentioned', { key: 'privacy.mentionedOf', params: { owner: '孙丽华' } }],
    ])
    const { rev = 0 } = (await office.db.of('complaints').get(complaint.id)) ?? {}
    kept(await office.runner.run(voidComplaintCommand, { id: complaint.id, rev, reason: '登记两次' }))
    const [own] = await findPerson(office.db, who, () => undefined, office.clock.now)
    expect(own?.bar).toBeNull()
  })
})
