import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { recoverPinCommand } from '../commands/recoverPin'
import { noteSheetCommand } from '../commands/vault'
import { recordTryCommand, setPinCommand } from '../commands/users'
import { openTestOffice, type TestOffice } from '../testing/office'
import { failedTries } from './failedTries'

const HASH = 'scrypt$32768$8$1$bmV3bmV3bmV3bmV3bmV3$bmV3bmV3bmV3'
const LONG_AGO = '2026-01-01T00:00:00.000Z'

let office: TestOffice
let ids: Record<string, string>
beforeEach(async () => {
  office = await openTestOffice()
  const users = await office.db.of('users').toArray()
  ids = Object.fromEntries(users.map(({ role, id }) => [role, id]))
})

const tryPin = (role: string, right: boolean) =>
  office.runner.run(recordTryCommand, { userId: ids[role] ?? '', right })
const trySheet = (right: boolean) =>
  office.runner.run(recoverPinCommand, { userId: ids['director'] ?? '', right, pinHash: HASH })
const minute = (n: number) => `2026-03-02T02:${String(n).padStart(2, '0')}:00.000Z`

async function found(since = LONG_AGO) {
  const all = await failedTries(office.db, since)
  return Object.fromEntries(all.map(({ user, tries }) => [user.role, tries.map(({ secret }) => secret)]))
}

describe('wrong tries, for the director (domain 1)', () => {
  it('are remembered after the right PIN cleared their count, the one that locked too', async () => {
    for (let tries = 0; tries < 5; tries += 1) await tryPin('clerk', false)
    await tryPin('clerk', true)
    expect(await found()).toEqual({ clerk: ['pin', 'pin', 'pin', 'pin', 'pin'] })
  })

  it('are told apart by what was tried, and by whom nothing was tried is left out', async () => {
    for (let tries = 0; tries < 6; tries += 1) await trySheet(false)
    await tryPin('director', false)
    office.clock.now = '2026-03-02T01:30:00.000Z'
    await trySheet(false)
    await trySheet(true)
    // The sixth of the first was refused: it was not looked at.
    expect(await found()).toEqual({ director: [...Array(5).fill('sheet'), 'pin', 'sheet'] })
  })

  it('count from an instant on, in the order in which they were made, with how long it locks', async () => {
    for (const [at, right] of [
      [1, false],
      [2, false],
      [3, true],
      [4, false],
    ] as const) {
      office.clock.now = minute(at)
      await tryPin('clerk', right)
    }
    const [clerk] = await failedTries(office.db, minute(2))
    expect(clerk?.tries.map(({ at }) => at)).toEqual([minute(2), minute(4)])
    expect(clerk).toMatchObject({ pinLockedUntil: null, sheetLockedUntil: null })
    for (let tries = 0; tries < 4; tries += 1) await tryPin('clerk', false)
    expect((await failedTries(office.db, minute(2)))[0]?.pinLockedUntil).toBe('2026-03-02T02:09:00.000Z')
  })

  it('are none of what else happens to a user, nor of the sheet', async () => {
    await office.signInAs('director')
    await office.runner.run(setPinCommand, { userId: ids['clerk'] ?? '', pinHash: HASH })
    const noted = await office.runner.run(noteSheetCommand, { step: 'printed' as const, sheetId: '3F2A1B' })
    expect(noted.ok).toBe(true)
    expect(await found()).toEqual({})
  })
})
