import { canonicalJson } from '../../util/canonicalJson'

/** A part of a row. */
export type Plain = Record<string, unknown>

export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether two parts of rows say the same; what is absent, undefined or null is nothing. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a ?? null, b ?? null)) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => same(item, b[index]))
  }
  if (!isPlain(a) || !isPlain(b)) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => same(a[key], b[key]))
}

/** The two in an order that does not depend on which side each is on. */
export function inOrder(a: unknown, b: unknown): readonly [unknown, unknown] {
  return canonicalJson(a) <= canonicalJson(b) ? [a, b] : [b, a]
}

/** A list, whatever is there. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** An object, whatever is there. */
export function plainOf(value: unknown): Plain {
  return isPlain(value) ? value : {}
}

/** One step of a path that leads to an item of a list: by what it is known, with no dot in it. */
export function itemStep(known: string): string {
  return `#${known.replaceAll('%', '%25').replaceAll('.', '%2E')}`
}

/** By what the item at a step of a path is known; null for a field. */
export function itemOf(step: string): string | null {
  return step.startsWith('#') ? step.slice(1).replaceAll('%2E', '.').replaceAll('%25', '%') : null
}

export function joined(path: string, step: string): string {
  return path === '' ? step : `${path}.${step}`
}
