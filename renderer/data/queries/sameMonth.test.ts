import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { addAttachmentsCommand } from '../commands/attachments'
import { reviewOf } from '../testing/months'
import { openTestOffice } from '../testing/office'
import { attachmentsOf } from './attachments'
import { timelineOf } from './records'

const MONTH = '2026-03'

it('tells the review of a month from what else is named by that month', async () => {
  const office = await openTestOffice()
  await reviewOf(office, MONTH)
  const file = {
    sha256: 'a'.repeat(64),
    size: 1,
    kind: 'image',
    mime: 'image/png',
    name: '月报.png',
  } as const
  const to = { table: 'monthReviews' as const, recordId: MONTH }
  const added = await office.runner.run(addAttachmentsCommand, { ...to, files: [file], sheet: null })
  expect(added.ok).toBe(true)

  expect((await attachmentsOf(office.db, MONTH, 'monthReviews')).map(({ name }) => name)).toEqual([
    '月报.png',
  ])
  expect(await attachmentsOf(office.db, MONTH, 'visitMonths')).toEqual([])
  expect((await timelineOf(office.db, MONTH, 'monthReviews')).length).toBeGreaterThan(1)
  expect(await timelineOf(office.db, MONTH, 'visitMonths')).toEqual([])
})
