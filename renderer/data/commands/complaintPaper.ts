import { z } from 'zod'
import * as decide from '../../../shared/domain/complaint/commands'
import type { ComplaintIntake } from '../../../shared/domain/complaint/types'
import type { StoredFile } from '../../../shared/domain/register/attachment'
import type { SignatureInput } from '../../../shared/domain/register/paper'
import { PRINT_WAYS, type PrintWay } from '../../../shared/domain/register/types'
import { complaintIntakeSchema } from '../../../shared/schema/complaint'
import { storedFileSchema } from '../../../shared/schema/register'
import { accept, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import { putAttachments } from './attachments'
import {
  complaintCommand,
  instant,
  type OnRecord,
  readComplaint,
  type SavedRecord,
  saved,
  text,
} from './complaintCommand'
import { withUnit } from './complaintUnit'

const formName = z.string().max(40)
const copies = z.number().int().min(1).max(99)
const digest = z.string().max(64)

/** After the printer took the sheet, or it was kept as PDF: version and content digest (domain 10). */
export const markPrintedCommand = complaintCommand<decide.PrintInput>(
  'markPrinted',
  'record.print',
  {
    form: formName,
    digest,
    way: z.enum(PRINT_WAYS),
    copies,
    version: z.number().int().min(1).optional(),
  },
  decide.markPrinted,
)

/** 登记签字 or 登记拒签 on the newest print of a form. */
export const recordSignatureCommand = complaintCommand<{ form: string } & SignatureInput>(
  'recordSignature',
  'record.print',
  { form: formName, outcome: z.enum(['signed', 'refused']), by: text, at: instant, reason: text },
  decide.recordSignature,
)

/**
 * 已归档: keeps the scan of a signed sheet as an attachment of its print version, and files it, in one. Refusals:
 * `paper.scanIsAudio`, those of `putAttachments` and `fileScan`.
 */
export const fileScanCommand: CommandSpec<
  OnRecord<{ form: string; version: number; file: StoredFile }>,
  SavedRecord
> = {
  name: 'complaint.fileScan',
  permission: 'record.process',
  tables: ['complaints', 'attachments'],
  input: z.strictObject({
    id: z.string(),
    rev: z.number().int(),
    form: formName,
    version: z.number().int().min(1),
    file: storedFileSchema,
  }),
  run: async (tx, { id, rev, form, version, file }) => {
    const record = await readComplaint(tx, id, rev)
    if (!record.ok) return record
    if (file.kind === 'audio') return refuse('paper.scanIsAudio')
    const kept = await putAttachments(tx, { table: 'complaints', recordId: id }, [file], { form, version })
    if (!kept.ok) return kept
    const [attachmentId = ''] = kept.value
    const filed = decide.fileScan(record.value, { form, version, attachmentId }, tx.ctx)
    if (!filed.ok) return filed
    await tx.put('complaints', filed.value)
    return accept(saved(filed.value))
  },
}

/** Most records that are printed in one go. */
export const MOST_PRINTED_AT_ONCE = 1000

/** What left the printer in one go: which records, and the digest of what each sheet shows. */
export interface PrintedMany {
  form: string
  way: Extract<PrintWay, 'batch' | 'blank'>
  copies: number
  sheets: { id: string; digest: string; version: number }[]
}

/**
 * 批量打印: marks every record of the batch printed, all or nothing; the entry in the chain logs the bulk print
 * (domain 13). The sheets are on paper already, so a change in between does not stop it: it shows as 打印后有改动.
 */
export const markPrintedManyCommand: CommandSpec<PrintedMany, { printed: number }> = {
  name: 'complaint.markPrintedMany',
  permission: 'record.print',
  tables: ['complaints'],
  input: z.strictObject({
    form: formName,
    way: z.enum(['batch', 'blank']),
    copies,
    sheets: z
      .array(z.strictObject({ id: z.string(), digest, version: z.number().int().min(1) }))
      .min(1)
      .max(MOST_PRINTED_AT_ONCE),
  }),
  run: async (tx, { sheets, ...print }) => {
    for (const { id, ...sheet } of sheets) {
      const record = await tx.get('complaints', id)
      if (!record) return refuse('record.missing')
      const marked = decide.markPrinted(record, { ...print, ...sheet }, tx.ctx)
      if (!marked.ok) return marked
      await tx.put('complaints', marked.value)
    }
    return accept({ printed: sheets.length })
  },
}

/** What a list on paper held: its form, its rows, and in words which. */
export interface PrintedList {
  form: string
  rows: number
  way: Extract<PrintWay, 'printer' | 'pdf'>
  about: string
}

/** Notes that a list left on paper or as PDF: it changes no record, but bulk prints are logged (domain 13). */
export const notePrintedListCommand: CommandSpec<PrintedList, null> = {
  name: 'complaint.printList',
  permission: 'record.print',
  tables: [],
  input: z.strictObject({
    form: formName,
    rows: z.number().int().nonnegative(),
    way: z.enum(['printer', 'pdf']),
    about: text,
  }),
  run: async (tx, { form, rows, way, about }) => {
    tx.logged = true
    tx.reason = [form, way, about].filter(Boolean).join(' ')
    const fields = [{ path: 'printed', before: null, after: rows }]
    tx.changes.push({ table: 'complaints', id: '*', fields })
    return accept(null)
  },
}

/** Most blank sheets that are given out at once. */
export const MOST_RESERVED_AT_ONCE = 20

/** 留号: numbers for blank forms, each with its record in the same transaction (domain 2). */
export const reserveNumbersCommand: CommandSpec<{ count: number }, { records: SavedRecord[] }> = {
  name: 'complaint.reserve',
  permission: 'record.register',
  tables: ['complaints'],
  input: z.strictObject({ count: z.number().int().min(1).max(MOST_RESERVED_AT_ONCE) }),
  run: async (tx, { count }) => {
    const records: SavedRecord[] = []
    for (let made = 0; made < count; made += 1) {
      const record = decide.reserve({ given: await tx.nextNumber('TS') }, tx.ctx)
      if (!record.ok) return record
      await tx.put('complaints', record.value)
      records.push(saved(record.value))
    }
    return accept({ records })
  },
}

/** 补录: what was written on a blank form with a reserved number. */
export const fillInCommand: CommandSpec<
  OnRecord<{ intake: ComplaintIntake; receivedBy: string }>,
  SavedRecord
> = {
  name: 'complaint.fillIn',
  permission: 'record.register',
  tables: ['complaints', 'units'],
  input: z.strictObject({
    id: z.string(),
    rev: z.number().int(),
    intake: complaintIntakeSchema,
    receivedBy: z.string().max(100),
  }),
  run: async (tx, { id, rev, ...input }) => {
    const record = await readComplaint(tx, id, rev)
    if (!record.ok) return record
    const intake = await withUnit(tx, input.intake)
    const filled = decide.fillIn(record.value, { ...input, intake }, tx.ctx)
    if (!filled.ok) return filled
    await tx.put('complaints', filled.value)
    return accept(saved(filled.value))
  },
}
