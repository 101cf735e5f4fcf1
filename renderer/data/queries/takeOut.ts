import { parseNumber } from '../../../shared/domain/numbering/number'
import type { DeskDatabase } from '../core/database'
import { isRecordTable } from '../core/tables'

/** An attachment as it leaves: by the number of its record and the name that it was given. */
export interface LeavingFile {
  sha256: string
  name: string
}

/** Every attachment that still has its file, voided ones too; those of one record stand together. */
export async function leavingFiles(db: DeskDatabase): Promise<LeavingFile[]> {
  const files: LeavingFile[] = []
  const numbers = new Map<string, string>()
  const taken = new Set<string>()
  for (const { erased, table, recordId, name, sha256 } of await db.of('attachments').toArray()) {
    if (erased) continue
    const key = `${table}|${recordId}`
    const number = numbers.get(key) ?? (await numberOf(db, table, recordId))
    numbers.set(key, number)
    files.push({ sha256, name: freeName(taken, `${number} ${name}`) })
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function numberOf(db: DeskDatabase, table: string, id: string): Promise<string> {
  const row: unknown = isRecordTable(table) ? await db.table(table).get(id) : undefined
  const number: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'number') : undefined
  return typeof number === 'string' && parseNumber(number) ? number : id
}

/** Two of one name in a record get figures behind it; Windows takes A and a for one. */
function freeName(taken: Set<string>, name: string): string {
  const dot = name.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  for (let at = 1; ; at += 1) {
    const free = at === 1 ? name : `${stem} (${at})${ending}`
    if (taken.has(free.toLowerCase())) continue
    taken.add(free.toLowerCase())
    return free
  }
}
