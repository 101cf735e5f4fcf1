import { z } from 'zod'
import type { Dispute } from '../../../shared/domain/dispute/types'
import { codeOf, type RegisterName, REGISTERS } from '../../../shared/domain/numbering/registers'
import type { Objection } from '../../../shared/domain/register/objections'
import type { GivenNumber } from '../../../shared/domain/register/types'
import { TABLE_SCHEMAS } from '../../../shared/schema/tables'
import { type Choice, decide, type DisputeContext, numbered } from '../../../shared/sync/dispute'
import { directs } from '../../../shared/sync/across'
import { isSyncTable, SYNC_TABLES, type SyncTable } from '../../../shared/sync/travel'
import { accept, type Result, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'
import { traitsOf } from '../core/rowTraits'
import type { RecordTables } from '../core/tables'
import { madeHere } from '../queries/disputes'
import { doubledOf, isOneEach } from '../replica/across'
import { decidableHere, holderIn, newest, numberDisputesOf } from '../replica/numberDisputes'
import { linesToSettle, settleNumbers } from '../replica/numberLines'

type Row = Record<string, unknown>

/** What the screen asks: `rev` is that of the record it showed; null where it shows none or the table has none. */
export interface DecideInput {
  id: string
  rev: number | null
  choice: Choice
  /** A record of another machine is to be given another number too. */
  sure: boolean
}

const choice: z.ZodType<Choice> = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('keep') }),
  z.strictObject({ way: z.literal('fields'), chosen: z.array(z.string().max(1000)).max(1000) }),
  z.strictObject({ way: z.literal('whole') }),
  z.strictObject({ way: z.literal('number'), renumbered: z.enum(['held', 'waiting']).nullable() }),
])

/**
 * 核对: decides a line of 待核对 (issue "Conflicts"). What is taken is written like every command's row, so that month
 * lock, chain and lists hold. Refusals: dispute.missing, record.changedElsewhere, dispute.notMadeHere, and those of
 * `decide`, `numbered`, `objectionAcross` and of the month lock. Answers the number that was given, '' where none was.
 */
export const decideDisputeCommand: CommandSpec<DecideInput, { number: string }> = {
  name: 'dispute.decide',
  permission: 'dispute.decide',
  tables: [...SYNC_TABLES],
  input: z.strictObject({ id: z.string(), rev: z.number().int().nullable(), choice, sure: z.boolean() }),
  run: async (tx, { id, rev, choice: way, sure }) => {
    const asked = await tx.get('disputes', id)
    if (!asked) return refuse('dispute.missing')
    const dispute = way.way === 'number' ? await tx.query((db) => decidableHere(db, asked)) : asked
    const { table } = dispute
    if (!isSyncTable(table)) return refuse('dispute.wrongWay')
    const row = await rowOf(tx, table, dispute.recordId)
    if (!mayRead(tx, table, [row, dispute.waiting])) return refuse('dispute.missing')
    if (way.way === 'number' && dispute.kind === 'number')
      return decideNumber(tx, table, dispute, way.renumbered, sure)
    if (way.way !== 'keep' && row && typeof row['rev'] === 'number' && row['rev'] !== rev)
      return refuse('record.changedElsewhere')
    const decided = decide(dispute, row, way, contextOf(tx, table))
    if (!decided.ok) return decided
    if (decided.value.row) await put(tx, table, decided.value.row)
    await tx.put('disputes', decided.value.dispute)
    return (await objectionAcross(tx, table, decided.value.row)) ?? accept({ number: '' })
  },
}

/** A choice keeps the rules across records as a command does (domain 1, 4). Refusals: office.lastDirector, dispute.notAlone. */
async function objectionAcross(tx: CommandTx, table: SyncTable, row: Row | null): Promise<Objection> {
  if (!row) return null
  if (table === 'users' && !(await tx.all('users')).some(directs)) return refuse('office.lastDirector')
  if (!isOneEach(table)) return null
  const pairs = await tx.query((db) => doubledOf(db, table))
  const isOf = (one: Row): boolean => one['id'] === row['id']
  return pairs.some(({ first, second }) => isOf(first) || isOf(second)) ? refuse('dispute.notAlone') : null
}

