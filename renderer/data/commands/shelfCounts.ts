import { z } from 'zod'
import { isKept } from '../../../shared/domain/lostItem/states'
import type { LostItem } from '../../../shared/domain/lostItem/types'
import type { RuleContext } from '../../../shared/domain/register/types'
import * as decide from '../../../shared/domain/shelfCount/count'
import { type ShelfCount, TICK_WAYS, type TickWay } from '../../../shared/domain/shelfCount/types'
import { accept, type Result, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'
import { text } from './recordCommand'

/** What every command on a shelf count answers. */
export interface SavedCount {
  id: string
}

/** Most things that one count holds. */
const MOST_ON_THE_SHELF = 10_000

/** 开始盘点 of the items with these ids; see `startShelfCount`, which finds them. */
export const startCountCommand: CommandSpec<{ itemIds: string[] }, SavedCount> = {
  name: 'shelfCount.start',
  permission: 'record.process',
  tables: ['shelfCounts', 'lostItems'],
  input: z.strictObject({ itemIds: z.array(z.string()).max(MOST_ON_THE_SHELF) }),
  run: async (tx, { itemIds }) => {
    // A count a month: the table stays small.
    const open = (await tx.all('shelfCounts')).some(({ finishedAt }) => finishedAt === null)
    const items = await itemsOf(tx, itemIds)
    return putCount(tx, decide.startCount({ items, open }, tx.ctx))
  },
}

/** Ticks a thing off, by its label or by hand. Of two windows each ticks what it sees: no revision is asked. */
export const tickCommand: CommandSpec<{ id: string; itemId: string; way: TickWay }, SavedCount> = {
  name: 'shelfCount.tick',
  permission: 'record.process',
  tables: ['shelfCounts', 'lostItems'],
  input: z.strictObject({ id: z.string(), itemId: z.string(), way: z.enum(TICK_WAYS) }),
  run: async (tx, { id, itemId, way }) => {
    const item = await tx.get('lostItems', itemId)
    if (!item) return refuse('record.missing')
    return onCount(tx, id, (count, ctx) => decide.tick(count, { item, way }, ctx))
  },
}

/** Takes a tick back. */
export const untickCommand: CommandSpec<{ id: string; itemId: string }, SavedCount> = {
  name: 'shelfCount.untick',
  permission: 'record.process',
  tables: ['shelfCounts'],
  input: z.strictObject({ id: z.string(), itemId: z.string() }),
  run: (tx, { id, itemId }) => onCount(tx, id, (count, ctx) => decide.untick(count, { itemId }, ctx)),
}

/** 完成盘点 */
export const finishCountCommand: CommandSpec<{ id: string; words: string }, SavedCount> = {
  name: 'shelfCount.finish',
  permission: 'record.process',
  tables: ['shelfCounts', 'lostItems'],
  input: z.strictObject({ id: z.string(), words: text }),
  run: async (tx, { id, words }) => {
    const lines = (await tx.get('shelfCounts', id))?.lines ?? []
    const unseen = lines.filter(({ tick }) => tick === null).map(({ itemId }) => itemId)
    const kept = new Set((await itemsOf(tx, unseen)).filter(isKept).map((item) => item.id))
    return onCount(tx, id, (count, ctx) => decide.finishCount(count, { words, kept }, ctx))
  },
}

async function itemsOf(tx: CommandTx, ids: readonly string[]): Promise<LostItem[]> {
  const items = await Promise.all(ids.map((id) => tx.get('lostItems', id)))
  return items.filter((item) => item !== undefined)
}

async function onCount(
  tx: CommandTx,
  id: string,
  rule: (count: ShelfCount, ctx: RuleContext) => Result<ShelfCount>,
): Promise<Result<SavedCount>> {
  const count = await tx.get('shelfCounts', id)
  return count ? putCount(tx, rule(count, tx.ctx)) : refuse('record.missing')
}

async function putCount(tx: CommandTx, decided: Result<ShelfCount>): Promise<Result<SavedCount>> {
  if (!decided.ok) return decided
  await tx.put('shelfCounts', decided.value)
  return accept({ id: decided.value.id })
}
