import { z } from 'zod'
import { mayReadPrivate, writePrivate } from '../../../shared/domain/visit'
import * as decide from '../../../shared/domain/visit/commands'
import type { Visit, VisitFindings, VisitPlan, VisitPrivateNotes } from '../../../shared/domain/visit/types'
import type { StoredFile } from '../../../shared/domain/register/attachment'
import { storedFileSchema } from '../../../shared/schema/register'
import { visitFindingsSchema, visitPlanSchema } from '../../../shared/schema/visit'
import { accept, type Result, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'
import type { RecordTable } from '../core/tables'
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
  saved,
  text,
  withUnit,
} from './recordCommand'

/** Tables that a visit's own commands read and write. */
const TABLES: RecordTable[] = ['visits', 'visitNotes', 'visitPreferences', 'units', 'users']

const command = recordCommand('visits')

/** What a visit says, with 私密记录 of whoever may write them; '' writes none. */
export interface VisitGiven {
  plan: VisitPlan
  findings: VisitFindings
  privateNotes: string
}

const given = { plan: visitPlanSchema, findings: visitFindingsSchema, privateNotes: text }

/** 走访登记: a visit that took place, with its number in the same transaction (domain 2, 8). */
export const registerVisitCommand: CommandSpec<VisitGiven & { attachments?: StoredFile[] }, SavedRecord> = {
  name: 'visit.register',
  permission: 'record.register',
  tables: [...TABLES, 'attachments'],
  input: z.strictObject({ ...given, attachments: z.array(storedFileSchema).max(100).optional() }),
  run: async (tx, { attachments = [], privateNotes, ...input }) => {
    const made = decide.register(await tx.nextNumber('FW'), await withPeople(tx, input), tx.ctx)
    if (!made.ok) return made
    const added = await putAttachments(tx, { table: 'visits', recordId: made.value.id }, attachments)
    if (!added.ok) return added
    return putVisit(tx, accept({ ...made.value, attachmentIds: added.value }), privateNotes)
  },
}

/** 预约走访: a visit that is still to be made. */
export const planVisitCommand: CommandSpec<{ plan: VisitPlan }, SavedRecord> = {
  name: 'visit.plan',
  permission: 'record.register',
  tables: TABLES,
  input: z.strictObject({ plan: visitPlanSchema }),
  run: async (tx, input) =>
    putVisit(tx, decide.plan(await tx.nextNumber('FW'), await withPreference(tx, input), tx.ctx)),
}

/** 改期, or another person or way. */
export const replanVisitCommand: CommandSpec<OnRecord<{ plan: VisitPlan }>, SavedRecord> = {
  name: 'visit.replan',
  permission: 'record.process',
  tables: TABLES,
  input: z.strictObject({ ...onRecord, plan: visitPlanSchema }),
  run: async (tx, { id, rev, ...input }) => {
    const record = await readRecord(tx, 'visits', id, rev)
    if (!record.ok) return record
    return putVisit(tx, decide.replan(record.value, await withPreference(tx, input), tx.ctx))
  },
}

/** 登记走访 of a planned one. */
export const recordVisitCommand = contentCommand('recordVisit', 'record.process', decide.recordVisit)

/** 更正 of what was written, while it is open. */
export const amendVisitCommand = contentCommand('amend', 'record.process', decide.amend)

/** 补录 of a blank sheet with a reserved number. */
export const fillInVisitCommand = contentCommand('fillIn', 'record.register', decide.fillIn)

/** 反馈 */
export const giveFeedbackCommand = command<{ at: string; result: string }>(
  'giveFeedback',
  'record.process',
  { at: instant, result: text },
  decide.giveFeedback,
)

/** 接待员意见 */
export const giveOpinionCommand = command<{ text: string }>(
  'giveOpinion',
  'record.process',
  { text },
  decide.giveOpinion,
)

/** 关闭 */
export const closeVisitCommand = command<Record<never, never>>(
  'close',
  'record.process',
  {},
  (record, _input, ctx) => decide.close(record, ctx),
)

/** 作废: the number stays. */
export const voidVisitCommand = voidCommand('visits')

/** 撤销 of the last step. */
export const undoVisitCommand = undoCommand('visits')

/** Printing, signing and filing of 《访问业主记录》. */
export const visitPaper = paperCommands('visits')

/** 私密记录: `before` is the moment of the notes that the screen showed, so that nothing is overwritten unseen. */
export const writePrivateCommand: CommandSpec<
  { id: string; text: string; before: string | null },
  SavedRecord
