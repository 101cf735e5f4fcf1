import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'

const PROJECT = resolve(import.meta.dirname, '../..')
const KILLS = 8

test('everything that was called saved is there after kills of every kind (quality 1 and 6)', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'torture-'))
  const json = join(folder, 'figures.json')
  const args = ['.tools/torture.mjs', '--built', '--kills', String(KILLS), '--seed', '1', '--json', json]
  try {
    // It ends with another code, and says what is missing, where something is.
    await promisify(execFile)(process.execPath, args, { cwd: PROJECT })
    const figures: Record<string, number> = JSON.parse(await readFile(json, 'utf8'))
    expect(figures['kills']).toBe(KILLS)
    expect(figures['commands called saved']).toBeGreaterThan(KILLS)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
