import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, open, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { copyTo } from './copy'
import { type AttachmentStore, openAttachments } from './store'

const MB = 1024 * 1024
const PDF = Buffer.from('%PDF-1.4\nletter')
const SHA = createHash('sha256').update(PDF).digest('hex')

let base = ''
let folder = ''
let store: AttachmentStore
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'attachments-'))
  folder = join(base, 'attachments')
  store = openAttachments(folder)
})
afterEach(() => rm(base, { recursive: true }))

const kept = () => join(folder, SHA.slice(0, 2), SHA)

async function everyFile(): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return names.filter((one) => one.isFile()).map(({ name }) => name)
}

describe('store', () => {
  it('keeps bytes under their SHA-256 and says what they are', async () => {
    expect(await store.store({ bytes: PDF }, '来信', MB)).toEqual({
      ok: true,
      value: { sha256: SHA, size: PDF.length, kind: 'pdf', mime: 'application/pdf', name: '来信.pdf' },
    })
    expect(await readFile(kept())).toEqual(PDF)
    expect((await stat(kept())).mode & 0o077).toBe(0)
    expect(await everyFile()).toEqual([SHA])
  })

  it('keeps the same bytes once, whichever way and however often they come', async () => {
    const path = join(base, '来信.pdf')
    await writeFile(path, PDF)
    await store.store({ bytes: PDF }, 'a.pdf', MB)
    const { ino } = await stat(kept())
    const answers = await Promise.all([
      store.store({ path }, 'b.pdf', MB),
      store.store({ bytes: PDF }, 'c.pdf', MB),
    ])
    expect(answers.map((one) => one.ok && one.value.name)).toEqual(['b.pdf', 'c.pdf'])
    expect((await stat(kept())).ino).toBe(ino)
    expect(await everyFile()).toEqual([SHA])
  })

  it('mends a file that was altered when its bytes come again', async () => {
    await store.store({ bytes: PDF }, 'a.pdf', MB)
    await writeFile(kept(), '%PDF-1.4\nforged')
    expect(await store.check(SHA)).toBe('altered')
    expect((await store.store({ bytes: PDF }, 'a.pdf', MB)).ok).toBe(true)
    expect(await store.check(SHA)).toBe('sound')
  })

  it.each([
    ['attachment.tooBig', Buffer.concat([PDF, Buffer.alloc(100)])],
    ['attachment.empty', Buffer.alloc(0)],
    ['attachment.typeNotAllowed', Buffer.from('MZ this is no picture')],
  ])('refuses with %s and leaves nothing', async (key, bytes) => {
    const path = join(base, 'photo.jpg')
    await writeFile(path, bytes)
    for (const source of [{ bytes }, { path }]) {
      expect(await store.store(source, 'photo.jpg', 50)).toMatchObject({ ok: false, refusal: { key } })
    }
    expect(await everyFile()).toEqual([])
  })

  it('refuses a path that is gone, or a folder', async () => {
    for (const path of [join(base, 'none.pdf'), base]) {
      expect(await store.store({ path }, 'x.pdf', MB)).toMatchObject({
        refusal: { key: 'attachment.fileGone' },
      })
    }
  })

  it('removes what a process left that ended in the middle of a file', async () => {
    await mkdir(folder)
    await writeFile(join(folder, 'incoming.1-1.tmp'), 'half')
    await store.store({ bytes: PDF }, 'a.pdf', MB)
    expect(await everyFile()).toEqual([SHA])
  })

  it('passes on what the system says of a folder that cannot be made, and tries again later', async () => {
    await writeFile(folder, '')
    await expect(store.store({ bytes: PDF }, 'a.pdf', MB)).rejects.toThrow('EEXIST')
    await rm(folder)
    expect((await store.store({ bytes: PDF }, 'a.pdf', MB)).ok).toBe(true)
  })

  it.skipIf(process.getuid?.() === 0)('passes on what the system says of a read-only folder', async () => {
    await mkdir(folder)
    await chmod(folder, 0o500)
    await expect(store.store({ bytes: PDF }, 'a.pdf', MB)).rejects.toThrow('EACCES')
    await chmod(folder, 0o700)
  })

  it('gives back exactly what it was given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (tail) => {
        const bytes = Buffer.concat([PDF, tail])
        const answer = await store.store({ bytes }, 'a.pdf', MB)
        const sha256 = answer.ok ? answer.value.sha256 : ''
        const found = await store.find(sha256)
        const parts: Uint8Array[] = []
        for await (const part of found?.read() ?? []) parts.push(part)
        expect(Buffer.concat(parts).equals(bytes)).toBe(true)
        expect(await store.check(sha256)).toBe('sound')
      }),
      { numRuns: 25 },
    )
  })
})

describe('check and find', () => {
  it('tells sound, missing and altered apart, also when the change keeps the size', async () => {
    expect(await store.check(SHA)).toBe('missing')
    await store.store({ bytes: PDF }, 'a.pdf', MB)
    expect(await store.check(SHA)).toBe('sound')
    await writeFile(kept(), PDF.toString().replace('letter', 'forged'))
    expect(await store.check(SHA)).toBe('altered')
    await rm(kept())
    expect(await store.check(SHA)).toBe('missing')
  })

  it('reads one that was sound again only where it was touched, or all is looked at', async () => {
    await store.store({ bytes: PDF }, 'a.pdf', MB)
    const then = new Date('2026-03-02T01:00:00.000Z')
    await utimes(kept(), then, then)
    expect(await store.check(SHA)).toBe('sound')
    // As a disk forgets: nothing tells that the bytes are others.
    const handle = await open(kept(), 'r+')
    await handle.write('forged', PDF.indexOf('letter'))
    await handle.close()
    await utimes(kept(), then, then)
    expect(await store.check(SHA)).toBe('sound')
    expect(await store.check(SHA, true)).toBe('altered')
  })

  it.each(['', 'a', `../${SHA}`, SHA.toUpperCase(), `${SHA}0`, `${SHA.slice(0, 62)}/.`])(
    'finds nothing by the name %j',
    async (name) => {
      await store.store({ bytes: PDF }, 'a.pdf', MB)
      expect(await store.find(name)).toBeNull()
    },
  )

  it('does not serve what has become something else', async () => {
    await store.store({ bytes: PDF }, 'a.pdf', MB)
    await writeFile(kept(), '<script>alert(1)</script>')
    expect(await store.find(SHA)).toBeNull()
  })
})

describe('copyTo', () => {
  it('copies what is sound, and writes nothing otherwise', async () => {
    const target = join(base, 'copy.pdf')
    expect(await copyTo(store, SHA, target)).toMatchObject({ refusal: { key: 'attachment.missing' } })
    await store.store({ bytes: PDF }, 'a.pdf', MB)
    expect(await copyTo(store, SHA, target)).toEqual({ ok: true, value: { path: target } })
    expect(await readFile(target)).toEqual(PDF)
    await writeFile(kept(), '%PDF-1.4\nforged')
    expect(await copyTo(store, SHA, target)).toMatchObject({ refusal: { key: 'attachment.altered' } })
    expect(await readFile(target)).toEqual(PDF)
    expect((await readdir(base)).toSorted()).toEqual(['attachments', 'copy.pdf'])
  })
})
