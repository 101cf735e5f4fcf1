import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { recoverPin, type Trying, tryPin } from './access'
import { setPinCommand } from './commands/users'
import { usersWithoutPin } from './queries/pins'
import { openTestOffice, type TestOffice } from './testing/office'

const HASH = 'scrypt$32768$8$1$bmV3bmV3bmV3bmV3bmV3$bmV3bmV3bmV3'
const PASSWORD = '2K7M-X9QD-HB4T-8WZN-PC5R-6YJA'

let office: TestOffice
let ids: Record<string, string>
beforeEach(async () => {
  office = await openTestOffice()
  office.session.signOut()
  const users = await office.db.of('users').toArray()
  ids = Object.fromEntries(users.map(({ role, id }) => [role, id]))
})

/** As much of the desk as a sign-in uses: the PIN is 270914 for everybody. */
function desk(): Trying {
  const ports = {
    now: () => office.clock.now,
    verifyPin: async (pin: string) => pin === '270914',
    matchesSheet: async (typed: string) => typed === PASSWORD,
  }
  return { db: office.db, ports, run: (spec, input, options) => office.runner.run(spec, input, options) }
}

const attempt = (role: string, password: string) =>
  recoverPin(desk(), { userId: ids[role] ?? '', password, pinHash: HASH })
const credential = (role: string) => office.db.of('credentials').get(ids[role] ?? '')

describe('the director who forgot the PIN (domain 1)', () => {
  it('gets a new one with the sheet though the old one is locked', async () => {
    for (let tries = 0; tries < 5; tries += 1) await tryPin(desk(), ids['director'] ?? '', '000001')
    expect(await tryPin(desk(), ids['director'] ?? '', '270914')).toMatchObject({
      refusal: { key: 'office.locked' },
    })
    expect(await attempt('director', PASSWORD)).toMatchObject({ ok: true, value: { role: 'director' } })
    expect(await credential('director')).toMatchObject({ pinHash: HASH, failedTries: 0, lockedUntil: null })
    const entries = await office.db.of('audit').toArray()
    expect(entries.at(-1)).toMatchObject({ command: 'user.recoverPin', userId: 'system' })
    expect(JSON.stringify(await office.db.of('auditDetails').toArray())).not.toContain(HASH)
  })

  it('says how many tries are left, then for how long none is taken, the right one neither', async () => {
    const said = []
    for (let tries = 0; tries < 5; tries += 1) said.push(await attempt('director', 'WRONG'))
    expect(said[0]).toMatchObject({
      refusal: { key: 'office.sheetWrong', field: 'password', params: { left: 4 } },
    })
    expect(said[4]).toMatchObject({
      refusal: { key: 'office.locked', field: 'password', params: { minutes: 5 } },
    })
    expect(await attempt('director', PASSWORD)).toMatchObject({ refusal: { key: 'office.locked' } })
    // The PIN itself goes on as before.
    expect(await tryPin(desk(), ids['director'] ?? '', '270914')).toMatchObject({ ok: true })
  })

  it('is for directors only, whatever is known of the sheet', async () => {
    for (const role of ['clerk', 'supervisor', 'viewer']) {
      expect(await attempt(role, PASSWORD)).toMatchObject({ refusal: { key: 'office.notAllowed' } })
      expect((await credential(role))?.pinHash).not.toBe(HASH)
    }
    expect(await recoverPin(desk(), { userId: 'nobody', password: PASSWORD, pinHash: HASH })).toMatchObject({
      refusal: { key: 'record.missing' },
    })
  })
})

describe('somebody who came from another machine, whose PIN did not (issue 7)', () => {
  const come = (role: string) => office.db.of('credentials').delete(ids[role] ?? '')

  it('is told that there is none here yet, not that it is wrong, and nothing is counted', async () => {
    await come('clerk')
    expect([...(await usersWithoutPin(office.db))]).toEqual([ids['clerk']])
    const entries = await office.db.of('audit').count()
    expect(await tryPin(desk(), ids['clerk'] ?? '', '270914')).toMatchObject({
      refusal: { key: 'office.noPin', field: 'pin', params: { name: '用户clerk' } },
    })
    expect(await office.db.of('audit').count()).toBe(entries)
    expect(await credential('clerk')).toBeUndefined()
  })

  it('signs in once the director of this machine has set one', async () => {
    await come('clerk')
    await office.signInAs('director')
    const set = await office.runner.run(setPinCommand, { userId: ids['clerk'] ?? '', pinHash: HASH })
    expect(set).toMatchObject({ ok: true })
    expect(await usersWithoutPin(office.db)).toEqual(new Set())
    expect(await tryPin(desk(), ids['clerk'] ?? '', '270914')).toMatchObject({ ok: true })
  })

  it('sets one with the recovery sheet where it is a director, and wrong tries at it lock all the same', async () => {
    await come('director')
    for (let tries = 0; tries < 5; tries += 1) await attempt('director', 'WRONG')
    expect(await attempt('director', PASSWORD)).toMatchObject({ refusal: { key: 'office.locked' } })
    expect([...(await usersWithoutPin(office.db))]).toEqual([ids['director']])
    expect(await tryPin(desk(), ids['director'] ?? '', '270914')).toMatchObject({
      refusal: { key: 'office.noPin' },
    })
    office.clock.now = '2026-03-03T01:00:00.000Z'
    expect(await attempt('director', PASSWORD)).toMatchObject({ ok: true })
    expect(await tryPin(desk(), ids['director'] ?? '', '270914')).toMatchObject({ ok: true })
  })
})
