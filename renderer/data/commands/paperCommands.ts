import { z } from 'zod'
import type { StoredFile } from '../../../shared/domain/register/attachment'
import { POINTERS } from '../../../shared/domain/register/drawing'
import type { SignatureInput } from '../../../shared/domain/register/paper'
import type { OnForm, PrintInput } from '../../../shared/domain/register/rules'
import type { ScreenSignatureInput } from '../../../shared/domain/register/screenSignature'
import { PRINT_WAYS, type PrintWay } from '../../../shared/domain/register/types'
import { drawingSchema, storedFileSchema } from '../../../shared/schema/register'
import { accept, type Result, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'
import { putAttachments } from './attachments'
import {
  instant,
  type OnRecord,
  onRecord,
  putDecided,
  readRecord,
  recordCommand,
  type SavedRecord,
  text,
} from './recordCommand'
import { registerOf } from './registerRules'
import type { RegisterTable } from './registerTables'

const formName = z.string().max(40)
const copies = z.number().int().min(1).max(99)
const digest = z.string().max(64)
const version = z.number().int().min(1)

/** Most records that are printed in one go. */
export const MOST_PRINTED_AT_ONCE = 1000

/** What left the printer in one go: which records, and the digest of what each sheet shows. */
export interface PrintedMany {
  form: string
  way: Extract<PrintWay, 'batch' | 'blank'>
  copies: number
  sheets: { id: string; digest: string; version: number }[]
}

/** What a list on paper held: its form, its rows, and in words which. */
export interface PrintedList {
  form: string
  rows: number
  way: Extract<PrintWay, 'printer' | 'pdf'>
  about: string
}

/** The scan of a sheet of a record. */
export type FiledScan = OnForm & { version: number; file: StoredFile }

/** The commands for the paper of a register's records (domain 10). */
export interface PaperCommands {
  /** After the printer took the sheet, or it was kept as PDF: version and content digest. */
  markPrinted: CommandSpec<OnRecord<PrintInput>, SavedRecord>
  markPrintedMany: CommandSpec<PrintedMany, { printed: number }>
  printList: CommandSpec<PrintedList, null>
  /** 登记签字 or 登记拒签 on the newest print of a form. */
  recordSignature: CommandSpec<OnRecord<OnForm & SignatureInput>, SavedRecord>
  /** 屏幕签字: a version of its own with the drawing in its box. */
  signOnScreen: CommandSpec<OnRecord<OnForm & ScreenSignatureInput>, SavedRecord>
  fileScan: CommandSpec<OnRecord<FiledScan>, SavedRecord>
}

/** See `PaperCommands`: one set for each table of records. */
export function paperCommands<K extends RegisterTable>(table: K): PaperCommands {
  const { rules } = registerOf(table)
  const command = recordCommand(table)
  return {
    markPrinted: command<PrintInput>(
      'markPrinted',
      'record.print',
      {
        form: formName,
        digest,
        way: z.enum(PRINT_WAYS).exclude(['screen']),
        copies,
        version: version.optional(),
      },
      rules.markPrinted,
    ),
    recordSignature: command<OnForm & SignatureInput>(
      'recordSignature',
      'record.print',
      { form: formName, outcome: z.enum(['signed', 'refused']), by: text, at: instant, reason: text },
      rules.recordSignature,
    ),
    signOnScreen: command<OnForm & ScreenSignatureInput>(
      'signOnScreen',
      'record.print',
      {
        form: formName,
        digest,
        role: formName,
        by: z.string().max(100),
        pointer: z.enum(POINTERS),
        drawing: drawingSchema,
      },
      rules.signOnScreen,
    ),
    fileScan: fileScanCommand(table),
    markPrintedMany: markPrintedManyCommand(table),
    printList: printListCommand(table),
  }
}

/**
 * 已归档: keeps the scan of a signed sheet as an attachment of its print version, and files it, in one. For commands
 * that name `attachments` and the table. Refusals: `paper.scanIsAudio`, those of `putAttachments` and `fileScan`.
 */
async function fileScanOn<K extends RegisterTable>(
  tx: CommandTx,
  table: K,
  { id, rev, form, version: sheet, file }: OnRecord<FiledScan>,
): Promise<Result<SavedRecord>> {
  const record = await readRecord(tx, table, id, rev)
  if (!record.ok) return record
  if (file.kind === 'audio') return refuse('paper.scanIsAudio')
  const kept = await putAttachments(tx, { table, recordId: id }, [file], { form, version: sheet })
  if (!kept.ok) return kept
  const [attachmentId = ''] = kept.value
  const scan = { form, version: sheet, attachmentId }
  return putDecided(tx, table, registerOf(table).rules.fileScan(record.value, scan, tx.ctx))
}

function fileScanCommand<K extends RegisterTable>(table: K): PaperCommands['fileScan'] {
  return {
    name: `${registerOf(table).noun}.fileScan`,
    permission: 'record.process',
    tables: [table, 'attachments'],
    input: z.strictObject({ ...onRecord, form: formName, version, file: storedFileSchema }),
    run: (tx, given) => fileScanOn(tx, table, given),
  }
}

/**
 * 批量打印: marks every record of the batch printed, all or nothing; the entry in the chain logs the bulk print
 * (domain 13). The sheets are on paper already, so a change in between does not stop it: it shows as 打印后有改动.
 */
function markPrintedManyCommand<K extends RegisterTable>(table: K): PaperCommands['markPrintedMany'] {
  const { noun, rules } = registerOf(table)
  return {
    name: `${noun}.markPrintedMany`,
    permission: 'record.print',
    tables: [table],
    input: z.strictObject({
      form: formName,
      way: z.enum(['batch', 'blank']),
      copies,
      sheets: z
        .array(z.strictObject({ id: z.string(), digest, version }))
        .min(1)
        .max(MOST_PRINTED_AT_ONCE),
    }),
    run: async (tx, { sheets, ...print }) => {
      for (const { id, ...sheet } of sheets) {
        const record = await tx.get(table, id)
        if (!record) return refuse('record.missing')
        const marked = rules.markPrinted(record, { ...print, ...sheet }, tx.ctx)
        if (!marked.ok) return marked
        await tx.put(table, marked.value)
      }
      return accept({ printed: sheets.length })
    },
  }
}

/** Notes that a list left on paper or as PDF: it changes no record, but bulk prints are logged (domain 13). */
function printListCommand(table: RegisterTable): PaperCommands['printList'] {
  return {
    name: `${registerOf(table).noun}.printList`,
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
      tx.changes.push({ table, id: '*', fields })
      return accept(null)
    },
  }
}
