import 'fake-indexeddb/auto'
import { beforeAll, expect, it } from 'vitest'
import { registered } from '../../../shared/domain/complaint/testing'
import { loadPinyin } from '../../../shared/util/pinyin'
import { registerComplaintCommand, voidComplaintCommand } from '../commands/complaints'
import { BEGINNING } from '../replica/mark'
import { takeCommand } from '../replica/take'
import { intakeOf } from '../testing/complaints'
import { openTestOffice, type TestOffice } from '../testing/office'
import { SearchIndex } from './searchIndex'

beforeAll(() => loadPinyin())

/** A search that is told of every commit, as the window's worker is. */
function searchOf(office: TestOffice) {
  const index = new SearchIndex()
  let told = 0
  return (query: string, facets: string[] = []) => {
    for (const change of office.changes.slice(told)) index.apply(change)
    told = office.changes.length
    return index
      .search({ query, kinds: ['complaint'], facets, limit: 9, ranked: true })
      .hits.map(({ id }) => id)
  }
}

it('finds what was saved, and no longer what it said before, the moment a command returns', async () => {
  const office = await openTestOffice()
  const find = searchOf(office)
  const intake = intakeOf('电梯漏水', { registeredAt: office.clock.now })
  const saved = await office.runner.run(registerComplaintCommand, { intake, receivedBy: '' })
  if (!saved.ok) throw new Error(saved.refusal.key)
  const { id, rev, number } = saved.value.value
  expect(find('漏水')).toEqual([id])
  expect(find(number, ['open'])).toEqual([id])
  await office.runner.run(voidComplaintCommand, { id, rev, reason: '登记两次' })
  expect(find(number, ['open'])).toEqual([])
  expect(find(number, ['ended'])).toEqual([id])
})

it('finds what replication has taken in the moment it is in the books', async () => {
  const office = await openTestOffice()
  const find = searchOf(office)
  expect(find('漏水')).toEqual([])
  const row = { ...registered({ content: '地下室漏水' }), id: 'there', number: '客服-TS-2026-B0001' }
  const taken = await office.runner.run(takeCommand, {
    records: [
      {
        table: 'complaints',
        recordId: 'there',
        rev: '1-ab',
        row: row as unknown as Record<string, unknown>,
        seen: { another: 1 },
        opId: 'op-b',
        deviceId: 'another',
        frozen: false,
        withheld: [],
      },
    ],
    entries: [],
    mark: { replicating: true, server: 's', checkpoint: BEGINNING, confirmed: 0, deviceId: '' },
  })
  expect(taken.ok).toBe(true)
  expect(find('漏水')).toEqual(['there'])
  expect(find('tsB0001'.toLowerCase())).toEqual([])
  expect(find('b0001')).toEqual(['there'])
})
