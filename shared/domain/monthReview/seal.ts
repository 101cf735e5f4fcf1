import { digestOfValue } from '../../util/digest'
import type { MonthSeal } from './types'

/**
 * SHA-256 of a record's canonical JSON, fields without a value left out: what the audit chain takes a record back to has
 * null where a field did not exist yet.
 * @param row as stored, without the keys of its lists.
 */
export function recordDigest(row: object): string {
  return digestOfValue(withoutNothing(row))
}

/** SHA-256 over everything else in a seal: the digest that the director signs and the 月报 prints. */
export function sealDigest({
  digest: _own,
  ...content
}: Omit<MonthSeal, 'digest'> & { digest?: string }): string {
  return digestOfValue(content)
}

/** The seal with its digest. */
export function sealed(content: Omit<MonthSeal, 'digest'>): MonthSeal {
  return { ...content, digest: sealDigest(content) }
}

/** A value with every field left out that says nothing. */
export function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).filter(([, field]) => field !== null && field !== undefined)
  return Object.fromEntries(fields.map(([key, field]) => [key, withoutNothing(field)]))
}
