import { z } from 'zod'
import type { SignatureInput } from '../../../shared/domain/register/paper'
import type { RecordRules } from '../../../shared/domain/register/rules'
import type { RegisterRecord, RuleContext } from '../../../shared/domain/register/types'
import {
  awaitsSignature,
  discardScan,
  fileScan,
  type ReceivedSheet,
  receiveScan,
  restoreScan,
  SCAN_SOURCES,
  type Scan,
  verdictOnPrint,
} from '../../../shared/domain/scan'
import { storedFileSchema } from '../../../shared/schema/register'
import { scanOriginSchema, sheetReadSchema } from '../../../shared/schema/scan'
import { accept, type Result, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'
import type { RecordTables } from '../core/tables'
import { putAttachments } from './attachments'
import { instant, type SavedRecord, text } from './recordCommand'
import { registerOf } from './registerRules'
import { REGISTER_TABLES, type RegisterTable } from './registerTables'

type AnyRecord = RecordTables[RegisterTable]

/** Most sheets that come in at once: what one drop or one long PDF holds. */
export const MOST_SHEETS_AT_ONCE = 1000

/** Into the tray: what a drop, a choice or the watched folder held. Refusals: those of `receiveScan`, scan.alreadyThere. */
export const receiveScansCommand: CommandSpec<{ sheets: ReceivedSheet[] }, { ids: string[] }> = {
  name: 'scan.receive',
  permission: 'record.process',
  tables: ['scans'],
  input: z.strictObject({
    sheets: z
      .array(
        z.strictObject({
          file: storedFileSchema,
          pages: z.number().int().min(1),
          origins: z.array(scanOriginSchema).min(1).max(MOST_SHEETS_AT_ONCE),
          source: z.enum(SCAN_SOURCES),
          codes: z.array(sheetReadSchema).max(100),
        }),
      )
      .min(1)
      .max(MOST_SHEETS_AT_ONCE),
  }),
  run: async (tx, { sheets }) => {
    const ids: string[] = []
    for (const sheet of sheets) {
      // Another window, or a second drop while the first was being read.
      const [again] = await tx.find('scans', 'sha256s', sheet.file.sha256)
      if (again) return refuse('scan.alreadyThere', undefined, { name: again.file.name })
      const made = receiveScan(sheet, tx.ctx)
      if (!made.ok) return made
      await tx.put('scans', made.value)
      ids.push(made.value.id)
    }
    return accept({ ids })
  },
}

/** Where a scan is filed. `form` null: as a plain 附件 of the record. */
export interface FileScanInput {
  id: string
  rev: number
  table: RegisterTable
  recordId: string
  form: string | null
  /** Print version on the sheet; of no meaning without a form. */
  version: number
  /** Files beside a scan of the same print that is there already: that one stays with the record as well. */
  again: boolean
  /** 已签, where the paper says who and nobody has noted it. */
  signature: SignatureInput | null
}

/**
 * 归档: the scan as attachment of its print version, 已签 where it was said, and the tray empties, in one. Refusals:
 * `record.missing`, `scan.notWaiting`, `scan.filedBefore`, those of `putAttachments` and of the record's own rules.
 */
export const fileFromTrayCommand: CommandSpec<FileScanInput, SavedRecord & { scanId: string }> = {
  name: 'scan.file',
  permission: 'record.process',
  tables: ['scans', 'attachments', ...REGISTER_TABLES],
  input: z.strictObject({
    id: z.string(),
    rev: z.number().int(),
    table: z.enum(REGISTER_TABLES),
    recordId: z.string(),
    form: z.string().max(40).nullable(),
    version: z.number().int().nonnegative(),
    again: z.boolean(),
    signature: z
      .strictObject({ outcome: z.enum(['signed', 'refused']), by: text, at: instant, reason: text })
      .nullable(),
  }),
  run: async (tx, input) => {
    const scan = await readScan(tx, input)
    if (!scan.ok) return scan
    const record = await tx.get(input.table, input.recordId)
    if (!record) return refuse('record.missing')
    const kept = await keep(tx, scan.value, record, input)
    if (!kept.ok) return kept
    const { next, attachmentId } = kept.value
    const { id: recordId, number, rev } = next
    const { table, form, version } = input
    const place = { table, recordId, number, attachmentId }
    const filed = fileScan(
      scan.value,
      { ...place, form: form ?? '', version: form === null ? 0 : version },
      tx.ctx,
    )
    if (!filed.ok) return filed
    await tx.put('scans', filed.value)
    return accept({ id: recordId, number, rev, scanId: scan.value.id })
  },
}

/** Writes the attachment and the record as its rules have it afterwards. */
async function keep(
  tx: CommandTx,
  { file }: Scan,
  record: AnyRecord,
  { table, recordId, form, version, again, signature }: FileScanInput,
): Promise<Result<{ next: RegisterRecord; attachmentId: string }>> {
  // The rules of the table that the record was read from, which the compiler cannot follow.
  const rules = registerOf(table).rules as unknown as RecordRules<AnyRecord>
  const print = form === null ? undefined : record.prints[form]
  if (!again && verdictOnPrint(print, version) === 'filed')
    return refuse('scan.filedBefore', undefined, { version })
  // What stands on this sheet is no signature of a later print, and none that is known gives way to it.
  if (signature && print && !awaitsSignature(print, version)) return refuse('record.changedElsewhere')
  const sheet = form === null ? null : { form, version }
  const kept = await putAttachments(tx, { table, recordId }, [file], sheet)
  if (!kept.ok) return kept
  const [attachmentId = ''] = kept.value
  const signed =
    form !== null && signature
      ? rules.recordSignature(record, { form, ...signature }, tx.ctx)
      : accept(record)
  if (!signed.ok) return signed
  const next =
    form === null
      ? rules.attach(signed.value, { attachmentIds: kept.value }, tx.ctx)
      : rules.fileScan(signed.value, { form, version, attachmentId }, tx.ctx)
  if (!next.ok) return next
  await tx.put(table, next.value)
  return accept({ next: next.value, attachmentId })
}

/** A command on one scan of the tray that touches no record. */
function onScan<I extends object>(
  name: string,
  shape: z.ZodRawShape,
  rule: (scan: Scan, input: I, ctx: RuleContext) => Result<Scan>,
): CommandSpec<I & { id: string; rev: number }, { id: string; rev: number }> {
  const input = z.strictObject({ id: z.string(), rev: z.number().int(), ...shape })
  return {
    name: `scan.${name}`,
    permission: 'record.process',
    tables: ['scans'],
    input: input as unknown as z.ZodType<I & { id: string; rev: number }>,
    run: async (tx, given) => {
      const scan = await readScan(tx, given)
      if (!scan.ok) return scan
      const decided = rule(scan.value, given, tx.ctx)
      if (!decided.ok) return decided
      if ('reason' in given && typeof given.reason === 'string') tx.reason = given.reason
      await tx.put('scans', decided.value)
      return accept({ id: decided.value.id, rev: decided.value.rev })
    },
  }
}

/** 不归档, with its reason: the page and its bytes stay. */
export const discardScanCommand = onScan<{ reason: string }>('discard', { reason: text }, discardScan)

/** 放回待归档. */
export const restoreScanCommand = onScan<object>('restore', {}, (scan, _input, ctx) => restoreScan(scan, ctx))

async function readScan(tx: CommandTx, { id, rev }: { id: string; rev: number }): Promise<Result<Scan>> {
  const scan = await tx.get('scans', id)
  if (!scan) return refuse('scan.missing')
  return scan.rev === rev ? accept(scan) : refuse('record.changedElsewhere')
}
