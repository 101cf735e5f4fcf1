import type { DisputedField } from '../../domain/dispute/types'
import type { Row } from '../wire'
import { mergedBook } from './books'
import { ordered, withValue } from './edits'
import { type Leaf, Leaves } from './leaves'
import { type Keeping, keepingOf } from './locked'
import type { MergePlan, Unit, Way } from './plan'
import { MERGE_PLANS } from './plans'
import { objectionToMerged } from './rules'
import { settled } from './settled'
import type { Merge, MergeInput } from './types'
import { same } from './values'

/**
 * What comes of two versions of a record (issue "Conflicts"): one that only one side changed counts; what both changed is
 * merged field by field, and where that cannot be the server's stays and ours is asked about. No clock is looked at. Also
 * to be asked of a version that only one side changed, where a signed month may keep the record: see `Keeping`.
 */
export function mergeRecords(input: MergeInput): Merge {
  const rows = { base: input.base && bare(input.base), ours: bare(input.ours), server: bare(input.server) }
  const { base, ours, server } = rows
  if (same(ours, server)) return { kind: 'same' }
  const byLaw = erasedWins(ours, server)
  if (byLaw) return byLaw
  const plan = MERGE_PLANS[input.table]
  const leaves = new Leaves(plan, base !== null).compare(rows)
  const keeping = keepingOf({ ...rows, facts: input.facts })
  if (base && same(base, ours)) return keeping ? kept(keeping, 'server', server, leaves) : { kind: 'take' }
  if (base && same(base, server)) return keeping ? kept(keeping, 'ours', ours, leaves) : { kind: 'push' }
  if (meetsVoid(rows, plan, leaves)) {
    // A signed month stands by the version that was signed, also against 作废 (domain 12).
    const oursWasSigned = keeping?.keep === 'ours' && keeping.forbids(server)
    return oursWasSigned ? ask('locked', 'ours', leaves) : ask('void', 'server', leaves)
  }
  return threeWay({ ...input, ...rows }, plan, leaves, keeping)
}

type Rows = Pick<MergeInput, 'base' | 'ours' | 'server'>

function bare(row: Row): Row {
  const { listKeys: _derived, ...rest } = row
  return rest
}

/** What was erased by law stays erased, whatever else happened to it (domain 13). */
function erasedWins(ours: Row, server: Row): Merge | null {
  if (server['erased']) return { kind: 'take' }
  return ours['erased'] ? { kind: 'push' } : null
}

/** What one side alone did counts, unless a signed month stands by the other. */
function kept({ keep, forbids }: Keeping, by: 'server' | 'ours', row: Row, leaves: readonly Leaf[]): Merge {
  if (keep !== by && forbids(row)) return ask('locked', keep, leaves)
  return { kind: by === 'server' ? 'take' : 'push' }
}

/** One side made it void, or took that back, while the other changed it. */
function meetsVoid({ base, ours, server }: Rows, { voidAt }: MergePlan, leaves: readonly Leaf[]): boolean {
  if (voidAt === null) return false
  const [mine, theirs] = [Boolean(ours[voidAt]), Boolean(server[voidAt])]
  if (mine === theirs) return false
  if (!base) return true
  const byOurs = mine !== Boolean(base[voidAt])
  return leaves.some((leaf) => isAsked(leaf.unit) && (byOurs ? leaf.byServer : leaf.byOurs))
}

function threeWay(
  input: MergeInput,
  plan: MergePlan,
  leaves: readonly Leaf[],
  keeping: Keeping | null,
): Merge {
  const { table, base, ours, server, facts } = input
  const disputed = disputedOf(leaves)
  if (plan.firstWins && disputed.length > 0)
    return { kind: isOpen(ours) || !isOpen(server) ? 'take' : 'push' }
  const merged = mergedRow({ base, ours, server }, plan, leaves, disputed)
  const row = settled(table, withRev(merged, ours, server), facts.settings)
  if (keeping && breaks(keeping, row, disputed.length > 0, input)) return ask('locked', keeping.keep, leaves)
  if (disputed.length === 0) return whole(row, input)
  if (saysTheSame(row, server)) return ask('fields', 'server', disputed)
  return stands(row, input)
    ? { kind: 'merged', row, fields: fieldsOf(disputed, 'server') }
    : ask('fields', 'server', leaves)
}

