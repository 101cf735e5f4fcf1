/** What one would use instead of the desk's own backup: the system's tar with gzip, over the folders of a closed desk. */
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../../lib/run.mjs'
import { PlainError } from '../../lib/say.mjs'

/** What a desk keeps below its data folder. */
const KEPT = ['profile', 'ledger']

const REMOVAL = { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }

/**
 * Packs and unpacks a desk.
 * @param {string} desk Its data folder; nobody has it open.
 * @param {string} folder For what is written; nothing of it is left.
 * @returns {Promise<{ packMs: number, bytes: number, unpackMs: number }>}
 */
export async function measureTar(desk, folder) {
  const archive = join(folder, 'rival.tar.gz')
  const unpacked = join(folder, 'rival')
  await mkdir(unpacked, { recursive: true })
  const packMs = await timed(['-czf', archive, '-C', desk, ...KEPT])
  const { size } = await stat(archive)
  const unpackMs = await timed(['-xzf', archive, '-C', unpacked])
  await rm(unpacked, REMOVAL)
  await rm(archive)
  return { packMs, bytes: size, unpackMs }
}

/** @param {string[]} args @returns {Promise<number>} ms */
async function timed(args) {
  const began = performance.now()
  const { code } = await run('tar', args, { quiet: true })
  if (code !== 0) throw new PlainError('tar could not pack the desk, or not unpack it.')
  return performance.now() - began
}
