import { describe, expect, it } from 'vitest'
import { complaintSchema, officeSettingsSchema } from '../../../shared/schema'
import { attachmentSchema } from '../../../shared/schema/register'
import type { DeskDatabase } from '../core/database'
import { withoutListKeys } from '../core/rowTraits'
import { listRecords } from '../queries/lists'
import { getRecord } from '../queries/records'
import { emptyDatabase, frozenDatabase, frozenRelease, migrated, readerOf } from '../testing/frozenRelease'
import { recoverFromLedger } from './recover'

const RELEASE = frozenRelease(2)

/** The complaint book is what it was, and the new registers are there and empty. */
async function checked(db: DeskDatabase): Promise<void> {
  const complaints = await db.of('complaints').toArray()
  // Its list keys are those of this release.
  expect(complaints.map(withoutListKeys)).toEqual(RELEASE.tables.complaints.map(withoutListKeys))
  for (const { id } of complaints) complaintSchema.parse(await getRecord(db, 'complaints', id))
  for (const attachment of await db.of('attachments').toArray()) attachmentSchema.parse(attachment)
  const open = await listRecords(db, { table: 'complaints', facets: ['open'], after: null, limit: 10 })
  expect(open.rows.map(({ number }) => number)).toHaveLength(3)
}

/** What somebody chose stays; the figures of domain 6 and 7 stand as they are by default. */
async function settingsOf(db: DeskDatabase) {
  const [row] = await db.of('settings').toArray()
  const { id: _id, ...settings } = row ?? { id: '' }
  return officeSettingsSchema.parse(settings)
}

describe('what the second release left behind', () => {
  it('is migrated, and what was chosen stays chosen', async () => {
    const db = await migrated(await frozenDatabase(RELEASE), 2)
    await checked(db)
    expect(await settingsOf(db)).toMatchObject({
      replyWithinDays: 8,
      lostSmallCustodyMonths: 3,
      lostLargeCustodyMonths: 12,
      lostThresholdTakesLonger: false,
      lostPoliceWorkdays: 0,
      incidentReportWithinHours: 24,
    })
  })

  it('comes back from its journal alone, and is migrated then', async () => {
    const db = await emptyDatabase()
    const { lines } = RELEASE
    expect((await recoverFromLedger(db, readerOf(lines), lines.length, () => undefined)).ok).toBe(true)
    await checked(await migrated(db, 2))
  })
})
