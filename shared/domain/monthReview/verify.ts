import { canonicalJson } from '../../util/canonicalJson'
import { type FieldChange, revertFields } from '../../util/diff'
import type { ChainProblem } from '../audit/chain'
import { recordDigest, withoutNothing } from './seal'
import type { SealedRecord } from './types'

type NamedRecord = Pick<SealedRecord, 'table' | 'id' | 'number'>

/** What a verification found. */
export type SealFinding =
  /** The seal itself, or the digest on the review, is not what was signed. */
  | { kind: 'seal' }
  /** A device's chain breaks at an entry. */
  | { kind: 'chain'; deviceId: string; seq: number; problem: ChainProblem }
  /** The chain does not hold the entry that was its end when the month was signed. */
  | { kind: 'head'; deviceId: string; seq: number }
  /** A record that was signed is gone. */
  | ({ kind: 'missing' } & NamedRecord)
  /** It is not what was signed, though no command changed it; `fields` where that can be told. */
  | ({ kind: 'changed'; fields: string[] } & NamedRecord)
  /** What was changed since was erased by law: nobody can tell any more. */
  | ({ kind: 'untold' } & NamedRecord)
  /** It was erased by law, and stands as it was left. */
  | ({ kind: 'erased' } & NamedRecord)
  /** Words in the seal about erased records are gone; what is left of it stands. */
  | { kind: 'erasedWords' }
  /** Of the month, but written on another machine while it was signed: it came late. */
  | ({ kind: 'late' } & NamedRecord)
  /** Of the month, but not signed with it, and no command says why. */
  | ({ kind: 'unknown' } & NamedRecord)

/** One change of a record after it was signed; null where the detail was erased, or is not the one that was sealed. */
export type LaterChange = readonly FieldChange[] | null

/**
 * Takes a record back to when its month was signed and compares (domain 12): what commands changed since is allowed, or
 * they would have been refused, and everything else is named.
 * @param row as stored now, without the keys of its lists; null where it is gone.
 * @param later what happened to it since, newest first.
 * @param history all its known changes, newest first, to tell which fields differ.
 */
export function compareRecord(
  signed: SealedRecord,
  row: object | null,
  later: readonly LaterChange[],
  history: readonly LaterChange[] = [],
): SealFinding | null {
  const { table, id, number, digest } = signed
  const named = { table, id, number }
  if (!row) return { kind: 'missing', ...named }
  const told = later.filter((change) => change !== null)
  const then = told.reduce((after, change) => revertFields(after, change), row)
  if (recordDigest(then) === digest) return null
  if (told.length < later.length) return { kind: 'untold', ...named }
  return { kind: 'changed', ...named, fields: fieldsThatDiffer(row, history) }
}

/** Fields of a record that do not say what its newest change left there. */
export function fieldsThatDiffer(row: object, changes: readonly LaterChange[]): string[] {
  const seen: string[] = []
  const differing: string[] = []
  for (const { path, after } of changes.flatMap((change) => change ?? [])) {
    // What stands inside a field, or around it, was said more newly.
    if (seen.some((one) => covers(one, path) || covers(path, one))) continue
    seen.push(path)
    if (!isSame(valueAt(row, path), after)) differing.push(path)
  }
  return differing.toSorted()
}

function covers(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`)
}

function valueAt(row: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      row,
    )
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(withoutNothing(a) ?? null) === canonicalJson(withoutNothing(b) ?? null)
}