/** A merge in which nothing is asked; it may be what one side has already. */
function whole(row: Row, input: MergeInput): Merge {
  const { ours, server } = input
  const [mine, theirs] = [revOf(ours), revOf(server)]
  if (saysTheSame(row, server) && theirs >= mine) return { kind: 'take' }
  if (saysTheSame(row, ours) && mine >= theirs) return { kind: 'push' }
  if (stands(row, input)) return { kind: 'merged', row, fields: [] }
  const leaves = new Leaves(MERGE_PLANS[input.table], input.base !== null)
  return ask('fields', 'server', leaves.compare({ base: input.base, ours, server }))
}

/** Whether a merged row may be written: by its schema, and by the rules of its register. */
function stands(row: Row, { table, ours, server, facts }: MergeInput): boolean {
  return facts.accepts(row) && objectionToMerged(table, row, [ours, server], facts.settings) === null
}

function isOpen(row: Row): boolean {
  return row['state'] === 'open'
}

/** The merged row would change what a signed month keeps, or what waits would, chosen later. */
function breaks({ keep, forbids }: Keeping, row: Row, waits: boolean, { ours, server }: Rows): boolean {
  return forbids(row) || (waits && forbids(keep === 'server' ? ours : server))
}

/** What both sides changed to something else. */
function disputedOf(leaves: readonly Leaf[]): Leaf[] {
  const together = leaves.filter(({ unit }) => unit === 'together')
  const both = together.some(({ byOurs }) => byOurs) && together.some(({ byServer }) => byServer)
  const asked = both && !agrees(together) ? together : []
  return leaves.filter(
    (leaf) => asked.includes(leaf) || (leaf.unit === 'plain' && !leaf.added && leaf.byOurs && leaf.byServer),
  )
}

/** Nothing but new items of lists, which stand beside each other. */
function agrees(together: readonly Leaf[]): boolean {
  return together.every(({ added }) => added && !added.numbered)
}

/** The server's row with what only ours changed, and the books of both. */
function mergedRow(rows: Rows, plan: MergePlan, leaves: readonly Leaf[], disputed: readonly Leaf[]): Row {
  const oursIsNewer = newerOf(rows.ours, rows.server)
  let row = rows.server
  for (const leaf of leaves) {
    if (isAsked(leaf.unit) || leaf.unit === 'recomputed' || leaf.unit === 'rev') continue
    row = withValue(row, leaf.path, mergedBook(leaf.unit, { ...leaf, oursIsNewer }), plan)
  }
  for (const leaf of leaves) {
    if (!isAsked(leaf.unit) || !leaf.byOurs || disputed.includes(leaf)) continue
    row = withValue(row, leaf.path, leaf.ours, plan)
  }
  return ordered(row, rows, plan)
}

function newerOf(ours: Row, server: Row): boolean | null {
  const [mine, theirs] = [ours, server].map((row) => String(row['updatedAt'] ?? row['at'] ?? ''))
  return mine === theirs ? null : (mine ?? '') > (theirs ?? '')
}

function isAsked(unit: Unit): unit is Exclude<Unit, Way> {
  return unit === 'plain' || unit === 'together'
}

function revOf(row: Row): number {
  return typeof row['rev'] === 'number' ? row['rev'] : 0
}

function withRev(row: Row, ours: Row, server: Row): Row {
  return 'rev' in row ? { ...row, rev: Math.max(revOf(ours), revOf(server)) + 1 } : row
}

/** Whether two rows differ by no more than their revision and its moment. */
function saysTheSame(a: Row, b: Row): boolean {
  const { rev: _rev, updatedAt: _at, ...rest } = a
  return same(rest, { ...b, rev: undefined, updatedAt: undefined })
}

function ask(why: 'fields' | 'void' | 'locked', keep: 'server' | 'ours', leaves: readonly Leaf[]): Merge {
  return { kind: 'ask', why, keep, fields: fieldsOf(leaves, keep) }
}

function fieldsOf(leaves: readonly Leaf[], keep: 'server' | 'ours'): DisputedField[] {
  return leaves
    .filter(({ unit }) => isAsked(unit))
    .map(({ path, base, ours, server }) => {
      const [inForce, waiting] = keep === 'server' ? [server, ours] : [ours, server]
      return { path, base: base ?? null, inForce: inForce ?? null, waiting: waiting ?? null }
    })
}
