import { beforeEach, describe, expect, it } from 'vitest'
import type { ComplaintIntake } from '../../../shared/domain/complaint/types'
import type { Result } from '../../../shared/util/result'
import type { Saved } from '../core/commandRunner'
import { SearchIndex } from '../search/searchIndex'
import { findByNumber } from '../queries/numbers'
import { listRecords } from '../queries/lists'
import { getRecord, timelineOf } from '../queries/records'
import { findSimilar } from '../queries/similar'
import { intakeOf } from '../testing/complaints'
import { openTestOffice, type TestOffice } from '../testing/office'
import { addComplainantCommand, joinComplaintsCommand } from './complaintPeople'
import { registerComplaintCommand } from './complaints'
import { saveUnitCommand } from './households'
import { linkRecordsCommand, unlinkRecordsCommand } from './recordLinks'

let office: TestOffice
beforeEach(async () => {
  office = await openTestOffice()
  await office.signInAs('clerk')
})

function valueOf<T>(result: Result<Saved<T>>): T {
  if (!result.ok) throw new Error(result.refusal.key)
  return result.value.value
}

async function register(content: string, change: Partial<ComplaintIntake> = {}) {
  const intake = intakeOf(content, change)
  return valueOf(await office.runner.run(registerComplaintCommand, { intake, receivedBy: '' }))
}

const read = async (id: string) => {
  const record = await getRecord(office.db, 'complaints', id)
  if (!record) throw new Error('no record')
  return record
}
const complainant = { ...intakeOf('').complainant, name: '李四', unitCode: '6-1-101', phone: '13900005678' }
const said = {
  complainant,
  channel: 'visit' as const,
  saidAt: '2026-03-02T01:00:00.000Z',
  words: '晚上停了两次',
  receivedBy: '',
}
const addTo = ({ id, rev }: { id: string; rev: number }) =>
  office.runner.run(addComplainantCommand, { id, rev, ...said })

async function unit(room: string) {
  const made = {
    id: null,
    building: '6',
    section: '1',
    room,
    use: 'residence' as const,
    area: null,
    status: 'ownerOccupied' as const,
    moveInDate: null,
  }
  return valueOf(await office.runner.run(saveUnitCommand, made)).id
}

describe('其他投诉人', () => {
  it('lists the matter in the history of their household, and under both who took it in', async () => {
    const unitId = await unit('101')
    const saved = await register('电梯停了')
    await office.signInAs('supervisor')
    expect((await addTo(saved)).ok).toBe(true)
    const record = await read(saved.id)
    expect(record.others[0]?.complainant.unitId).toBe(unitId)
    for (const facet of [`#unit:${unitId}`, ...record.alsoFirstAskedUserIds.map((id) => `first:${id}`)]) {
      const request = { table: 'complaints', facets: [facet], after: null, limit: 5 } as const
      const { rows } = await listRecords(office.db, { ...request, facets: [...request.facets] })
      expect(rows.map(({ id }) => id)).toEqual([saved.id])
    }
  })

  it('takes the draft of the intake with it, and no number', async () => {
    const saved = await register('电梯停了')
    const draft = { id: 'd', kind: 'complaint.register', targetId: '', title: '', values: {}, userId: 'u' }
    await office.db.of('drafts').put({ ...draft, updatedAt: office.clock.now })
    const input = { id: saved.id, rev: saved.rev, ...said }
    valueOf(await office.runner.run(addComplainantCommand, input, { draftId: 'd' }))
    expect(await office.db.of('drafts').count()).toBe(0)
    expect(await office.db.of('complaints').count()).toBe(1)
    expect((await register('另一件')).number).toMatch(/0002$/)
  })

  it('is refused to 查阅, and on a record that was changed meanwhile', async () => {
    const saved = await register('电梯停了')
    valueOf(await addTo(saved))
    expect(await addTo(saved)).toMatchObject({ refusal: { key: 'record.changedElsewhere' } })
    await office.signInAs('viewer')
    expect(await addTo({ ...saved, rev: saved.rev + 1 })).toMatchObject({
      refusal: { key: 'role.notAllowed' },
    })
  })
})

