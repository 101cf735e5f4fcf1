import 'fake-indexeddb/auto'
import { liveQuery } from 'dexie'
import { expect, it } from 'vitest'
import { registerComplaintCommand } from '../commands/complaints'
import { intakeOf } from '../testing/complaints'
import { openTestOffice } from '../testing/office'
import { listRecords } from './lists'

it('a list tells its live readers of a record that comes into it', async () => {
  const office = await openTestOffice()
  const seen: number[] = []
  const three = new Promise<void>((done) => {
    liveQuery(async () =>
      listRecords(office.db, { table: 'complaints', facets: ['open'], after: null, limit: 10 }),
    ).subscribe(({ rows }) => {
      seen.push(rows.length)
      if (rows.length === 2) done()
    })
  })
  await office.runner.run(registerComplaintCommand, { intake: intakeOf('一'), receivedBy: '' })
  await office.runner.run(registerComplaintCommand, { intake: intakeOf('二'), receivedBy: '' })
  await three
  expect(seen.at(-1)).toBe(2)
})
