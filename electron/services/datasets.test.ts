import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DamagedPointer, type Datasets, openDatasets } from './datasets'

let folder: string
let made = 0
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'datasets-'))
  made = 0
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const open = (): Datasets =>
  openDatasets({ folder, clock: () => new Date('2026-11-22T02:00:00Z'), newId: () => `d${(made += 1)}` })
const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

describe('datasets', () => {
  it('begin with the ledger folder itself and the database that every office has', async () => {
    const current = await open().current()
    expect(current).toMatchObject({ id: 'first', database: 'front-desk' })
    expect(open().folderOf(current)).toBe(folder)
  })

  it('are switched in one step that a restart knows; what was replaced can be had back', async () => {
    const staged = await open().stage()
    expect((await open().list()).staged).toEqual([staged])
    expect(await exists(open().folderOf(staged))).toBe(true)
    expect(await open().activate(staged.id)).toMatchObject({ ok: true })
    expect(await open().list()).toMatchObject({ current: staged, staged: [], replaced: [{ id: 'first' }] })
    expect(await open().activate('first')).toMatchObject({ ok: true })
    expect(await open().list()).toMatchObject({ current: { id: 'first' }, replaced: [{ id: staged.id }] })
    expect(await open().activate('nobody')).toMatchObject({ refusal: { key: 'dataset.unknown' } })
  })

  it('are removed only where they are not in use; the first leaves the others and the pointer alone', async () => {
    const staged = await open().stage()
    expect(await open().remove('first')).toMatchObject({ refusal: { key: 'dataset.inUse' } })
    await open().activate(staged.id)
    await writeFile(join(folder, 'sentinel.json'), '{}')
    expect(await open().remove('first')).toMatchObject({ ok: true })
    expect(await exists(join(folder, 'sentinel.json'))).toBe(false)
    expect(await exists(open().folderOf(staged))).toBe(true)
    expect(await open().list()).toMatchObject({ current: staged, replaced: [] })
  })

  it('never fall back to the first where the pointer is damaged', async () => {
    await writeFile(join(folder, 'dataset.json'), '{"version":1,')
    await expect(open().current()).rejects.toThrow(DamagedPointer)
  })
})
