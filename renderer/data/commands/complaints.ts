import { z } from 'zod'
import * as decide from '../../../shared/domain/complaint/commands'
import {
  CAUSES,
  CONTACT_WAYS,
  type ComplaintIntake,
  NATURES,
  SEVERITIES,
  VISIT_OUTCOMES,
} from '../../../shared/domain/complaint/types'
import type { StoredFile } from '../../../shared/domain/register/attachment'
import { complaintIntakeSchema } from '../../../shared/schema/complaint'
import { storedFileSchema } from '../../../shared/schema/register'
import { accept } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import { putAttachments } from './attachments'
import { complaintCommand, withUnit } from './complaintCommand'
import { withReturnVisit } from './complaintReturnVisit'
import { voidCommand } from './endCommands'
import { instant, type OnRecord, readRecord, type SavedRecord, saved, text } from './recordCommand'

/** People and departments: they become filters of the list. */
const name = z.string().max(100)

/** 受理: a new complaint with its number in the same transaction (domain 2, 5). */
export const registerComplaintCommand: CommandSpec<
  { intake: ComplaintIntake; receivedBy: string; attachments?: StoredFile[] },
  SavedRecord
> = {
  name: 'complaint.register',
  permission: 'record.register',
  tables: ['complaints', 'units', 'attachments'],
  input: z.strictObject({
    intake: complaintIntakeSchema,
    receivedBy: z.string().max(100),
    attachments: z.array(storedFileSchema).max(100).optional(),
  }),
  run: async (tx, { attachments = [], ...input }) => {
    const [given, intake] = await Promise.all([tx.nextNumber('TS'), withUnit(tx, input.intake)])
    const made = decide.register({ given, ...input, intake }, tx.ctx)
    if (!made.ok) return made
    const added = await putAttachments(tx, { table: 'complaints', recordId: made.value.id }, attachments)
    if (!added.ok) return added
    const record = { ...made.value, attachmentIds: added.value }
    await tx.put('complaints', record)
    return accept(saved(record))
  },
}

/** 更正受理内容; a 房号 that is completed or corrected by hand finds its unit as at 受理. */
export const amendIntakeCommand: CommandSpec<OnRecord<{ intake: ComplaintIntake }>, SavedRecord> = {
  name: 'complaint.amendIntake',
  permission: 'record.process',
  tables: ['complaints', 'units'],
  input: z.strictObject({ id: z.string(), rev: z.number().int(), intake: complaintIntakeSchema }),
  run: async (tx, { id, rev, intake }) => {
    const record = await readRecord(tx, 'complaints', id, rev)
    if (!record.ok) return record
    // One that stays is the household it was, whatever that is called by now.
    const moved = intake.complainant.unitCode.trim() !== record.value.intake.complainant.unitCode
    const tied = moved ? await withUnit(tx, intake) : intake
    const amended = decide.amendIntake(record.value, { intake: tied }, tx.ctx)
    if (!amended.ok) return amended
    await tx.put('complaints', amended.value)
    return accept(saved(amended.value))
  },
}

/** 判定 */
export const judgeCommand = complaintCommand<decide.JudgeInput>(
  'judge',
  'record.judge',
  { nature: z.enum(NATURES), severity: z.enum(SEVERITIES), cause: z.enum(CAUSES) },
  decide.judge,
)

/** 派工 */
export const assignCommand = complaintCommand<decide.AssignInput>(
  'assign',
  'record.assign',
  { department: name, responsible: name, promisedAt: instant.nullable() },
  decide.assign,
)

/** 升级为重大, by hand. */
export const escalateCommand = complaintCommand<{ reason: string }>(
  'escalate',
  'record.judge',
  { reason: text },
  decide.escalate,
)

/** Fields left out stay as they are. */
const handling = z
  .object({
    investigation: text,
    causeAnalysis: text,
    proposals: z.array(text).max(20),
    chosenProposal: z.number().int().nullable(),
    consent: z
      .strictObject({ agreed: z.boolean(), at: instant, way: z.enum(CONTACT_WAYS), words: text })
      .nullable(),
    measures: text,
  })
  .partial().shape

/** 调查经过, 原因分析, 处理方案, 处理措施, without a change of state. */
export const recordHandlingCommand = complaintCommand<decide.HandlingInput>(
  'recordHandling',
  'record.process',
  handling,
  decide.recordHandling,
)

/** 处理完毕 */
export const completeCommand = complaintCommand<decide.HandlingInput & { completedAt: string }>(
  'complete',
  'record.process',
  { ...handling, completedAt: instant },
  decide.complete,
)

