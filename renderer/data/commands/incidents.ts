import { z } from 'zod'
import * as decide from '../../../shared/domain/incident/commands'
import { INCIDENT_COMMANDS, type IncidentCommand } from '../../../shared/domain/incident/states'
import type { Incident, IncidentReport } from '../../../shared/domain/incident/types'
import type { PersonRef } from '../../../shared/domain/register/person'
import type { StoredFile } from '../../../shared/domain/register/attachment'
import type { RuleContext } from '../../../shared/domain/register/types'
import {
  incidentDetailsSchema,
  incidentLists,
  incidentReportSchema,
  insuranceSchema,
  newPartiesSchema,
} from '../../../shared/schema/incident'
import { storedFileSchema } from '../../../shared/schema/register'
import { accept, type Result, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'
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

const make = recordCommand('incidents')

/** A command with the permission that the state machine names. */
function command<I extends object>(
  name: IncidentCommand,
  shape: z.ZodRawShape,
  rule: (record: Incident, input: I, ctx: RuleContext) => Result<Incident>,
): CommandSpec<OnRecord<I>, SavedRecord> {
  return make<I>(name, INCIDENT_COMMANDS[name].permission, shape, rule)
}

type PartyInput = decide.PartyInput

/** 登记: an event is happening. Its number comes in the same transaction (domain 2, 7). */
export const registerIncidentCommand: CommandSpec<
  { report: IncidentReport; reportedBy: string; parties: PartyInput[]; attachments?: StoredFile[] },
  SavedRecord
> = {
  name: 'incident.register',
  permission: 'record.register',
  tables: ['incidents', 'units', 'attachments'],
  input: z.strictObject({
    report: incidentReportSchema,
    reportedBy: z.string().max(100),
    parties: newPartiesSchema,
    attachments: z.array(storedFileSchema).max(100).optional(),
  }),
  run: async (tx, { attachments = [], ...input }) => {
    const parties = await withUnits(tx, input.parties)
    const made = decide.register({ given: await tx.nextNumber('SG'), ...input, parties }, tx.ctx)
    if (!made.ok) return made
    const added = await putAttachments(tx, { table: 'incidents', recordId: made.value.id }, attachments)
    if (!added.ok) return added
    return putDecided(tx, 'incidents', accept({ ...made.value, attachmentIds: added.value }))
  },
}

/** Most blank sheets that are given out at once. */
const MOST_RESERVED = 20

/** 留号: numbers for blank forms, each with its record in the same transaction (domain 2). */
export const reserveIncidentsCommand: CommandSpec<{ count: number }, { records: SavedRecord[] }> = {
  name: 'incident.reserve',
  permission: 'record.register',
  tables: ['incidents'],
  input: z.strictObject({ count: z.number().int().min(1).max(MOST_RESERVED) }),
  run: async (tx, { count }) => {
    const records: SavedRecord[] = []
    for (let made = 0; made < count; made += 1) {
      const record = decide.reserve({ given: await tx.nextNumber('SG') }, tx.ctx)
      if (!record.ok) return record
      await tx.put('incidents', record.value)
      records.push(saved(record.value))
    }
    return accept({ records })
  },
}

/** 补录: what was written on a blank form with a reserved number. */
export const fillInIncidentCommand: CommandSpec<OnRecord<decide.FillInInput>, SavedRecord> = {
  name: 'incident.fillIn',
  permission: 'record.register',
  tables: ['incidents', 'units'],
  input: z.strictObject({
    ...onRecord,
    report: incidentReportSchema,
    reportedBy: z.string().max(100),
    parties: newPartiesSchema,
  }),
  run: async (tx, { id, rev, ...input }) => {
    const record = await readRecord(tx, 'incidents', id, rev)
    if (!record.ok) return record
    const parties = await withUnits(tx, input.parties)
    return putDecided(tx, 'incidents', decide.fillIn(record.value, { ...input, parties }, tx.ctx))
  },
}

/** 更正内容 */
export const amendIncidentCommand = command<{ report: IncidentReport }>(
  'amend',
  { report: incidentReportSchema },
  decide.amend,
)

/** The own fields of the type. */
export const setIncidentDetailsCommand = command<Parameters<typeof decide.setDetails>[1]>(
  'setDetails',
  { details: incidentDetailsSchema },
  decide.setDetails,
)

/** 当事人; a 房号 typed by hand finds its household. */
export const setIncidentPartiesCommand = onPeople('setParties', 'parties', decide.setParties)

/** 证人 */
export const setIncidentWitnessesCommand = onPeople('setWitnesses', 'witnesses', decide.setWitnesses)

/** 伤情 */
export const setIncidentInjuriesCommand = command<Parameters<typeof decide.setInjuries>[1]>(
  'setInjuries',
  { injuries: incidentLists.injuries },
  decide.setInjuries,
)

/** 财产损失 */
export const setIncidentLossesCommand = command<Parameters<typeof decide.setLosses>[1]>(
  'setLosses',
  { losses: incidentLists.losses },
  decide.setLosses,
)

/** 通知 */
export const setIncidentNotificationsCommand = command<Parameters<typeof decide.setNotifications>[1]>(
  'setNotifications',
  { notifications: incidentLists.notifications },
  decide.setNotifications,
)

/** 报警/急救 */
export const setIncidentCallsCommand = command<Parameters<typeof decide.setCalls>[1]>(
  'setCalls',
  { calls: incidentLists.calls },
  decide.setCalls,
)

/** 赔偿 */
export const setIncidentCompensationsCommand = command<Parameters<typeof decide.setCompensations>[1]>(
  'setCompensations',
  { compensations: incidentLists.compensations },
  decide.setCompensations,
)

/** 保险 */
export const setIncidentInsuranceCommand = command<Parameters<typeof decide.setInsurance>[1]>(
  'setInsurance',
  { insurance: insuranceSchema.nullable() },
  decide.setInsurance,
)

/** 记一笔 */
export const noteIncidentCommand = append<decide.NoteInput>(
  'note',
  { text, at: instant.nullable() },
  decide.note,
)

/** 划去 */
export const strikeIncidentNoteCommand = append<{ entryId: string; reason: string }>(
  'strike',
  { entryId: z.string(), reason: text },
  decide.strike,
)

/** A step of the checklist: 已做 or 不适用. */
export const markIncidentStepCommand = append<decide.MarkInput>(
  'mark',
  { stepId: z.string(), outcome: z.enum(['done', 'notApplicable']), reason: text },
  decide.mark,
)

/** Takes a tick off again. */
export const unmarkIncidentStepCommand = append<{ stepId: string }>(
  'unmark',
  { stepId: z.string() },
  decide.unmark,
)

/** 提交 */
export const submitIncidentCommand = command<object>('submit', {}, decide.submit)

/** 主管核实 */
export const verifyIncidentCommand = command<{ words: string }>('verify', { words: text }, decide.verify)

/** 主任审批 */
export const approveIncidentCommand = command<{ words: string }>('approve', { words: text }, decide.approve)

/** 退回修改 */
export const returnIncidentCommand = command<{ reason: string }>(
  'returnForRevision',
  { reason: text },
  decide.returnForRevision,
)

/** 限阅, or lifting it. */
export const restrictIncidentCommand = command<{ restricted: boolean }>(
  'restrict',
  { restricted: z.boolean() },
  decide.restrict,
)

/** 归档 */
export const archiveIncidentCommand = command<object>('archive', {}, decide.archive)

/** 补充 of a closed report, with what came with it. */
export const supplementIncidentCommand: CommandSpec<
  OnRecord<{ text: string; attachments?: StoredFile[] }>,
  SavedRecord
> = {
  name: 'incident.supplement',
  permission: 'record.process',
  tables: ['incidents', 'attachments'],
  input: z.strictObject({
    ...onRecord,
    text,
    attachments: z.array(storedFileSchema).max(100).optional(),
  }),
  run: async (tx, { id, rev, attachments = [], ...input }) => {
    const record = await readRecord(tx, 'incidents', id, rev)
    if (!record.ok) return record
    const added = await putAttachments(tx, { table: 'incidents', recordId: id }, attachments)
    if (!added.ok) return added
    const attachmentIds = added.value
    const decided = decide.supplement(record.value, { ...input, attachmentIds }, tx.ctx)
    return putDecided(tx, 'incidents', decided)
  },
}

/** 作废 */
export const voidIncidentCommand = voidCommand('incidents')

/** 撤销 of the last step. */
export const undoIncidentCommand = undoCommand('incidents')

/** Printing, signing and filing. */
export const incidentPaper = paperCommands('incidents')

/**
 * A command that only adds, or settles one step by its id: no revision is asked for, because it takes nothing from
 * whoever saved in between, and a line that is stamped while the clerk types must never be refused for that.
 */
function append<I extends object>(
  name: IncidentCommand,
  shape: z.ZodRawShape,
  rule: (record: Incident, input: I, ctx: RuleContext) => Result<Incident>,
): CommandSpec<I & { id: string }, SavedRecord> {
  const input = z.strictObject({ id: z.string(), ...shape })
  return {
    name: `incident.${name}`,
    permission: INCIDENT_COMMANDS[name].permission,
    tables: ['incidents'],
    input: input as unknown as z.ZodType<I & { id: string }>,
    run: async (tx, { id, ...given }) => {
      const record = await tx.get('incidents', id)
      if (!record) return refuse('record.missing')
      if ('reason' in given && typeof given.reason === 'string') tx.reason = given.reason
      return putDecided(tx, 'incidents', rule(record, given as unknown as I, tx.ctx))
    },
  }
}

/** A list of people: a 房号 that was typed by hand is tied to its household. */
function onPeople<L extends 'parties' | 'witnesses', T extends { person: PersonRef }>(
  name: IncidentCommand,
  list: L,
  rule: (record: Incident, input: Record<L, readonly T[]>, ctx: RuleContext) => Result<Incident>,
): CommandSpec<OnRecord<Record<L, readonly T[]>>, SavedRecord> {
  const input = z.strictObject({ ...onRecord, [list]: incidentLists[list] })
  return {
    name: `incident.${name}`,
    permission: INCIDENT_COMMANDS[name].permission,
    tables: ['incidents', 'units'],
    input: input as unknown as z.ZodType<OnRecord<Record<L, readonly T[]>>>,
    run: async (tx, given) => {
      const record = await readRecord(tx, 'incidents', given.id, given.rev)
      if (!record.ok) return record
      const people = await withUnits(tx, given[list])
      return putDecided(tx, 'incidents', rule(record.value, { [list]: people } as Record<L, T[]>, tx.ctx))
    },
  }
}

async function withUnits<T extends { person: PersonRef }>(tx: CommandTx, people: readonly T[]): Promise<T[]> {
  const tied: T[] = []
  for (const one of people) tied.push({ ...one, person: await withUnit(tx, one.person) })
  return tied
}
