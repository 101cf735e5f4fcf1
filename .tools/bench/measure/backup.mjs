/** Backup and restore of a whole office: how long, how much memory, and whether what comes back is the same. */
import { say } from '../../lib/say.mjs'
import { withDesk } from '../fillDesk.mjs'
import { p95 } from '../stats.mjs'
import { addFiles, backupDesk } from './backupDesk.mjs'
import { measureTar } from './rival.mjs'

/** What an hour adds at a busy desk. */
const NEW_FILES = 5
const QUIET_SAVES = 40

const TAR = 'tar and gzip of the closed desk'
/** What a desk may take of a machine of 4 GB, MB: the same at every size of office. */
const MEMORY_LIMIT = 1500
const STALL_LIMIT_MS = 200

/** @typedef {import('../table.mjs').Row} Row */
/** @typedef {import('../session.mjs').Session} Session */
/** @typedef {{ all: number, main: number, page: number }} Memory */
/** @typedef {{ before: Memory, peak: Memory, mainStall: number }} Stretch */
/** @typedef {{ name: string, bytes: number, ms: number, rowsMs: number, longTask: number, saves: number[] }} Made */
/** @typedef {{ inspectMs: number, rowsMs: number, filesMs: number, longTask: number, database: string, rows: number, files: number }} Restored */
/** @typedef {{ differ: string[], rows: number, spoilt: number, files: number }} Compared */

/** @param {import('../bench.mjs').Bench} bench @returns {Promise<Row[]>} */
export async function measureBackup(bench) {
  const desk = await backupDesk(bench)
  try {
    const tar = await told('tar', () => measureTar(desk, bench.folder))
    const made = await withDesk(bench, desk, measureMaking)
    // A start of its own, as a restore mostly has: nothing of the backup is in memory.
    const back = await withDesk(bench, desk, (session) => measureRestore(session, made.hourly.value.name))
    const anew = await withDesk(bench, desk, finish, null)
    return [...rowsOfMaking(made, tar), ...rowsOfRestore(back, anew, tar)]
  } finally {
    if (bench.options.desk !== undefined)
      await withDesk(bench, desk, (session) => session.page('undoRestore'), null)
  }
}

/** @param {Session} session */
async function measureMaking(session) {
  const quiet = /** @type {number[]} */ (await session.page('quietSaves', { count: QUIET_SAVES }))
  const first = await backUp(session, 'byHand', false)
  await session.page('saveBlock', { way: 'app', count: 1 })
  await addFiles(session, NEW_FILES)
  const closing = await backUp(session, 'closing', false)
  await addFiles(session, NEW_FILES)
  const hourly = await backUp(session, 'hourly', true)
  return { quiet, first, closing, hourly }
}

/** @typedef {Awaited<ReturnType<typeof measureMaking>>} Making */
/** @typedef {Awaited<ReturnType<typeof measureTar>>} Tar */

/**
 * @param {Session} session
 * @param {string} reason
 * @param {boolean} saving
 * @returns {Promise<{ value: Made, stretch: Stretch }>}
 */
function backUp(session, reason, saving) {
  return told(`a backup (${reason})`, () =>
    stretchOf(session, () => session.page('backUp', { reason, saving })),
  )
}

/** @param {Session} session @param {string} name */
async function measureRestore(session, name) {
  const restored = /** @type {{ value: Restored, stretch: Stretch }} */ (
    await told('the restore', () => stretchOf(session, () => session.page('restore', { name })))
  )
  const compared = await told('the comparison', () => compare(session, restored.value.database))
  return { restored, compared }
}

/** @param {Session} session @param {string} other @returns {Promise<Compared>} */
async function compare(session, other) {
  const { differ, rows, files } = await session.page('compareTables', { other })
  const spoilt = await session.call('spoiltFiles', files)
  return { differ, rows, spoilt, files: files.length }
}

/** @param {Session} session @returns {Promise<{ value: number, stretch: Stretch }>} */
function finish(session) {
  return told('the first start after it', () => stretchOf(session, () => session.page('finishRestore')))
}

/**
 * @template T
 * @param {Session} session
 * @param {() => Promise<T>} work
 * @returns {Promise<{ value: T, stretch: Stretch }>}
 */
