import 'fake-indexeddb/auto'
import { liveQuery } from 'dexie'
import { beforeAll, expect, it } from 'vitest'
import { loadPinyin } from '../../../shared/util/pinyin'
import { registerComplaintCommand } from '../commands/complaints'
import { intakeOf } from '../testing/complaints'
import { openTestOffice } from '../testing/office'
import { listRecords } from './lists'
import { countRange, facetRange } from './ranges'

beforeAll(() => loadPinyin())

it('a list that is watched sees what is registered later', async () => {
  const office = await openTestOffice()
  await office.signInAs('clerk')
  const lengths: number[] = []
  const watching = new Promise<void>((done) => {
    const query = async () =>
      listRecords(office.db, { table: 'complaints', facets: ['open'], after: null, limit: 100 })
    liveQuery(query).subscribe(({ rows }) => {
      lengths.push(rows.length)
      if (rows.length === 1) done()
      else void office.runner.run(registerComplaintCommand, { intake: intakeOf('电梯停运'), receivedBy: '' })
    })
  })
  await watching
  expect(lengths).toEqual([0, 1])
})

it('a range that is counted follows every save too', async () => {
  const office = await openTestOffice()
  await office.signInAs('clerk')
  const counts: number[] = []
  await new Promise<void>((done) => {
    const count = async () => countRange(office.db, 'complaints', facetRange('open'))
    liveQuery(count).subscribe((found) => {
      counts.push(found)
      if (found === 1) done()
      else void office.runner.run(registerComplaintCommand, { intake: intakeOf('电梯停运'), receivedBy: '' })
    })
  })
  expect(counts).toEqual([0, 1])
})
