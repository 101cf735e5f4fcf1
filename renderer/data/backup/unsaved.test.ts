import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { registerComplaintCommand } from '../commands/complaints'
import { intakeOf } from '../testing/complaints'
import { openTestOffice } from '../testing/office'
import { unsavedSince } from './unsaved'

describe('the oldest work that no backup holds', () => {
  it('is the first entry after the newest backup', async () => {
    const office = await openTestOffice()
    const { seq = 0 } = office.lines.at(-1) ?? {}
    const begun = office.clock.now
    office.clock.now = '2026-03-02T03:00:00.000Z'
    await office.runner.run(registerComplaintCommand, { intake: intakeOf('漏水'), receivedBy: '' })
    expect(await unsavedSince(office.db, seq)).toBe('2026-03-02T03:00:00.000Z')
    expect(await unsavedSince(office.db, seq + 1)).toBeNull()
    expect(await unsavedSince(office.db, null)).toBe(begun)
    // Another chain: a ledger that was written anew.
    expect(await unsavedSince(office.db, seq + 100)).toBe(begun)
  })

  it('is nothing before the office is set up', async () => {
    expect(await unsavedSince((await openTestOffice(false)).db, null)).toBeNull()
  })
})
