import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { backupIndexSchema } from '../../../shared/schema/backup'
import { systemDisk } from './disk'
import { withPatience } from './patience'
import { opening } from './seal'
import { contentOf, failingDisk, OFFICE, TestMachine } from './testing'

// Hundreds of backups are made here: what a password costs is looked at elsewhere.
vi.mock('../vault/sealed', async (original: () => Promise<object>) => ({
  ...(await original()),
  SCRYPT_LOG_N: 2,
}))

let machine: TestMachine
beforeEach(async () => {
  machine = await TestMachine.make()
})
afterEach(async () => {
  await machine.backups.close()
  await machine.remove()
})

async function names(place: string): Promise<string[]> {
  return (await readdir(machine.folder(place)).catch(() => []))
    .filter((name) => name.endsWith('.fdbackup'))
    .sort()
}

async function listed(place: string) {
  const text = await readFile(join(machine.folder(place), 'index.json'), 'utf8')
  return backupIndexSchema.parse(JSON.parse(text)).backups
}

async function stateOf(place: 'local' | 'second') {
  const found = (await machine.backups.state()).places.find((one) => one.place === place)
  if (!found) throw new Error(`no ${place}`)
  return found
}

async function chooseSecond(): Promise<void> {
  await mkdir(machine.path('stick'), { recursive: true })
  const chosen = await machine.backups.chooseSecond(machine.path('stick'), OFFICE)
  expect(chosen.ok).toBe(true)
}

/** Keeps a plain file as the store of attachments does. */
async function stored(bytes: Buffer): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await mkdir(machine.path('attachments', sha256.slice(0, 2)), { recursive: true })
  await writeFile(machine.path('attachments', sha256.slice(0, 2), sha256), bytes)
  return sha256
}

const entry = (seq: number, sha256: string) => ({
  seq,
  prev: '',
  digest: '1'.repeat(64),
  body: JSON.stringify({
    audit: { seq },
    detail: {},
    writes: [{ table: 'attachments', put: { id: 'a', sha256 } }],
  }),
})

describe('a backup', () => {
  it('holds manifest, keys, rows, what was written meanwhile, and its end', async () => {
    const sha256 = await stored(Buffer.from('later'))
    const made = await machine.backup({ seq: 7, meanwhile: [entry(6, sha256), entry(7, sha256)] })
    expect(made.ok).toBe(true)
    const [name = ''] = await names('local')
    expect(name).toMatch(/^20261122-0900\d\d-hourly\.fdbackup$/)
    const content = await contentOf(join(machine.folder('local'), name))
    expect(Object.keys(content)).toEqual([
      'manifest.json',
      'keys.json',
      'tables/complaints/0001.jsonl',
      'journal/0001.jsonl',
      'end.json',
    ])
    expect(JSON.parse(content['keys.json'] ?? '')).toEqual({
      identity: machine.secrets.identity,
      fieldKey: machine.secrets.fieldKey,
    })
    const lines = (content['journal/0001.jsonl'] ?? '').trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).audit.seq)).toEqual([6, 7])
    expect(JSON.parse(content['end.json'] ?? '')).toMatchObject({ to: { seq: 7 }, attachments: [sha256] })
    expect(await listed('local')).toMatchObject([{ name, lastSeq: 7, reason: 'hourly' }])
    expect(await machine.backups.lastSeq()).toBe(7)
  })

  it('is made one at a time', async () => {
    expect((await machine.backups.begin('byHand', OFFICE)).ok).toBe(true)
    expect(await machine.backup()).toMatchObject({ ok: false, refusal: { key: 'backup.running' } })
  })

  it.each([
    ['none', 'vault.none'],
    ['locked', 'vault.locked'],
  ] as const)('needs a vault that is open: %s', async (kind, key) => {
    machine.start(systemDisk, kind)
    expect(await machine.backup()).toMatchObject({ ok: false, refusal: { key } })
    expect((await machine.backups.state()).running).toBeNull()
  })

  it('can be cancelled between two entries, and leaves nothing', async () => {
    const begun = await machine.backups.begin('byHand', OFFICE)
    if (!begun.ok) throw new Error()
    await machine.backups.cancel()
    const added = await machine.backups.add(begun.value.token, 'manifest.json', '{}', 0)
    expect(added).toMatchObject({ ok: false, refusal: { key: 'backup.cancelled' } })
    expect((await readdir(machine.folder('local'))).filter((name) => name.includes('backup'))).toEqual([])
    expect((await stateOf('local')).trouble).toBeNull()
    expect((await machine.backup()).ok).toBe(true)
  })

  it('cancelled while its file is flushed is no trouble of the place, whatever the disk says then', async () => {
    const create: typeof systemDisk.create = async (path) => {
      const file = await systemDisk.create(path)
      const sync = async () => {
        // Waiting for it here would wait for itself: a place is asked one thing at a time.
        void machine.backups.cancel()
        throw Object.assign(new Error('gone'), { code: 'ENOENT' })
      }
      return { ...file, sync }
    }
    machine.start({ ...systemDisk, create })
    expect(await machine.backup()).toMatchObject({ ok: false, refusal: { key: 'backup.cancelled' } })
    expect((await stateOf('local')).trouble).toBeNull()
  })
})

