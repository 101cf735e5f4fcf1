import { accept, type Result, refuse } from '../../util/result'
import { isKept } from '../lostItem/states'
import type { LostItem } from '../lostItem/types'
import { forbidden } from '../office/permissions'
import { allObjections, type Objection, requireText } from '../register/objections'
import type { RuleContext } from '../register/types'
import type { ShelfCount, ShelfLine, TickWay } from './types'

/**
 * 开始盘点: the list of what should be on the shelf now. Refusals: office.notAllowed, shelfCount.oneIsOpen,
 * shelfCount.nothingKept.
 * @param items found items; those that are not in the house are left out.
 */
export function startCount(
  { items, open }: { items: readonly LostItem[]; open: boolean },
  ctx: RuleContext,
): Result<ShelfCount> {
  const lines = items.filter(isKept).map(lineOf).sort(alongTheShelf)
  const objection = allObjections(
    forbidden(ctx.actor.role, 'record.process'),
    open ? refuse('shelfCount.oneIsOpen') : null,
    lines.length === 0 ? refuse('shelfCount.nothingKept') : null,
  )
  if (objection) return objection
  return accept({
    id: ctx.newId(),
    rev: 1,
    startedAt: ctx.now,
    startedBy: ctx.actor.name,
    lines,
    strays: [],
    words: '',
    finishedAt: null,
    finishedBy: '',
    updatedAt: ctx.now,
  })
}

function lineOf({ id, number, intake }: LostItem): ShelfLine {
  const { name, quantity, storedAt } = intake
  return { itemId: id, number, name, quantity, storedAt, tick: null, left: false }
}

function alongTheShelf(a: ShelfLine, b: ShelfLine): number {
  return a.storedAt.localeCompare(b.storedAt, 'zh-CN', { numeric: true }) || (a.number < b.number ? -1 : 1)
}

/**
 * Ticks a thing off. One that should not be here, because it left or came after the count began, is noted as a stray.
 * Refusals: office.notAllowed, shelfCount.isFinished, shelfCount.alreadyTicked `{ number }`.
 */
export function tick(
  count: ShelfCount,
  { item, way }: { item: LostItem; way: TickWay },
  ctx: RuleContext,
): Result<ShelfCount> {
  const { number } = item
  const line = count.lines.find(({ itemId }) => itemId === item.id)
  const seen = line ? line.tick !== null : count.strays.some(({ itemId }) => itemId === item.id)
  const objection =
    objectionTo(count, ctx) ?? (seen ? refuse('shelfCount.alreadyTicked', undefined, { number }) : null)
  if (objection) return objection
  const by = ctx.actor.name
  if (!line) {
    const stray = { itemId: item.id, number, name: item.intake.name, at: ctx.now, by }
    return accept(next(count, { strays: [...count.strays, stray] }, ctx))
  }
  return accept(next(count, { lines: withLine(count, { ...line, tick: { way, at: ctx.now, by } }) }, ctx))
}

/** Takes a tick back that was set by mistake. Refusals: office.notAllowed, shelfCount.isFinished. */
export function untick(
  count: ShelfCount,
  { itemId }: { itemId: string },
  ctx: RuleContext,
): Result<ShelfCount> {
  const objection = objectionTo(count, ctx)
  if (objection) return objection
  const line = count.lines.find((one) => one.itemId === itemId)
  const strays = count.strays.filter((one) => one.itemId !== itemId)
  const lines = line ? withLine(count, { ...line, tick: null }) : count.lines
  return accept(next(count, { lines, strays }, ctx))
}

/**
 * 完成盘点. What left the house while it was counted is not missing; what is missing needs a word. Refusals:
 * office.notAllowed, shelfCount.isFinished, shelfCount.missingWordsRequired.
 * @param kept ids of the items that are in the house now.
 */
export function finishCount(
  count: ShelfCount,
  { words, kept }: { words: string; kept: ReadonlySet<string> },
  ctx: RuleContext,
): Result<ShelfCount> {
  const lines = count.lines.map((line) => ({ ...line, left: !line.tick && !kept.has(line.itemId) }))
  const lacks = missingOf({ lines }).length > 0
  const objection = allObjections(
    objectionTo(count, ctx),
    lacks ? requireText(words, 'shelfCount.missingWordsRequired', 'words') : null,
  )
  if (objection) return objection
  const ended = { lines, words: words.trim(), finishedAt: ctx.now, finishedBy: ctx.actor.name }
  return accept(next(count, ended, ctx))
}

/** What should be there and was not ticked off. */
export function missingOf({ lines }: Pick<ShelfCount, 'lines'>): ShelfLine[] {
  return lines.filter(({ tick: seen, left }) => !seen && !left)
}

function objectionTo({ finishedAt }: ShelfCount, ctx: RuleContext): Objection {
  return forbidden(ctx.actor.role, 'record.process') ?? (finishedAt ? refuse('shelfCount.isFinished') : null)
}

function withLine({ lines }: ShelfCount, changed: ShelfLine): ShelfLine[] {
  return lines.map((line) => (line.itemId === changed.itemId ? changed : line))
}

function next(count: ShelfCount, fields: Partial<ShelfCount>, ctx: RuleContext): ShelfCount {
  return { ...count, ...fields, rev: count.rev + 1, updatedAt: ctx.now }
}
