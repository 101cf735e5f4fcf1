import { z } from 'zod'
import { DEFAULT_SETTINGS } from '../../../shared/domain/office/settings'
import {
  type Attachment,
  addAttachment,
  attachmentMaxBytes,
  renameAttachment,
  type SheetOf,
  type StoredFile,
  voidAttachment,
} from '../../../shared/domain/register/attachment'
import type { Objection } from '../../../shared/domain/register/objections'
import type { RecordRules } from '../../../shared/domain/register/rules'
import type { RuleContext } from '../../../shared/domain/register/types'
import { sheetOfSchema, storedFileSchema } from '../../../shared/schema/register'
import { accept, type Result, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'
import { traitsOf } from '../core/rowTraits'
import { type RecordTables, SETTINGS_ID } from '../core/tables'
import { text } from './recordCommand'
import { registerOf } from './registerRules'
import { isRegisterTable, REGISTER_TABLES, type RegisterTable } from './registerTables'

/** The record that attachments belong to. */
export interface AttachTo {
  table: RegisterTable
  recordId: string
}

/** The record as it is afterwards, and the ids of what was added. */
export interface SavedAttachments {
  id: string
  number: string
  rev: number
  attachmentIds: string[]
}

/**
 * Writes the rows of files that lie in the ledger's folder already; answers their ids. For commands that write the
 * record itself in the same transaction (with `attachments` among their tables): a registration, the
 * filing of a scan. Refusals: those of `addAttachment`; then nothing of the command may be kept.
 */
export async function putAttachments(
  tx: CommandTx,
  to: AttachTo,
  files: readonly StoredFile[],
  sheet: SheetOf | null = null,
): Promise<Result<string[]>> {
  if (files.length === 0) return accept([])
  const before = await tx.find('attachments', 'recordId', to.recordId)
  const maxBytes = attachmentMaxBytes((await tx.get('settings', SETTINGS_ID)) ?? DEFAULT_SETTINGS)
  const added: Attachment[] = []
  for (const file of files) {
    const made = addAttachment({ ...to, file, sheet, before: [...before, ...added], maxBytes }, tx.ctx)
    if (!made.ok) return made
    added.push(made.value)
    await tx.put('attachments', made.value)
  }
  return accept(added.map(({ id }) => id))
}

/**
 * Whether the actor may touch the files of a record, or the scans of one of its forms: refusal `record.missing` where
 * they do not see it (domain 7, 13).
 */
function objectionToReader(
  tx: CommandTx,
  table: RegisterTable,
  record: RecordTables[RegisterTable],
  sheet: SheetOf | null,
): Objection {
  const { reading } = traitsOf(table)
  const row = record as unknown as Record<string, unknown>
  const { actor } = tx.ctx
  const sees = !reading || reading.whole(row, actor)
  const withheld = sheet !== null && reading?.hiddenForms?.(row, actor).includes(sheet.form)
  return sees && !withheld ? null : refuse('record.missing')
}

/**
 * 附件 of a record of any register. Their bytes are in the ledger's folder before this runs: a file without a row is
 * harmless, a row without its file is not. A scan of a sheet (`sheet`) belongs to the paper and is not named among the
 * record's own; the record then stays as it is.
 */
export const addAttachmentsCommand: CommandSpec<
  AttachTo & { files: StoredFile[]; sheet: SheetOf | null },
  SavedAttachments
> = {
  name: 'attachment.add',
  permission: 'record.process',
  tables: ['attachments', ...REGISTER_TABLES],
  input: z.strictObject({
    table: z.enum(REGISTER_TABLES),
    recordId: z.string(),
    files: z.array(storedFileSchema).min(1).max(100),
    sheet: sheetOfSchema.nullable(),
  }),
  run: async (tx, { files, sheet, ...to }) => {
    const record = await tx.get(to.table, to.recordId)
    if (!record) return refuse('record.missing')
    const objection = objectionToReader(tx, to.table, record, sheet)
    if (objection) return objection
    const added = await putAttachments(tx, to, files, sheet)
    if (!added.ok) return added
    const attachmentIds = added.value
    const next = sheet ? accept(record) : registerOf(to.table).rules.attach(record, { attachmentIds }, tx.ctx)
    if (!next.ok) return next
    if (sheet) nameRecord(tx, to, record.number)
    else await tx.put(to.table, next.value)
    const { id, number, rev } = next.value
    return accept({ id, number, rev, attachmentIds })
  },
}

/** An audit entry that changes nothing of the record still belongs to its timeline. */
function nameRecord(tx: CommandTx, { table, recordId }: AttachTo, number: string): void {
  tx.refs.push({ table, id: recordId, number })
}

/**
 * What speaks against changing an attachment. The record's own 附件 are part of what it says: where it takes no more of
 * them, as a closed report does (domain 7), those that it has stay as they are. Scans belong to the paper.
 */
function objectionToChange(
  tx: CommandTx,
  table: RegisterTable,
  record: RecordTables[RegisterTable],
  { sheet }: Attachment,
): Objection {
  const objection = objectionToReader(tx, table, record, sheet)
  if (objection || sheet) return objection
  // The rules of the table that the record was read from, which the compiler cannot follow.
  const rules = registerOf(table).rules as unknown as RecordRules<RecordTables[RegisterTable]>
  const attached = rules.attach(record, { attachmentIds: [] }, tx.ctx)
  return attached.ok ? null : attached
}

/** A command on one attachment; answers its record, which stays as it is. */
function onAttachment<I extends object>(
  name: string,
  shape: z.ZodRawShape,
  rule: (attachment: Attachment, input: I, ctx: RuleContext) => Result<Attachment>,
): CommandSpec<I & { id: string }, Omit<SavedAttachments, 'attachmentIds'>> {
  const input = z.strictObject({ id: z.string(), ...shape })
  return {
    name: `attachment.${name}`,
    permission: 'record.process',
    tables: ['attachments', ...REGISTER_TABLES],
    input: input as unknown as z.ZodType<I & { id: string }>,
    run: async (tx, given) => {
      const attachment = await tx.get('attachments', given.id)
      const table = attachment && isRegisterTable(attachment.table) ? attachment.table : undefined
      const record = attachment && table ? await tx.get(table, attachment.recordId) : undefined
      if (!attachment || !table || !record) return refuse('record.missing')
      const objection = objectionToChange(tx, table, record, attachment)
      if (objection) return objection
      const decided = rule(attachment, given, tx.ctx)
      if (!decided.ok) return decided
      if ('reason' in given && typeof given.reason === 'string') tx.reason = given.reason
      await tx.put('attachments', decided.value)
      nameRecord(tx, { table, recordId: record.id }, record.number)
      return accept({ id: record.id, number: record.number, rev: record.rev })
    },
  }
}

/** 改名: what it shows, in words. */
export const renameAttachmentCommand = onAttachment<{ name: string }>(
  'rename',
  { name: text },
  renameAttachment,
)

/** 作废: nothing is deleted (domain 10). */
export const voidAttachmentCommand = onAttachment<{ reason: string }>(
  'void',
  { reason: text },
  voidAttachment,
)