async function stretchOf(session, work) {
  await session.call('beginStretch')
  const value = await work()
  return { value, stretch: await session.call('endStretch') }
}

/**
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function told(what, work) {
  const began = performance.now()
  const value = await work()
  say(`Measured ${what} (${Math.round((performance.now() - began) / 1000)} s).`)
  return value
}

/** @param {Making} making @param {Tar} tar @returns {Row[]} */
function rowsOfMaking({ quiet, first, closing, hourly }, tar) {
  const instead = { name: TAR, figure: tar.packMs / 1000 }
  return [
    { operation: 'first backup, all attachments', ...seconds(first.value.ms), instead },
    { operation: 'first backup, of it reading the tables', ...seconds(first.value.rowsMs) },
    {
      operation: 'size of the backup without attachments',
      figure: first.value.bytes / 1e6,
      unit: 'MB',
      instead: { name: 'the tar.gz, with them', figure: tar.bytes / 1e6 },
    },
    { operation: 'closing backup, 5 new attachments', ...seconds(closing.value.ms), instead },
    { operation: 'hourly backup, 5 new attachments, while saving', ...seconds(hourly.value.ms), instead },
    {
      operation: `save during the hourly backup, p95 of ${hourly.value.saves.length}`,
      figure: p95(hourly.value.saves),
      instead: { name: 'save in a desk at rest', figure: p95(quiet) },
    },
    ...stalls('hourly backup', hourly.value.longTask, hourly.stretch),
    ...memory('first backup', first.stretch),
    ...memory('hourly backup', hourly.stretch),
  ]
}

/**
 * @param {Awaited<ReturnType<typeof measureRestore>>} back
 * @param {Awaited<ReturnType<typeof finish>>} anew
 * @param {Tar} tar
 * @returns {Row[]}
 */
function rowsOfRestore({ restored, compared }, anew, tar) {
  const { inspectMs, rowsMs, filesMs, longTask } = restored.value
  const instead = { name: 'unpacking the tar.gz', figure: tar.unpackMs / 1000 }
  return [
    { operation: 'restore: preview of the backup', ...seconds(inspectMs) },
    { operation: 'restore: rows, checked again', ...seconds(rowsMs) },
    { operation: 'restore: attachments, and the switch', ...seconds(filesMs) },
    { operation: 'restore: ledger written anew at the next start', ...seconds(anew.value) },
    { operation: 'restore, all of it', ...seconds(inspectMs + rowsMs + filesMs + anew.value), instead },
    ...stalls('restore', longTask, restored.stretch),
    ...memory('restore', restored.stretch),
    ...memory('ledger written anew', anew.stretch),
    {
      operation: `tables that differ after it, ${compared.rows.toLocaleString('en')} rows`,
      figure: compared.differ.length,
      unit: 'tables',
      limit: { figure: 0 },
    },
    {
      operation: `attachments that differ after it, of ${compared.files.toLocaleString('en')}`,
      figure: compared.spoilt,
      unit: 'files',
      limit: { figure: 0 },
    },
  ]
}

/** @param {number} ms */
function seconds(ms) {
  return { figure: ms / 1000, unit: 's' }
}

/** @param {string} what @param {number} longTask @param {Stretch} stretch @returns {Row[]} */
function stalls(what, longTask, { mainStall }) {
  return [
    {
      operation: `${what}: longest the window did not answer`,
      figure: longTask,
      limit: { figure: STALL_LIMIT_MS },
    },
    {
      operation: `${what}: longest main did not answer`,
      figure: mainStall,
      limit: { figure: STALL_LIMIT_MS },
    },
  ]
}

/** @param {string} what @param {Stretch} stretch @returns {Row[]} */
function memory(what, { before, peak }) {
  const of = (/** @type {keyof Memory} */ part, /** @type {string} */ name) => ({
    operation: `${what}: peak memory, ${name}`,
    figure: peak[part],
    unit: 'MB',
    instead: { name: 'just before it', figure: before[part] },
  })
  return [
    { ...of('all', 'all processes'), limit: { figure: MEMORY_LIMIT } },
    of('main', 'main'),
    of('page', 'the window'),
  ]
}
