/** What goes wrong with a disk between two starts: files cut short, gone, or with other bytes. */
import { existsSync } from 'node:fs'
import { appendFile, open, readdir, rm, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'

/** @typedef {import('./chance.mjs').Chance} Chance */

/** @param {string} data */
const databaseOf = (data) => join(data, 'profile', 'IndexedDB', 'app_desk_0.indexeddb.leveldb')

/**
 * Damages to the profile (the journal has everything) and to the ledger (the database has everything); never both.
 * @type {Record<string, (data: string, chance: Chance) => Promise<void>>}
 */
export const SPOILS = {
  profileGone: async (data) => rm(join(data, 'profile'), { recursive: true, force: true }),
  databaseGone: async (data) => rm(join(data, 'profile', 'IndexedDB'), { recursive: true, force: true }),
  fileGone: async (data, chance) => rm(await anyFile(databaseOf(data), chance)),
  fileFlipped: async (data, chance) => flip(await anyFile(databaseOf(data), chance), chance),
  logCut: async (data, chance) => cut(await newest(databaseOf(data), '.log'), chance),
  manifestCut: async (data, chance) => cut(await newest(databaseOf(data), ''), chance),
  journalCut: async (data, chance) => cut(await newest(join(data, 'ledger', 'journal'), '.fdj'), chance),
  journalFlipped: async (data, chance) => flip(await newest(join(data, 'ledger', 'journal'), '.fdj'), chance),
  sentinelGone: async (data) => rm(join(data, 'ledger', 'sentinel.json'), { force: true }),
  indexGone: async (data) => rm(join(data, 'ledger', 'journal', 'index.json'), { force: true }),
  journalGone: async (data) => rm(join(data, 'ledger', 'journal'), { recursive: true, force: true }),
}

/** Removes the database, so that everything has to come from the journal. @param {string} data */
export async function wipe(data) {
  await rm(join(data, 'profile', 'IndexedDB'), { recursive: true, force: true })
}

/** LevelDB's logs have blocks of so many bytes, and no part of a record crosses them. */
const BLOCK = 32 * 1024
const HEADER = 7
const FULL = 1

/**
 * Leaves behind the newest commit what a kill between two writes leaves: the beginning of a record that was never
 * confirmed; or the noughts of a power cut.
 * @param {string} data
 * @param {Chance} chance
 */
export async function tear(data, chance) {
  const path = await newest(databaseOf(data), '.log')
  const { size } = await stat(path)
  const room = BLOCK - (size % BLOCK) - HEADER
  const noughts = room < HEADER || chance.below(3) === 0
  await appendFile(path, noughts ? Buffer.alloc(1 + chance.below(5000)) : beginning(room, chance))
}

/** @param {number} room Bytes that a record may have here. @param {Chance} chance */
function beginning(room, chance) {
  const length = 1 + chance.below(room)
  const record = Buffer.alloc(HEADER + length, 1)
  record.writeUInt16LE(length, 4)
  record[HEADER - 1] = FULL
  return record.subarray(0, 1 + chance.below(record.length - 1))
}

/** @param {string} folder @param {Chance} chance */
async function anyFile(folder, chance) {
  const names = (await readdir(folder)).filter((name) => name !== 'LOCK' && !name.startsWith('LOG')).sort()
  return join(folder, chance.pick(names))
}

/**
 * The newest file with the ending, or the manifest.
 * @param {string} folder
 * @param {string} ending
 */
async function newest(folder, ending) {
  const names = existsSync(folder) ? await readdir(folder) : []
  const wanted = (/** @type {string} */ name) =>
    ending === '' ? name.startsWith('MANIFEST') : name.endsWith(ending)
  const last = names.filter(wanted).sort().at(-1)
  if (last === undefined) throw new Error(`no ${ending || 'manifest'} in ${folder}`)
  return join(folder, last)
}

/** @param {string} path @param {Chance} chance */
async function cut(path, chance) {
  const { size } = await stat(path)
  await truncate(path, Math.max(0, size - 1 - chance.below(Math.max(1, size))))
}

/** @param {string} path @param {Chance} chance */
async function flip(path, chance) {
  const { size } = await stat(path)
  if (size === 0) return
  const handle = await open(path, 'r+')
  try {
    for (let times = 0; times < 4; times += 1) {
      const at = chance.below(size)
      const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, at)
      await handle.write(Buffer.from([(buffer[0] ?? 0) ^ (1 << chance.below(8))]), 0, 1, at)
    }
  } finally {
    await handle.close()
  }
}
