import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newPassword, readPassword } from './password'
import type { KeyStore } from './slot'
import { openVault, type Vault } from './vault'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vault-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A key store of one user of one machine: another key opens nothing of it. */
function keyStore(key: number | null): KeyStore {
  const turn = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ (key ?? 0))
  return {
    isSafe: () => key !== null,
    seal: (text) => turn(Buffer.from(text)),
    open: (bytes) => Buffer.from(turn(bytes)).toString('utf8'),
  }
}

const start = (store = keyStore(77)): Vault =>
  openVault({
    vaultPath: join(folder, 'vault.json'),
    slotPath: join(folder, 'slot.json'),
    keyStore: store,
    clock: () => new Date('2026-11-22T02:00:00Z'),
  })

async function made(vault: Vault) {
  const created = await vault.create()
  if (!created.ok) throw new Error(created.refusal.key)
  return created.value
}

describe('备份密码', () => {
  it('is six groups of four letters that are not mistaken for each other', () => {
    const passwords = Array.from({ length: 200 }, newPassword)
    for (const password of passwords)
      expect(password).toMatch(/^[2-9A-HJKMNP-TW-Z]{4}(-[2-9A-HJKMNP-TW-Z]{4}){5}$/)
    expect(new Set(passwords).size).toBe(200)
  })

  it('is read however it is typed', () => {
    const password = newPassword()
    const typed = ` ${password.toLowerCase().replaceAll('-', '　')} `
    expect(readPassword(typed)).toBe(password)
    expect(readPassword(password.replaceAll('-', ''))).toBe(password)
  })
})

describe('the vault', () => {
  it('is none until it is made, then open on this machine without a password', async () => {
    expect(await start().state()).toMatchObject({ kind: 'none', sheet: null })
    const sheet = await made(start())
    const again = start()
    expect(await again.state()).toMatchObject({ kind: 'open', sheet: { id: sheet.sheetId, printedAt: null } })
    expect((await again.secrets())?.password).toBe(sheet.password)
    expect(await again.create()).toMatchObject({ refusal: { key: 'vault.exists' } })
  })

  it('is locked where the key store is another, and opened for good by the sheet', async () => {
    const sheet = await made(start())
    const elsewhere = keyStore(78)
    expect((await start(elsewhere).state()).kind).toBe('locked')
    expect(await start(elsewhere).secrets()).toBeNull()
    expect(await start(elsewhere).unlock('AAAA-BBBB')).toMatchObject({
      refusal: { key: 'vault.wrongPassword' },
    })
    expect(await start(elsewhere).unlock(sheet.password.toLowerCase())).toMatchObject({ ok: true })
    expect((await start(elsewhere).state()).kind).toBe('open')
    expect(await start(elsewhere).matches(sheet.password)).toBe(true)
    expect(await start(elsewhere).matches(newPassword())).toBe(false)
  })

  it('keeps nothing in its file, nor in the slot of a real key store, that can be read without a key', async () => {
    const vault = start()
    const { password } = await made(vault)
    const secrets = await vault.secrets()
    for (const name of ['vault.json', 'slot.json']) {
      const text = await readFile(join(folder, name), 'utf8')
      for (const secret of [password, secrets?.identity ?? '', secrets?.fieldKey ?? ''])
        expect(text).not.toContain(secret)
    }
  })

  it('says so where the system has no key store, and works all the same', async () => {
    await made(start(keyStore(null)))
    expect(await start(keyStore(null)).state()).toMatchObject({ kind: 'open', keyStoreIsSafe: false })
  })

  it('makes a damaged or lost file anew from the slot, with the same sheet', async () => {
    const sheet = await made(start())
    for (const damage of [
      () => writeFile(join(folder, 'vault.json'), '{"version":1'),
      () => rm(join(folder, 'vault.json')),
    ]) {
      await damage()
      expect(await start().sheet()).toMatchObject({
        ok: true,
        value: { password: sheet.password, sheetId: sheet.sheetId },
      })
      expect(await start(keyStore(1)).unlock(sheet.password)).toMatchObject({ ok: true })
      // The slot is this machine's again.
      expect(await start().unlock(sheet.password)).toMatchObject({ ok: true })
    }
  })

  it('does not pass for none where its file is damaged and nothing else opens it', async () => {
    await made(start())
    await writeFile(join(folder, 'vault.json'), 'not json')
    const lost = start(keyStore(3))
    expect((await lost.state()).kind).toBe('damaged')
    expect(await lost.create()).toMatchObject({ refusal: { key: 'vault.exists' } })
  })

  it('tells a damaged file from a wrong password, and keeps what is there', async () => {
    const sheet = await made(start())
    const path = join(folder, 'vault.json')
    const file = JSON.parse(await readFile(path, 'utf8'))
    const lines: string[] = file.secrets.split('\n')
    // The last line of the armoured text: what the password seals, not how it seals.
    const at = lines.findLastIndex((line) => /^[A-Za-z0-9+/=]+$/.test(line))
    lines[at] = lines[at]?.startsWith('A') ? `B${lines[at].slice(1)}` : `A${lines[at]?.slice(1)}`
    const spoilt = JSON.stringify({ ...file, secrets: lines.join('\n') })
    await writeFile(path, spoilt)
    expect(await start(keyStore(9)).unlock(sheet.password)).toMatchObject({
      refusal: { key: 'vault.damaged' },
    })
    expect(await readFile(path, 'utf8')).toBe(spoilt)
  })

  it('changes its password and keeps its keys', async () => {
    const vault = start()
    const first = await made(vault)
    const before = await vault.secrets()
    await vault.markPrinted()
    const renewed = await vault.renew()
    expect(renewed).toMatchObject({ ok: true })
    const after = await start().secrets()
    expect(after).toMatchObject({ identity: before?.identity, fieldKey: before?.fieldKey })
    expect(after?.password).not.toBe(first.password)
    expect((await start().state()).sheet?.printedAt).toBeNull()
    expect(await start(keyStore(5)).unlock(first.password)).toMatchObject({ ok: false })
  })
})
