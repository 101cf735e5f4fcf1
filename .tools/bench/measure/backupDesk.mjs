/** The office whose backups are measured: filled once, and used again where its folder is kept. */
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PlainError, say } from '../../lib/say.mjs'
import { fillDesk, withDesk } from '../fillDesk.mjs'

/** A photograph of a phone, made smaller, or a scan of some pages. */
const FILE_BYTES = 512 * 1024
/** Files in one request. */
const LOT = 100

const MARK = 'filled.json'

/**
 * Answers the data folder of an office with records, a vault, and attachments; nobody has it open, and it has no backups.
 * @param {import('../bench.mjs').Bench} bench
 * @returns {Promise<string>}
 */
export async function backupDesk(bench) {
  const { records, attachments } = bench.options
  const desk = bench.options.desk ?? join(bench.folder, 'backups')
  const order = JSON.stringify({ records, attachments })
  const mark = join(desk, MARK)
  if (existsSync(mark)) {
    if ((await readFile(mark, 'utf8')) !== order) throw new PlainError('--desk names a desk of another size.')
    await rm(join(desk, 'backups'), { recursive: true, force: true })
    await rm(join(desk, 'ledger', 'backup-places.json'), { force: true })
    return desk
  }
  await mkdir(desk, { recursive: true })
  await withDesk(bench, desk, (session) => session.page('makeVault'))
  await fillDesk(bench, desk, 'fill', 'complaints')
  await fillFiles(bench, desk, Math.ceil(attachments / FILE_BYTES))
  await writeFile(mark, order)
  return desk
}

/** @param {import('../bench.mjs').Bench} bench @param {string} desk @param {number} count */
async function fillFiles(bench, desk, count) {
  const began = performance.now()
  await withDesk(bench, desk, async (session) => {
    for (let done = 0; done < count; done += LOT) await addFiles(session, Math.min(LOT, count - done))
  })
  say(`Wrote ${count} made-up attachments (${Math.round((performance.now() - began) / 1000)} s).`)
}

/**
 * Adds made-up files of bytes that nothing can compress.
 * @param {import('../session.mjs').Session} session
 * @param {number} count
 */
export async function addFiles(session, count) {
  const files = await session.call('makeFiles', { count, bytes: FILE_BYTES })
  await session.page('fillFiles', { files })
}