/** Nobody chooses between versions of what they may not read (domain 7, 13). */
function mayRead({ ctx }: CommandTx, table: SyncTable, versions: readonly (Row | null)[]): boolean {
  const { reading } = traitsOf(table)
  const told = versions.filter((row) => row !== null && Object.keys(row).length > 0)
  return !reading || told.every((row) => row === null || reading.whole(row, ctx.actor))
}

function contextOf({ ctx }: CommandTx, table: SyncTable): DisputeContext {
  const { now, actor, settings } = ctx
  return { now, actor, settings, accepts: (row) => TABLE_SCHEMAS[table].safeParse(row).success }
}

/** One of the two records gets the next number of this machine; afterwards both are here. */
async function decideNumber(
  tx: CommandTx,
  table: SyncTable,
  dispute: Dispute,
  renumbered: 'held' | 'waiting' | null,
  sure: boolean,
): Promise<Result<{ number: string }>> {
  // A newer version of the record that waits may have come since: that one is taken in.
  const all = await tx.query((db) => numberDisputesOf(db, table, dispute.recordId))
  const last = newest(all) ?? dispute
  const held = await holderOf(tx, table, dispute)
  const known = await rowOf(tx, table, dispute.recordId)
  if (renumbered === 'held' && held && !known && !sure) {
    const { id } = held
    if (!(await tx.query((db) => madeHere(db, String(id))))) return refuse('dispute.notMadeHere')
  }
  const given = held && renumbered && !known ? await nextNumber(tx, held) : null
  const asked = { ...dispute, waiting: last.waiting }
  const done = numbered(asked, { held, known, given }, renumbered, contextOf(tx, table))
  if (!done.ok) return done
  await writeNumbered(tx, table, last.waiting, renumbered, done.value)
  for (const one of all) {
    const { state, decidedAt, decidedBy, chosen } = done.value.dispute
    await tx.put('disputes', { ...one, state, decidedAt, decidedBy, chosen })
  }
  // The other machine found the other record waiting: that line is decided by the same press.
  const twins = await tx.query((db) => linesToSettle(db, { fresh: [holderIn(dispute)], all: false }))
  await settleNumbers(tx, twins)
  return accept({ number: given?.number ?? '' })
}

async function writeNumbered(
  tx: CommandTx,
  table: SyncTable,
  server: Row,
  renumbered: 'held' | 'waiting' | null,
  { held, waiting }: { held: Row | null; waiting: Row | null },
): Promise<void> {
  if (held) {
    await put(tx, table, held)
    await renameInLinks(tx, table, held)
  }
  if (!waiting) return
  if (renumbered !== 'waiting') return tx.take(table, [waiting as unknown as RecordTables[SyncTable]])
  await tx.merge(
    table,
    waiting as unknown as RecordTables[SyncTable],
    server as unknown as RecordTables[SyncTable],
  )
}

async function nextNumber(tx: CommandTx, { register }: Row): Promise<GivenNumber | null> {
  const name = Object.values(REGISTERS).find((one): one is RegisterName => one === register)
  return name ? tx.nextNumber(codeOf(name)) : null
}

async function holderOf(tx: CommandTx, table: SyncTable, { number, recordId }: Dispute): Promise<Row | null> {
  const rows = (await tx.find(table, 'number', number)) as unknown as Row[]
  const held = rows.find(({ id }) => id !== recordId)
  return held ? rowOf(tx, table, String(held['id'])) : null
}

/** What is linked to a record names it by its number. */
async function renameInLinks(tx: CommandTx, table: SyncTable, row: Row): Promise<void> {
  for (const { table: where, id } of linksOf(row)) {
    const other = isSyncTable(where) ? await rowOf(tx, where, id) : null
    if (!isSyncTable(where) || !other || other['erased']) continue
    const links = linksOf(other).map((link) =>
      link.table === table && link.id === row['id'] ? { ...link, number: row['number'] } : link,
    )
    await put(tx, where, { ...other, links, rev: Number(other['rev']) + 1, updatedAt: tx.ctx.now })
  }
}

interface Link {
  table: string
  id: string
}

function linksOf({ links }: Row): Link[] {
  return Array.isArray(links) ? (links as Link[]) : []
}

async function rowOf(tx: CommandTx, table: SyncTable, id: string): Promise<Row | null> {
  return ((await tx.get(table, id)) as unknown as Row | undefined) ?? null
}

async function put(tx: CommandTx, table: SyncTable, row: Row): Promise<void> {
  await tx.put(table, row as unknown as RecordTables[SyncTable])
}
