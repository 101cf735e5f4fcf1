import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeFileAtomic } from './atomicFile'
import { errorCode, systemRefusal } from './systemRefusal'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atomic-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('replaces the whole content and leaves nothing beside it', async () => {
  const path = join(folder, 'file')
  await writeFileAtomic(path, 'a long first text')
  await writeFileAtomic(path, new Uint8Array([49]))
  expect(await readFile(path, 'utf8')).toBe('1')
  expect(await readdir(folder)).toEqual(['file'])
})

it('leaves no temp file when the target cannot be replaced', async () => {
  const path = join(folder, 'taken')
  await mkdir(join(path, 'inside'), { recursive: true })
  await expect(writeFileAtomic(path, 'x')).rejects.toThrow()
  expect(await readdir(folder)).toEqual(['taken'])
})

it('names system errors without their words', async () => {
  const error = await writeFileAtomic(join(folder, 'none', 'file'), 'x').catch((caught: unknown) => caught)
  expect(errorCode(error)).toBe('ENOENT')
  expect(systemRefusal(error).refusal).toEqual({ key: 'system.failed', params: { code: 'ENOENT' } })
  const full = Object.assign(new Error('张三'), { code: 'ENOSPC' })
  expect(systemRefusal(full).refusal).toEqual({ key: 'disk.full', params: { code: 'ENOSPC' } })
  expect(systemRefusal('boom').refusal.params).toEqual({ code: 'unknown' })
  expect(errorCode(Object.assign(new Error('x'), { code: '张三 /home' }))).toBe('home')
})
