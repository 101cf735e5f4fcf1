import { z } from 'zod'
import { PACKAGE_TEXTS, type PackageText } from '../../../shared/domain/monthPackage'
import { isMonthId, type MonthId } from '../../../shared/util/months'
import { accept } from '../../../shared/util/result'
import type { CommandTx } from '../core/commandTx'
import type { CommandSpec } from '../core/commandRunner'

/** Under this id the chain keeps what of a month was handed out. */
export function monthFilesId(month: MonthId): string {
  return `files:${month}`
}

/** The .xlsx of a month: how many sheets and records are in it, and its digest. */
export interface MonthBookNote {
  month: MonthId
  sheets: number
  records: number
  sha256: string
}

/** The package for head office: how many records, which texts and how many of them, and its digest. */
export interface MonthPackageNote {
  month: MonthId
  records: number
  kinds: PackageText[]
  texts: number
  sha256: string
}

const month = z.string().refine(isMonthId)
const count = z.number().int().nonnegative()
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * Notes the export of a month's .xlsx in the chain (domain 13: every export is logged). Run before the file is handed
 * out; one that is given up in the save dialog is in the log too.
 */
export const noteMonthBookCommand: CommandSpec<MonthBookNote, null> = {
  name: 'monthFiles.book',
  permission: 'record.export',
  tables: [],
  input: z.strictObject({ month, sheets: count, records: count, sha256 }),
  run: async (tx, { month: of, ...facts }) => handedOut(tx, of, facts),
}

/** Notes the package for head office, by which its bytes can be known again (domain 12, 13). Run before it is handed out. */
export const noteMonthPackageCommand: CommandSpec<MonthPackageNote, null> = {
  name: 'monthFiles.package',
  permission: 'month.review',
  tables: [],
  input: z.strictObject({
    month,
    records: count,
    kinds: z.array(z.enum(PACKAGE_TEXTS)),
    texts: count,
    sha256,
  }),
  run: async (tx, { month: of, kinds, ...facts }) => handedOut(tx, of, { ...facts, kinds: kinds.join(' ') }),
}

function handedOut(tx: CommandTx, of: MonthId, facts: Record<string, string | number>) {
  tx.logged = true
  const ref = { table: 'monthReviews', id: monthFilesId(of) }
  tx.refs.push(ref)
  const fields = Object.entries(facts).map(([path, after]) => ({ path, before: null, after }))
  tx.changes.push({ ...ref, fields })
  return accept(null)
}
