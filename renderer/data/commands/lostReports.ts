import { z } from 'zod'
import * as decide from '../../../shared/domain/lostReport/commands'
import type { LostReportIntake } from '../../../shared/domain/lostReport/types'
import type { StoredFile } from '../../../shared/domain/register/attachment'
import { lostReportIntakeSchema } from '../../../shared/schema/lostReport'
import { storedFileSchema } from '../../../shared/schema/register'
import { accept } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import { putAttachments } from './attachments'
import { undoCommand, voidCommand } from './endCommands'
import { paperCommands } from './paperCommands'
import {
  instant,
  type OnRecord,
  onRecord,
  putDecided,
  readRecord,
  recordCommand,
  type SavedRecord,
  text,
  withUnit,
} from './recordCommand'

const command = recordCommand('lostReports')

/** The logging of printed lists of lost reports; a report itself has no form. */
export const lostReportPaper = paperCommands('lostReports')

/** 作废 of a lost report. */
export const voidLostReportCommand = voidCommand('lostReports')

/** 撤销 of a lost report's last step. */
export const undoLostReportCommand = undoCommand('lostReports')

/** 寻物登记, with its number in the same transaction (domain 2, 6). */
export const registerLostReportCommand: CommandSpec<
  { intake: LostReportIntake; receivedBy: string; attachments?: StoredFile[] },
  SavedRecord
> = {
  name: 'lostReport.register',
  permission: 'record.register',
  tables: ['lostReports', 'units', 'attachments'],
  input: z.strictObject({
    intake: lostReportIntakeSchema,
    receivedBy: z.string().max(100),
    attachments: z.array(storedFileSchema).max(100).optional(),
  }),
  run: async (tx, { intake, receivedBy, attachments = [] }) => {
    const given = await tx.nextNumber('XW')
    const owner = await withUnit(tx, intake.owner)
    const made = decide.register({ given, intake: { ...intake, owner }, receivedBy }, tx.ctx)
    if (!made.ok) return made
    const added = await putAttachments(tx, { table: 'lostReports', recordId: made.value.id }, attachments)
    if (!added.ok) return added
    return putDecided(tx, 'lostReports', accept({ ...made.value, attachmentIds: added.value }))
  },
}

/** 更正登记内容; a 房号 that is corrected by hand finds its unit as at registration. */
export const amendLostReportCommand: CommandSpec<OnRecord<{ intake: LostReportIntake }>, SavedRecord> = {
  name: 'lostReport.amendIntake',
  permission: 'record.process',
  tables: ['lostReports', 'units'],
  input: z.strictObject({ ...onRecord, intake: lostReportIntakeSchema }),
  run: async (tx, { id, rev, intake }) => {
    const record = await readRecord(tx, 'lostReports', id, rev)
    if (!record.ok) return record
    // One that stays is the household it was, whatever that is called by now.
    const moved = intake.owner.unitCode.trim() !== record.value.intake.owner.unitCode
    const owner = moved ? await withUnit(tx, intake.owner) : intake.owner
    const amended = decide.amendIntake(record.value, { intake: { ...intake, owner } }, tx.ctx)
    return putDecided(tx, 'lostReports', amended)
  },
}

const ending = { words: text, at: instant }

/** 已找回 by the owner, elsewhere; what was found here ends the report by its claim. */
export const markFoundCommand = command<{ words: string; at: string }>(
  'markFound',
  'record.process',
  ending,
  (record, input, ctx) => decide.markFound(record, { ...input, item: null }, ctx),
)

/** 结束寻找 */
export const closeLostReportCommand = command<{ words: string; at: string }>(
  'close',
  'record.process',
  ending,
  decide.close,
)
