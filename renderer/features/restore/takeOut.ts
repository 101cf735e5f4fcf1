import {
  COLUMN_KEYS,
  EXPORT_HEADER,
  type ExportRow,
  exportRows,
} from '../../../shared/domain/household/import'
import { civilDayOf } from '../../../shared/util/civilTime'
import { accept, type Result, refuse } from '../../../shared/util/result'
import { allHouseholds, countFacet, type DeskData, isRegisterTable, noteTakeOutCommand } from '../../data'
import { leavingFiles } from '../../data/queries/takeOut'
import { desk } from '../../platform/desk'
import type { MonthSheet } from '../../register/export/monthSheets'
import { type AnySheet, anySheet, writeBook } from '../../register/export/writeSheet'
import { chineseKey } from '../../ui'
import { sheetsBeside } from './besideSheets'

/** How far it is: which part, and how many of how many. */
export interface TakeOutProgress {
  part: 'records' | 'files'
  done: number
  total: number
}

export interface TakeOut {
  folder: string
  /** By which main opens the folder. */
  token: string
  records: number
  files: number
  /** Names of files that are not as they were, or gone. */
  lacking: string[]
}

interface Course {
  onProgress: (progress: TakeOutProgress) => void
  signal: AbortSignal
}

/**
 * 导出全部资料: an .xlsx a register, what stands beside them, all attachments and a 说明 into a folder that somebody chooses; null where nobody
 * did. Refuses leaving.cancelled and the disk's trouble; what was written till then is removed, or keeps a name that
 * says it is not whole.
 */
export async function takeOutAll(
  data: DeskData,
  registers: readonly MonthSheet[],
  course: Course,
): Promise<Result<TakeOut | null>> {
  const name = chineseKey('restore:takeOut.folder', { day: civilDayOf(data.ports.now()) })
  const asked = await desk.invoke('leaving.choose', {
    name,
    halfName: chineseKey('restore:takeOut.half', { name }),
  })
  if (!asked.ok) return asked
  if (!asked.value.chosen) return accept(null)
  const { token } = asked.value.chosen
  let whole = false
  try {
    const filled = await fill(token, data, registers, course)
    if (!filled.ok) return filled
    const finished = await desk.invoke('leaving.finish', { token })
    if (!finished.ok) return finished
    whole = true
    return accept({ ...filled.value, token, folder: finished.value.folder })
  } finally {
    // Where even this fails, the folder's name says what it is.
    if (!whole) await desk.invoke('leaving.discard', { token })
  }
}

/** Writes everything into the folder of `token`. */
async function fill(
  token: string,
  data: DeskData,
  registers: readonly MonthSheet[],
  { onProgress, signal }: Course,
): Promise<Result<Omit<TakeOut, 'folder' | 'token'>>> {
  const { db } = data
  const files = await leavingFiles(db)
  const counts = await Promise.all(
    registers.map(({ table }) => (isRegisterTable(table) ? countFacet(db, table, 'all') : 0)),
  )
  const households = await householdSheet(data)
  const records = counts.reduce((sum, count) => sum + count, 0) + households.count
  const noted = await data.run(noteTakeOutCommand, { records, files: files.length })
  if (!noted.ok) return noted
  let done = 0
  const write = async (sheet: AnySheet, total: number): Promise<Result<number>> => {
    if (signal.aborted) return refuse('leaving.cancelled')
    const book = await writeBook([sheet], {
      signal,
      onProgress: (rows) => onProgress({ part: 'records', done: Math.min(done + rows, total), total }),
    })
    done += book.count
    const path = [`${sheet.sheetName}.xlsx`]
    const written = await desk.invoke('leaving.write', { token, path, bytes: book.bytes })
    return written.ok ? accept(book.count) : written
  }
  const says: string[] = []
  const sheets = registers.map(({ table, whole }) => whole(chineseKey(`shell:nav.${table}`), db))
  for (const sheet of [...sheets, households.sheet]) {
    const written = await write(sheet, records)
    if (!written.ok) return written
    const kind = sheet === households.sheet ? 'households' : 'register'
    const what = { name: sheet.sheetName, count: written.value }
    says.push(lineOf(sheet, chineseKey(`restore:takeOut.is.${kind}`, what)))
  }
  for (const beside of await sheetsBeside(data)) {
    const written = await write(beside.sheet, records)
    if (!written.ok) return written
    says.push(lineOf(beside.sheet, beside.says))
  }
  const lacking = await copyFiles(token, files, { onProgress, signal })
  if (!lacking.ok) return lacking
  const told = await explain(token, data, { records, files: files.length, says, lacking: lacking.value })
  return told.ok ? accept({ records, files: files.length, lacking: lacking.value }) : told
}

/** A line of the 说明: a file, and what it is. */
function lineOf({ sheetName }: AnySheet, says: string): string {
  return chineseKey('restore:takeOut.file', { file: `${sheetName}.xlsx`, says })
}

async function householdSheet({ db }: DeskData): Promise<{ sheet: AnySheet; count: number }> {
  const rows = exportRows(await allHouseholds(db))
  const fields = COLUMN_KEYS.map((key, at) => ({
    header: EXPORT_HEADER[at] ?? key,
    width: 14,
    cell: (row: ExportRow) => row[at] ?? '',
  }))
  const sheetName = chineseKey('shell:nav.households')
  return { sheet: anySheet({ sheetName, fields, portions: [rows] }), count: rows.length }
}

async function copyFiles(
  token: string,
  files: Awaited<ReturnType<typeof leavingFiles>>,
  { onProgress, signal }: Course,
): Promise<Result<string[]>> {
  const lacking: string[] = []
  const folder = chineseKey('restore:takeOut.files')
  for (const [at, { sha256, name }] of files.entries()) {
    if (signal.aborted) return refuse('leaving.cancelled')
    const copied = await desk.invoke('leaving.copy', { token, path: [folder, name], sha256 })
    // One file that is gone must not keep the others.
    if (!copied.ok && copied.refusal.key.startsWith('attachment.')) lacking.push(name)
    else if (!copied.ok) return copied
    onProgress({ part: 'files', done: at + 1, total: files.length })
  }
  return accept(lacking)
}

/** 说明.txt last: a folder without it is not whole. */
async function explain(
  token: string,
  { db, ports }: DeskData,
  { records, files, says, lacking }: { records: number; files: number; says: string[]; lacking: string[] },
): Promise<Result<unknown>> {
  const office = await db.of('office').toCollection().first()
  const text = [
    chineseKey('restore:takeOut.readme', {
      office: `${office?.estateName ?? ''} · ${office?.officeName ?? ''}`,
      day: civilDayOf(ports.now()),
      records,
      files,
    }),
    ...says,
    chineseKey('restore:takeOut.readmeFiles'),
    '',
    chineseKey('restore:takeOut.readmeMore'),
    ...(lacking.length > 0 ? [chineseKey('restore:takeOut.lacking'), ...lacking] : []),
  ].join('\r\n')
  // With a BOM, by which the editors of Windows know UTF-8.
  const bytes = new TextEncoder().encode(`\ufeff${text}\r\n`)
  return desk.invoke('leaving.write', {
    token,
    path: [`${chineseKey('restore:takeOut.readmeName')}.txt`],
    bytes,
  })
}
