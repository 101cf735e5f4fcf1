import { canonicalJson } from '../../util/canonicalJson'
import { inOrder, isPlain, listOf, type Plain, plainOf, same } from './values'
import type { Way } from './plan'

/** A field that keeps books: what either side did to it counts, and nobody is asked. */
export interface Book {
  base: unknown
  ours: unknown
  server: unknown
  /** The row that was written later is ours; null where both were at one moment. */
  oursIsNewer: boolean | null
}

/** What both sides' books come to. `rev` and `recomputed` are settled with the whole row. */
export function mergedBook(way: Way, book: Book): unknown {
  const { base, ours, server } = book
  switch (way) {
    case 'max':
      return latest(ours, server)
    case 'newer':
      return newer(book)
    case 'union':
      return union(base, ours, server)
    case 'paper':
      return mergedPaper(base, ours, server)
    default:
      return server
  }
}

function latest(a: unknown, b: unknown): unknown {
  if (typeof a === 'number' && typeof b === 'number') return Math.max(a, b)
  return String(a ?? '') > String(b ?? '') ? a : b
}

/** One side's alone where only it changed; else that of the row written later. */
function newer({ base, ours, server, oursIsNewer }: Book): unknown {
  if (same(base, server)) return ours
  if (same(base, ours)) return server
  if (oursIsNewer === null) return inOrder(ours, server)[0]
  return oursIsNewer ? ours : server
}

/** What either side has, but what one of them took away; in the order of the base, then of their moments. */
export function union(base: unknown, ours: unknown, server: unknown): unknown[] {
  const [known, mine, theirs] = [base, ours, server].map((list) => keyed(listOf(list)))
  const keys = new Set([...(known ?? []), ...(theirs ?? []), ...(mine ?? [])].map(([key]) => key))
  const stays = [...keys]
    .filter((key) => !known?.has(key) || (mine?.has(key) && theirs?.has(key)))
    .map((key) => [key, oneOf(known?.get(key), mine?.get(key), theirs?.get(key))] as [string, unknown])
  const begun = known?.size ? known : prefix(listOf(ours), listOf(server))
  const [old, added] = [stays.filter(([key]) => begun.has(key)), stays.filter(([key]) => !begun.has(key))]
  return [...old, ...added.toSorted(byMoment)].map(([, item]) => item)
}

/** Of two that are known as the same: the one that somebody changed. */
function oneOf(base: unknown, ours: unknown, server: unknown): unknown {
  if (ours === undefined || server === undefined) return ours ?? server
  if (same(base, ours)) return server
  return same(base, server) ? ours : inOrder(ours, server)[0]
}

/** Without a known ancestor: what both begin with. */
function prefix(ours: readonly unknown[], server: readonly unknown[]): Map<string, unknown> {
  const differs = server.findIndex((item, at) => !same(item, ours[at]))
  return keyed(differs < 0 ? server : server.slice(0, differs))
}

/** Links are known by their record, all else by what it says. */
function keyed(list: readonly unknown[]): Map<string, unknown> {
  return new Map(
    list.map((item) => [
      isLink(item) ? `link|${String(item['id'])}|${String(item['relation'])}` : canonicalJson(item),
      item,
    ]),
  )
}

function isLink(item: unknown): item is Plain {
  return isPlain(item) && 'relation' in item
}

function byMoment([a, first]: [string, unknown], [b, second]: [string, unknown]): number {
  const moments = [first, second].map((item) => String(plainOf(item)['at'] ?? ''))
  if (moments[0] !== moments[1]) return (moments[0] ?? '') < (moments[1] ?? '') ? -1 : 1
  return a < b ? -1 : a > b ? 1 : 0
}

/** What a print says of the sheet that is the newest. */
const SHEET = ['version', 'printedAt', 'printedBy', 'printedDigest'] as const

/**
 * Both sides' prints of a form, without its signatures. Where each printed the same version with other words, no sheet
 * is the newest: 打印后有改动 shows until somebody prints again.
 */
function mergedPaper(base: unknown, mine: unknown, theirs: unknown): unknown {
  // A print is never taken away.
  const [ours, server] = [mine ?? base, theirs ?? base]
  if (!isPlain(ours)) return server
  // Signatures are asked about by themselves.
  if (!isPlain(server)) return { ...withoutDrawn(ours), signature: null }
  const ahead = versionOf(ours) - versionOf(server)
  const [first, second] = inOrder(sheetOf(ours), sheetOf(server)) as [Plain, Plain]
  const newest = ahead === 0 ? first : ahead > 0 ? sheetOf(ours) : sheetOf(server)
  const twice = ahead === 0 && first['printedDigest'] !== second['printedDigest']
  return {
    ...server,
    ...newest,
    ...(twice ? { printedDigest: '' } : {}),
    history: union(plainOf(base)['history'], ours['history'], server['history']),
    filing: newestFiling(ours['filing'], server['filing']),
  }
}

function withoutDrawn({ drawn: _drawn, ...print }: Plain): Plain {
  return print
}

function sheetOf(print: Plain): Plain {
  return Object.fromEntries(SHEET.map((field) => [field, print[field]]))
}

function versionOf(print: unknown): number {
  return Number(plainOf(print)['version'] ?? 0)
}

/** The scan of the newest version that was filed. */
function newestFiling(ours: unknown, server: unknown): unknown {
  if (!isPlain(ours) || !isPlain(server)) return ours ?? server ?? null
  const [mine, theirs] = [versionOf(ours), versionOf(server)]
  if (mine !== theirs) return mine > theirs ? ours : server
  return inOrder(ours, server)[1]
}
