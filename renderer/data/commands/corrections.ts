import { z } from 'zod'
import * as decide from '../../../shared/domain/correction/commands'
import {
  CORRECTABLE_TABLES,
  type CorrectableTable,
  isCorrectableTable,
} from '../../../shared/domain/correction/registers'
import type { CorrectedField, Correction } from '../../../shared/domain/correction/types'
import type { RecordRules } from '../../../shared/domain/register/rules'
import type { RecordLink } from '../../../shared/domain/register/types'
import { correctedFieldSchema } from '../../../shared/schema/correction'
import { accept, type Result, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'
import { traitsOf } from '../core/rowTraits'
import type { RecordTable, RecordTables } from '../core/tables'
import type { RowReading } from '../core/traits/types'
import { correctReturnVisits } from './correctionAlong'
import { asStored, basisOf, type Row, withUnits } from './correctionBasis'
import { undoCommand, voidCommand } from './endCommands'
import { paperCommands } from './paperCommands'
import {
  type OnRecord,
  onRecord,
  putDecided,
  readRecord,
  recordCommand,
  type SavedRecord,
  text,
} from './recordCommand'
import { registerOf } from './registerRules'

/** What whoever asks for a 更正单 gives: the record as the screen showed it, and what is to be put right. */
export type CorrectionGiven = OnRecord<{
  table: CorrectableTable
  changes: CorrectedField[]
  voids: boolean
  reason: string
}>

const TABLES: RecordTable[] = ['corrections', ...CORRECTABLE_TABLES, 'units']

/** Most fields that one 更正单 puts right. */
const MOST_CHANGES = 200

/** 开更正单 for a record of a locked month (domain 12); the record itself stays as it is. */
export const requestCorrectionCommand: CommandSpec<CorrectionGiven, SavedRecord> = {
  name: 'correction.request',
  permission: 'record.process',
  tables: TABLES,
  input: z.strictObject({
    ...onRecord,
    table: z.enum(CORRECTABLE_TABLES),
    changes: z.array(correctedFieldSchema).max(MOST_CHANGES),
    voids: z.boolean(),
    reason: text,
  }),
  run: async (tx, { table, id, rev, ...input }) => {
    const record = await readRecord(tx, table, id, rev)
    if (!record.ok) return record
    if (!isReadable(tx, table, record.value)) return refuse('correction.restricted')
    const basis = await basisOf(tx, table, record.value)
    const decided = decide.request(await tx.nextNumber('BG'), basis, input, tx.ctx)
    if (!decided.ok) return decided
    const corrected = decide.correctedRecord(basis, decided.value.changes, tx.ctx)
    const stored = corrected.ok ? asStored(table, corrected.value) : corrected
    return stored.ok ? putDecided(tx, 'corrections', decided) : stored
  },
}

/** Whoever may not read a record asks for no 更正单 of it either: what they know of it is not from here (domain 7). */
function isReadable(tx: CommandTx, table: CorrectableTable, row: Row): boolean {
  const reading = traitsOf(table).reading as RowReading<Row> | undefined
  return reading?.whole(row, tx.ctx.actor) ?? true
}

const command = recordCommand('corrections')

/** 核实同意 of the supervisor. */
export const verifyCorrectionCommand = command<{ words: string }>(
  'verify',
  'record.verify',
  { words: text },
  decide.verify,
)

/** 不同意, with a reason. */
export const rejectCorrectionCommand = command<{ reason: string }>(
  'reject',
  'record.verify',
  { reason: text },
  decide.reject,
)

/** 批准并更正 of the director: the 更正单 and its record change together, in one transaction, past the lock (domain 12). */
export const applyCorrectionCommand: CommandSpec<OnRecord<{ words: string }>, SavedRecord> = {
  name: 'correction.apply',
  permission: 'month.approve',
  tables: TABLES,
  input: z.strictObject({ ...onRecord, words: text }),
  run: async (tx, { id, rev, words }) => {
    const read = await readRecord(tx, 'corrections', id, rev)
    if (!read.ok) return read
    const decided = decide.apply(read.value, { words }, tx.ctx)
    if (!decided.ok) return decided
    tx.lock.correcting = true
    tx.reason = `${read.value.number} ${read.value.reason}`
    const changed = await correctTarget(tx, read.value)
    return changed.ok ? putDecided(tx, 'corrections', decided) : changed
  },
}

async function correctTarget(tx: CommandTx, correction: Correction): Promise<Result<null>> {
  const { id, number, target, changes, month, voids, reason } = correction
  const { table } = target
  if (!isCorrectableTable(table)) return refuse('correction.notCorrectable')
  const record: Row | undefined = await tx.get(table, target.id)
  if (!record) return refuse('record.missing')
  if (record.state === 'void') return refuse('correction.recordVoid')
  const basis = await basisOf(tx, table, record)
  // What was agreed to is done, even where the month was reopened meanwhile and holds the record no more.
  const held = basis.held ?? { month, holds: () => true }
  const corrected = decide.correctedRecord({ ...basis, held }, changes, tx.ctx)
  if (!corrected.ok) return corrected
  const link: RecordLink = { table: 'corrections', id, number, relation: 'correction' }
  const tied = await withUnits(tx, corrected.value, changes)
  const given = { corrected: tied, voids: voids ? { reason: `${number} ${reason}` } : null, link }
  const next = rulesOf(table).correct(record, given, tx.ctx)
  const stored = next.ok ? asStored(table, next.value) : next
  if (!stored.ok) return stored
  await putRow(tx, table, stored.value)
  return stored.value.register === 'complaint'
    ? correctReturnVisits(tx, correction, stored.value, link)
    : accept(null)
}

/** The rules of a table, for rows that were read from it. */
function rulesOf(table: CorrectableTable): RecordRules<Row> {
  // A row and its table belong together; the compiler sees only that both are one of several.
  return registerOf(table).rules as unknown as RecordRules<Row>
}

function putRow<K extends CorrectableTable>(tx: CommandTx, table: K, row: Row): Promise<void> {
  return tx.put(table, row as unknown as RecordTables[K])
}

/** 作废 of a 更正单 that was not applied: the number stays. */
export const voidCorrectionCommand = voidCommand('corrections')

/** 撤销 of the last step. */
export const undoCorrectionCommand = undoCommand('corrections')

/** Printing, signing and filing of 《更正单》. */
export const correctionPaper = paperCommands('corrections')