describe('two places', () => {
  it('both hold every backup, read back', async () => {
    await chooseSecond()
    await machine.backup({ seq: 1 })
    await machine.backup({ seq: 2 })
    expect(await names('stick')).toEqual(await names('local'))
    expect(await listed('stick')).toEqual(await listed('local'))
    for (const { name, sha256 } of await listed('stick')) {
      const bytes = await readFile(join(machine.folder('stick'), name))
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    }
  })

  it('a stick that is away is remembered, and caught up when it is back', async () => {
    await chooseSecond()
    await machine.backup({ seq: 1 })
    await rename(machine.path('stick'), machine.path('away'))
    expect((await machine.backup({ seq: 2 })).ok).toBe(true)
    const away = await stateOf('second')
    expect(away).toMatchObject({ there: false, behind: true, trouble: { key: 'backup.missing' } })
    await machine.backup({ seq: 3 })
    // Since the first time, also after a new start.
    machine.start()
    expect((await stateOf('second')).trouble?.since).toBe(away.trouble?.since)
    await rename(machine.path('away'), machine.path('stick'))
    await machine.backups.mend()
    expect(await stateOf('second')).toMatchObject({ there: true, behind: false, trouble: null })
    expect((await names('stick')).at(-1)).toBe((await names('local')).at(-1))
  })

  it('a second place on the disk of the data is told from one on another', async () => {
    await chooseSecond()
    expect(await stateOf('second')).toMatchObject({ there: true, sameDisk: true })
    const device = async (path: string) => (path.includes('stick') ? 2 : 1)
    machine.start({ ...systemDisk, device })
    expect(await stateOf('second')).toMatchObject({ there: true, sameDisk: false })
    const unknown = () => Promise.reject(new Error('EIO'))
    machine.start({ ...systemDisk, device: (path) => (path.includes('stick') ? device(path) : unknown()) })
    expect(await stateOf('second')).toMatchObject({ there: true, sameDisk: false })
  })

  it('an empty folder where the stick was is not taken for it', async () => {
    await chooseSecond()
    await rm(machine.path('stick'), { recursive: true })
    await mkdir(machine.path('stick'))
    await machine.backup()
    expect((await stateOf('second')).trouble).toMatchObject({ key: 'backup.missing' })
    expect(await readdir(machine.path('stick'))).toEqual([])
  })

  it('the second place takes the backup when the first cannot', async () => {
    await chooseSecond()
    machine.start(failingDisk(machine.path('local'), 1, 'EROFS'))
    expect((await machine.backup()).ok).toBe(true)
    expect(await names('stick')).toHaveLength(1)
    expect((await stateOf('local')).trouble).toMatchObject({ key: 'backup.readOnly' })
  })

  it('a place that hangs is given up after a while, and asked again only when it answers', async () => {
    await chooseSecond()
    const stick = machine.path('stick')
    let answer: (() => void) | null = null
    const hung = {
      ...systemDisk,
      isFolder: (path: string) =>
        path.startsWith(stick)
          ? new Promise<boolean>((resolve) => {
              answer = () => resolve(true)
            })
          : systemDisk.isFolder(path),
    }
    const slow = withPatience(hung, 50)
    await expect(slow.isFolder(stick)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
    await expect(slow.list(machine.path('local'))).rejects.toMatchObject({ code: 'ETIMEDOUT' })
    ;(answer as (() => void) | null)?.()
    await new Promise((resolve) => setImmediate(resolve))
    expect(await slow.list(stick)).toHaveLength(1)
  })
})

describe('whatever request of a place fails', () => {
  const CODES = ['ENOSPC', 'EIO', 'EACCES']

  it.each([
    ['local', 'stick'],
    ['stick', 'local'],
  ])(
    '%s fails: the other one has the backup, and the next run mends the first',
    async (bad, good) => {
      await chooseSecond()
      const sha256 = await stored(randomBytes(1000))
      await machine.backup({ seq: 1 })
      let seq = 1
      for (let at = 1, failed = true; failed; at += 1) {
        seq += 1
        const disk = failingDisk(machine.path(bad), at, CODES[at % CODES.length] ?? 'EIO')
        machine.start(disk)
        const made = await machine.backup({ seq, files: [sha256] })
        failed = disk.asked >= at
        expect(made.ok, `request ${at}`).toBe(true)
        const newest = (await listed(good)).at(-1)
        expect(newest?.lastSeq, `request ${at}`).toBe(seq)
        for (const name of await names(bad)) {
          // A file with the name of a backup is a whole backup, always.
          const content = await contentOf(join(machine.folder(bad), name))
          expect(content['end.json']).toBeDefined()
        }
        machine.start()
        seq += 1
        expect((await machine.backup({ seq, files: [sha256] })).ok).toBe(true)
        expect((await listed(bad)).at(-1)?.lastSeq).toBe(seq)
        const left = await readdir(machine.folder(bad), { recursive: true })
        expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([])
        await rm(join(machine.folder(bad), 'attachments'), { recursive: true, force: true })
      }
    },
    180_000,
  )
})

describe('attachments', () => {
  it('are copied once, sealed, and open with the key of keys.json', async () => {
    const photo = randomBytes(200_000)
    const sha256 = await stored(photo)
    await machine.backup({ files: [sha256] })
    const path = join(machine.folder('local'), 'attachments', sha256.slice(0, 2), `${sha256}.age`)
    const parts: Uint8Array[] = []
    for await (const part of opening(systemDisk.read(path), { identity: machine.secrets.identity }))
      parts.push(part)
    expect(Buffer.concat(parts).equals(photo)).toBe(true)
    const before = await readFile(path)
    await machine.backup({ seq: 2, files: [sha256] })
    expect((await readFile(path)).equals(before)).toBe(true)
  })

  it('that are gone or altered are counted, never copied', async () => {
    const sha256 = await stored(Buffer.from('a'))
    await writeFile(machine.path('attachments', sha256.slice(0, 2), sha256), 'b')
    await machine.backup({ files: [sha256, 'f'.repeat(64)] })
    expect(await stateOf('local')).toMatchObject({ lostFiles: 2, trouble: null })
    const left = await readdir(machine.folder('local'), { recursive: true })
    expect(left.filter((name) => name.includes(sha256))).toEqual([])
  })

  it('go when no kept backup names them any more, and not before', async () => {
    const [old, young] = [await stored(Buffer.from('old')), await stored(Buffer.from('young'))]
    const has = async (sha256: string) =>
      (await readdir(join(machine.folder('local'), 'attachments', sha256.slice(0, 2))).catch(() => []))
        .length === 1
    await machine.backup({ seq: 1, files: [old] })
    // Of one day, so that only the last 24 and the newest of the day stay.
    for (let seq = 2; seq <= 24; seq += 1) {
      await machine.backup({ seq, files: [young] })
      expect(await has(old)).toBe(true)
    }
    await machine.backup({ seq: 25, files: [young] })
    expect((await listed('local')).some(({ lastSeq }) => lastSeq === 1)).toBe(false)
    expect(await has(old)).toBe(false)
    expect(await has(young)).toBe(true)
  })

  it('stay while there is a backup that the index does not know', async () => {
    const old = await stored(Buffer.from('old'))
    await machine.backup({ seq: 1, files: [old] })
    await rm(join(machine.folder('local'), 'index.json'))
    await machine.backup({ seq: 2, files: [] })
    await machine.backup({ seq: 3, files: [] })
    expect(await names('local')).toHaveLength(3)
    expect(await readdir(join(machine.folder('local'), 'attachments', old.slice(0, 2)))).toEqual([
      `${old}.age`,
    ])
  })
})