describe('并案, both records or none', () => {
  const join = (record: { id: string; rev: number }, into: { id: string; rev: number }) =>
    office.runner.run(joinComplaintsCommand, {
      id: record.id,
      rev: record.rev,
      intoId: into.id,
      intoRev: into.rev,
    })

  it('ends one, and both timelines say it', async () => {
    const first = await register('电梯停了')
    const second = await register('电梯又停了', { complainant })
    const joined = valueOf(await join(second, first))
    expect(joined).toMatchObject({ id: second.id, into: { id: first.id } })
    expect(await read(second.id)).toMatchObject({ state: 'closed', joinedInto: first.id })
    expect((await read(first.id)).others[0]?.fromNumber).toBe(second.number)
    for (const { id } of [first, second]) {
      const [entry] = await timelineOf(office.db, id)
      expect(entry?.entry.command).toBe('complaint.join')
      expect(entry?.detail?.reason).toBe(`${second.number} → ${first.number}`)
    }
  })

  it('writes neither where one was changed meanwhile', async () => {
    const first = await register('电梯停了')
    const second = await register('电梯又停了')
    valueOf(await addTo(first))
    expect(await join(second, first)).toMatchObject({ refusal: { key: 'record.changedElsewhere' } })
    expect((await read(second.id)).state).toBe('accepted')
  })
})

describe('关联, by number and on both sides', () => {
  it.each(['2', '0002', 'ts-2026-2', '客服-TS-2026-0002'])('finds %s', async (typed) => {
    await register('一')
    const second = await register('二')
    const found = await findByNumber(office.db, 'complaints', 'complaint', typed, office.clock.now)
    expect(found.map(({ id }) => id)).toEqual([second.id])
  })

  it('links and unlinks both in one command', async () => {
    const first = await register('一')
    const second = await register('二')
    const both = { table: 'complaints', other: { table: 'complaints', id: second.id } } as const
    const linked = valueOf(
      await office.runner.run(linkRecordsCommand, { ...both, id: first.id, rev: first.rev }),
    )
    expect((await read(first.id)).links).toMatchObject([{ id: second.id, relation: 'related' }])
    expect((await read(second.id)).links).toMatchObject([{ id: first.id, number: first.number }])
    valueOf(await office.runner.run(unlinkRecordsCommand, { ...both, id: first.id, rev: linked.rev }))
    expect((await read(first.id)).links).toEqual([])
    expect((await read(second.id)).links).toEqual([])
  })
})

describe('可能是同一件事: candidates by index', () => {
  const search = () => {
    const index = new SearchIndex()
    for (const change of office.changes) index.apply(change)
    return { search: async (request: Parameters<SearchIndex['search']>[0]) => index.search(request) }
  }

  it('finds by household, by place and by words, and leaves out the record itself', async () => {
    const unitId = await unit('101')
    const mine = await register('垃圾房门禁坏了三天', { complainant: { ...complainant, unitId } })
    const there = await register('路灯不亮', { place: '6号楼大堂' })
    const words = await register('垃圾三天没有清运', { place: '' })
    await register('楼上装修', { place: '东门' })
    const matter = {
      unitIds: [unitId],
      place: '6栋大堂',
      texts: ['垃圾三天没人清运'],
      at: office.clock.now,
    }
    const found = await findSimilar(office.db, search(), matter, office.clock.now)
    expect(found.map(({ record, reasons }) => [record.id, reasons]).toSorted()).toEqual(
      [
        [mine.id, ['household']],
        [there.id, ['place']],
        [words.id, ['words']],
      ].toSorted(),
    )
    const others = await findSimilar(office.db, search(), matter, office.clock.now, mine.id)
    expect(others).toHaveLength(2)
  })
})
