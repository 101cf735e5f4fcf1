import { z } from 'zod'
import * as decide from '../../../shared/domain/complaint/commands'
import { CHANNELS } from '../../../shared/domain/complaint/types'
import type { StoredFile } from '../../../shared/domain/register/attachment'
import { complainantSchema } from '../../../shared/schema/complaint'
import { storedFileSchema } from '../../../shared/schema/register'
import { accept } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import { putAttachments } from './attachments'
import { complaintCommand, withUnit } from './complaintCommand'
import { instant, type OnRecord, readRecord, type SavedRecord, saved, text } from './recordCommand'

/**
 * 其他投诉人 of a record: from its own form, or 并入此件 from an intake, whose draft and 附件 go with it. A 房号 typed by
 * hand that is a registered unit's is that unit.
 */
export const addComplainantCommand: CommandSpec<
  OnRecord<decide.AddComplainantInput & { attachments?: StoredFile[] }>,
  SavedRecord
> = {
  name: 'complaint.addComplainant',
  permission: 'record.process',
  tables: ['complaints', 'units', 'attachments', 'settings'],
  input: z.strictObject({
    id: z.string(),
    rev: z.number().int(),
    complainant: complainantSchema,
    channel: z.enum(CHANNELS),
    saidAt: instant,
    words: text,
    receivedBy: z.string().max(100),
    lossOrInjury: z.boolean().optional(),
    attachments: z.array(storedFileSchema).max(100).optional(),
  }),
  run: async (tx, { id, rev, attachments = [], ...given }) => {
    const record = await readRecord(tx, 'complaints', id, rev)
    if (!record.ok) return record
    const decided = decide.addComplainant(record.value, await withUnit(tx, given), tx.ctx)
    if (!decided.ok) return decided
    const added = await putAttachments(tx, { table: 'complaints', recordId: id }, attachments)
    if (!added.ok) return added
    const next = { ...decided.value, attachmentIds: [...decided.value.attachmentIds, ...added.value] }
    await tx.put('complaints', next)
    return accept(saved(next))
  },
}

/** Takes back a person who was added by mistake. */
export const removeComplainantCommand = complaintCommand<{ complainantId: string; reason: string }>(
  'removeComplainant',
  'record.process',
  { complainantId: z.string(), reason: text },
  decide.removeComplainant,
)

/** What 并案 answers: the record that ended, and the one that goes on. */
export interface SavedJoin extends SavedRecord {
  into: SavedRecord
}

/** 并案: both records in one transaction, so that nobody is in neither. */
export const joinComplaintsCommand: CommandSpec<OnRecord<{ intoId: string; intoRev: number }>, SavedJoin> = {
  name: 'complaint.join',
  permission: 'record.process',
  tables: ['complaints'],
  input: z.strictObject({
    id: z.string(),
    rev: z.number().int(),
    intoId: z.string(),
    intoRev: z.number().int(),
  }),
  run: async (tx, { id, rev, intoId, intoRev }) => {
    const record = await readRecord(tx, 'complaints', id, rev)
    if (!record.ok) return record
    const into = await readRecord(tx, 'complaints', intoId, intoRev)
    if (!into.ok) return into
    const joined = decide.join(record.value, { into: into.value }, tx.ctx)
    if (!joined.ok) return joined
    // Stands in the timeline of both.
    tx.reason = `${record.value.number} → ${into.value.number}`
    await tx.put('complaints', joined.value.ended)
    await tx.put('complaints', joined.value.into)
    return accept({ ...saved(joined.value.ended), into: saved(joined.value.into) })
  },
}
