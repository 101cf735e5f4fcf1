import { z } from 'zod'
import {
  ACCESS_KINDS,
  ACCESS_ONCE_MS,
  type AccessKind,
  accessCommand,
} from '../../../shared/domain/privacy/access'
import { instantFromMs, msOf } from '../../../shared/util/civilTime'
import { accept } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'

/** What was read: a record, or nothing but a search. */
export interface AccessInput {
  table: string
  id: string
  /** How many records were shown or handed out. */
  count: number
}

/**
 * Notes that somebody read what few may read, searched for a person, or handed out a person's copy (domain 13): once a
 * user, record and hour. The entry names the record in its detail only: a reading is no step of the record, and 撤销 must
 * not meet it. `null` where it was noted already.
 */
function noteOf(kind: AccessKind): CommandSpec<AccessInput, null> {
  return {
    name: accessCommand(kind),
    permission: 'record.read',
    tables: [],
    input: z.strictObject({ table: z.string().max(40), id: z.string().max(100), count: z.number().int() }),
    run: async (tx, { table, id, count }) => {
      if (await wasNoted(tx, accessCommand(kind), table, id)) return accept(null)
      tx.logged = true
      tx.changes.push({ table, id: id || '*', fields: [{ path: 'read', before: null, after: count }] })
      return accept(null)
    },
  }
}

/** Searches and copies are acts of their own each time. */
async function wasNoted(tx: CommandTx, command: string, table: string, id: string): Promise<boolean> {
  if (id === '') return false
  const { now, actor } = tx.ctx
  const since = instantFromMs(msOf(now) - ACCESS_ONCE_MS)
  return tx.query(async (db) => {
    const device = String((await db.of('meta').get('deviceId'))?.value ?? '')
    const recent = await db
      .of('audit')
      .where('[deviceId+seq]')
      .between([device, 0], [device, Number.MAX_SAFE_INTEGER])
      .reverse()
      .until(({ at }) => at < since)
      .filter((entry) => entry.command === command && entry.userId === actor.userId)
      .toArray()
    const details = await db.of('auditDetails').bulkGet(recent.map(({ opId }) => opId))
    return details.some((detail) => detail?.changes.some((one) => one.table === table && one.id === id))
  })
}

export const ACCESS_NOTES = Object.fromEntries(ACCESS_KINDS.map((kind) => [kind, noteOf(kind)])) as Record<
  AccessKind,
  CommandSpec<AccessInput, null>
>
