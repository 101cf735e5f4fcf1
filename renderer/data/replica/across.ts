import { z } from 'zod'
import type { DisputedField } from '../../../shared/domain/dispute/types'
import type { User } from '../../../shared/domain/office/types'
import {
  directs,
  type Doubled,
  doubledIn,
  ONE_EACH,
  ONE_EACH_TABLES,
  type OneEachTable,
  whoDirectsAgain,
} from '../../../shared/sync/across'
import { accept } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'
import type { DeskDatabase } from '../core/database'
import { withoutListKeys } from '../core/rowTraits'
import { disputeOf } from './disputeOf'
import { makerOf } from './late'

type Row = Record<string, unknown>

/** What came of looking across the records. */
export interface Looked {
  /** New lines of 待核对. */
  asked: number
}

/** Whether a table is one of those. */
export function isOneEach(table: string): table is OneEachTable {
  return Object.hasOwn(ONE_EACH, table)
}

/**
 * Whether what came breaks a rule that no single record tells, and nobody was asked yet: read by index, so that it may be
 * looked at after every exchange that brought such records.
 */
export async function isBrokenAcross(db: DeskDatabase): Promise<boolean> {
  if (!(await db.of('users').toArray()).some(directs)) return true
  return (await unasked(db)).length > 0
}

/**
 * Puts right, or asks about, what two desks did that may not stand together: no director is left, 房号 or 车牌 twice, two
 * users of one name (domain 1, 4). To be run when all was taken: half of it may only seem so. Run by the desk itself.
 */
export const lookAcrossCommand: CommandSpec<null, Looked> = {
  name: 'sync.lookAcross',
  input: z.null(),
  permission: null,
  bySystem: true,
  ignoresClock: true,
  tables: [...ONE_EACH_TABLES, 'disputes'],
  run: async (tx) => {
    const lines = await tx.query(unasked)
    for (const { table, first, second } of lines) {
      const { path } = ONE_EACH[table]
      const field = { path, base: null, inForce: first['id'], waiting: second['id'] }
      await ask(tx, { id: lineOf({ table, first, second }), table, row: second, field })
    }
    return accept({ asked: lines.length + (await keepDirector(tx)) })
  },
}

/** Without one nobody could let anybody in again: who directed last goes on, and is to look at it. */
async function keepDirector(tx: CommandTx): Promise<number> {
  const users = await tx.all('users')
  const directed = await tx.query((db) => directedOnce(db, users))
  const user = whoDirectsAgain(users, ({ id }) => directed.has(id))
  if (!user) return 0
  await tx.put('users', { ...user, role: 'director', active: true, updatedAt: tx.ctx.now })
  const { opId } = await tx.query((db) => makerOf(db, user.id))
  const id = `rule.${user.id}.${opId}`.slice(0, 100)
  if (await tx.get('disputes', id)) return 0
  const field = { path: 'active', base: true, inForce: true, waiting: false }
  await ask(tx, { id, table: 'users', row: { ...user }, field })
  return 1
}

/** Users who were directors by what the chains tell. */
async function directedOnce(db: DeskDatabase, users: readonly User[]): Promise<Set<string>> {
  const ids = users.map(({ id }) => id)
  const entries = await db.of('audit').where('refIds').anyOf(ids).distinct().toArray()
  const details = await db.of('auditDetails').bulkGet(entries.map(({ opId }) => opId))
  const changes = details.flatMap((detail) => detail?.changes ?? [])
  const left = changes.filter(
    ({ table, fields }) =>
      table === 'users' && fields.some(({ path, before }) => path === 'role' && before === 'director'),
  )
  return new Set(left.map(({ id }) => id))
}

interface Line {
  id: string
  table: OneEachTable
  row: Row
  field: DisputedField
}

async function ask(tx: CommandTx, { id, table, row, field }: Line): Promise<void> {
  const maker = await tx.query((db) => makerOf(db, String(row['id'])))
  const made = disputeOf(tx.ctx.now, { table, kind: 'rule', fields: [field], waiting: row, ...maker })
  const { name, code, plate } = row
  await tx.put('disputes', { ...made, id, number: String(code ?? plate ?? name) })
}

/** The same on every machine that finds the pair. */
function lineOf({ first, second }: Doubled): string {
  return `rule.${String(second['id'])}.${String(first['id'])}`.slice(0, 100)
}

/** Pairs of which no line tells. */
async function unasked(db: DeskDatabase): Promise<Doubled[]> {
  const found = await Promise.all(ONE_EACH_TABLES.map((table) => doubledOf(db, table)))
  const pairs = found.flat()
  const known = await db.of('disputes').bulkGet(pairs.map(lineOf))
  return pairs.filter((_, i) => !known[i])
}

/** Pairs of a table, found by its index. */
export async function doubledOf(db: DeskDatabase, table: OneEachTable): Promise<Doubled[]> {
  if (table === 'users') return doubledIn(table, (await db.of(table).toArray()).map(plain))
  const { path } = ONE_EACH[table]
  const keys = (await db.table<Row>(table).orderBy(path).keys()) as string[]
  const twice = keys.filter((key, i) => key === keys[i - 1])
  const rows = await db
    .table<Row>(table)
    .where(path)
    .anyOf([...new Set(twice)])
    .toArray()
  return doubledIn(table, rows.map(plain))
}

function plain(row: object): Row {
  return { ...withoutListKeys(row) }
}