> = {
  name: 'visit.writePrivate',
  permission: 'record.process',
  tables: ['visits', 'visitNotes'],
  input: z.strictObject({ id: z.string(), text, before: instant.nullable() }),
  run: async (tx, { id, text: words, before }) => {
    const visit = await tx.get('visits', id)
    if (!visit) return refuse('record.missing')
    const known = await tx.get('visitNotes', id)
    const notes = writePrivate(visit, words, tx.ctx)
    if (!notes.ok) return notes
    if ((known?.at ?? null) !== before) return refuse('record.changedElsewhere')
    await tx.put('visitNotes', notes.value)
    return accept(saved(visit))
  },
}

/** Most blank sheets that are given out at once. */
const MOST_RESERVED_AT_ONCE = 20

/** 留号: numbers for blank forms, each with its record in the same transaction (domain 2). */
export const reserveVisitsCommand: CommandSpec<{ count: number }, { records: SavedRecord[] }> = {
  name: 'visit.reserve',
  permission: 'record.register',
  tables: ['visits'],
  input: z.strictObject({ count: z.number().int().min(1).max(MOST_RESERVED_AT_ONCE) }),
  run: async (tx, { count }) => {
    const records: SavedRecord[] = []
    for (let made = 0; made < count; made += 1) {
      const record = await putDecided(tx, 'visits', decide.reserve(await tx.nextNumber('FW'), tx.ctx))
      if (!record.ok) return record
      records.push(record.value)
    }
    return accept({ records })
  },
}

function contentCommand(
  name: string,
  permission: 'record.process' | 'record.register',
  rule: typeof decide.amend,
): CommandSpec<OnRecord<VisitGiven>, SavedRecord> {
  return {
    name: `visit.${name}`,
    permission,
    tables: TABLES,
    input: z.strictObject({ ...onRecord, ...given }),
    run: async (tx, { id, rev, privateNotes, ...input }) => {
      const record = await readRecord(tx, 'visits', id, rev)
      if (!record.ok) return record
      return putVisit(tx, rule(record.value, await withPeople(tx, input), tx.ctx), privateNotes)
    },
  }
}

/**
 * The visit, and beside it the 私密记录 where something was written. Refusals: `visit.privateNotAllowed`,
 * `record.changedElsewhere` where notes are kept already, which are rewritten by `writePrivateCommand` alone.
 */
async function putVisit(
  tx: CommandTx,
  decided: Result<Visit>,
  privateNotes = '',
): Promise<Result<SavedRecord>> {
  const kept = await putDecided(tx, 'visits', decided)
  if (!kept.ok || !decided.ok) return kept
  const before = await tx.get('visitNotes', decided.value.id)
  const followed = before ? await followVisitor(tx, before, decided.value) : accept(null)
  if (!followed.ok) return followed
  if (privateNotes.trim() === '') return kept
  const notes = writePrivate(decided.value, privateNotes, tx.ctx)
  if (!notes.ok) return notes
  if (before) return refuse('record.changedElsewhere')
  await tx.put('visitNotes', notes.value)
  return kept
}

/**
 * Another 访问人 reads what the one before wrote, and the one before no more. Nobody makes themselves the one who reads:
 * the 访问人 is changed by who may read the notes already (domain 8).
 */
async function followVisitor(
  tx: CommandTx,
  notes: VisitPrivateNotes,
  { visitorUserId }: Visit,
): Promise<Result<null>> {
  if (notes.visitorUserId === visitorUserId) return accept(null)
  if (!mayReadPrivate(notes, tx.ctx.actor)) return refuse('visit.privateNotAllowed', 'plan.visitor')
  await tx.put('visitNotes', { ...notes, visitorUserId })
  return accept(null)
}

/** The unit of a 房号 typed by hand, and the user whom the 访问人's name means. */
async function withPeople<T extends { plan: VisitPlan }>(
  tx: CommandTx,
  input: T,
): Promise<T & { visitorUserId: string }> {
  const { plan } = input
  const name = plan.visitor.trim()
  const { actor } = tx.ctx
  const user =
    name === actor.name ? { id: actor.userId } : (await tx.all('users')).find((one) => one.name === name)
  const person = await withUnit(tx, plan.person)
  return { ...input, plan: { ...plan, person }, visitorUserId: user?.id ?? '' }
}

async function withPreference(tx: CommandTx, input: { plan: VisitPlan }): Promise<decide.PlanInput> {
  const people = await withPeople(tx, input)
  const { unitId } = people.plan.person
  const preference = unitId ? ((await tx.get('visitPreferences', unitId)) ?? null) : null
  return { ...people, preference }
}