/** 挂起 */
export const suspendCommand = complaintCommand<decide.SuspendInput>(
  'suspend',
  'record.process',
  { reason: text, nextContactOn: z.string() },
  decide.suspend,
)

/** 恢复处理 */
export const resumeCommand = complaintCommand<Record<never, never>>(
  'resume',
  'record.process',
  {},
  (record, _input, ctx) => decide.resume(record, ctx),
)

/** 延期告知 */
export const movePromiseCommand = complaintCommand<decide.MovePromiseInput>(
  'movePromise',
  'record.process',
  { to: instant, reason: text, toldAt: instant },
  decide.movePromise,
)

/** 答复 */
export const answerCommand = complaintCommand<decide.AnswerInput>(
  'answer',
  'record.process',
  {
    person: text.optional(),
    answeredAt: instant,
    way: z.enum(CONTACT_WAYS),
    content: text,
    answeredBy: name,
  },
  decide.answer,
)

const closing = {
  summary: text,
  correctiveActionRef: text,
  headOfficeReportedAt: instant.nullable(),
}

/** 核实 */
export const verifyCommand = complaintCommand<{ words: string }>(
  'verify',
  'record.verify',
  { words: text },
  decide.verify,
)

/** Keeps what closing will need, before it can close. */
export const prepareClosingCommand = complaintCommand<Partial<decide.ClosingInput>>(
  'prepareClosing',
  'record.process',
  z.object(closing).partial().shape,
  decide.prepareClosing,
)

/** 关闭 */
export const closeCommand = complaintCommand<Partial<decide.ClosingInput>>(
  'close',
  'record.process',
  z.object(closing).partial().shape,
  decide.close,
)

/** 作废: the number stays. */
export const voidComplaintCommand = voidCommand('complaints')

/**
 * 回访; whoever was reached has a return visit HF of it too (domain 8), and a 不满意 closes this record and registers a
 * linked one (domain 5), all in the same transaction.
 */
export const recordReturnVisitCommand: CommandSpec<
  OnRecord<decide.ReturnVisitInput>,
  SavedRecord & { linked: SavedRecord | null }
> = {
  name: 'complaint.recordReturnVisit',
  permission: 'record.process',
  tables: ['complaints', 'returnVisits'],
  input: z.strictObject({
    id: z.string(),
    rev: z.number().int(),
    person: text.optional(),
    visitedAt: instant,
    way: z.enum(CONTACT_WAYS),
    visitedBy: name,
    outcome: z.enum(VISIT_OUTCOMES),
    words: text,
    ...z.object(closing).partial().shape,
  }),
  run: async (tx, { id, rev, ...input }) => {
    const record = await readRecord(tx, 'complaints', id, rev)
    if (!record.ok) return record
    const given = input.outcome === 'dissatisfied' ? await tx.nextNumber('TS') : null
    const decided = decide.recordReturnVisit(record.value, input, tx.ctx, given)
    if (!decided.ok) return decided
    const { followUp } = decided.value
    const complaint = await withReturnVisit(tx, decided.value.complaint)
    await tx.put('complaints', complaint)
    if (!followUp) return accept({ ...saved(complaint), linked: null })
    const opened = decide.register(followUp, tx.ctx)
    if (!opened.ok) return opened
    await tx.put('complaints', opened.value)
    return accept({ ...saved(complaint), linked: saved(opened.value) })
  },
}

/** 无法回访, by a supervisor. */
export const giveUpVisitCommand = complaintCommand<{ reason: string }>(
  'giveUpVisit',
  'record.verify',
  { reason: text },
  decide.giveUpVisit,
)

/**
 * 有效投诉 over a month become 重大 by themselves (domain 5). The shell runs it at start, after sleep and past
 * midnight with the ids whose month is over.
 */
export const escalateDueCommand: CommandSpec<{ ids: string[] }, { escalated: number }> = {
  name: 'complaint.escalateDue',
  permission: 'record.process',
  tables: ['complaints'],
  input: z.strictObject({ ids: z.array(z.string()).max(500) }),
  run: async (tx, { ids }) => {
    let escalated = 0
    for (const id of ids) {
      const record = await tx.get('complaints', id)
      const next = record ? decide.escalateIfDue(record, tx.ctx) : null
      if (!next) continue
      await tx.put('complaints', next)
      escalated += 1
    }
    return accept({ escalated })
  },
}
