/**
 * A refusal is an answer, not an exception: the screen shows it beside its field or in a bar.
 * `key` is a key of the locale namespace `refusal`; `field` is the path of the form field it belongs to
 * (`complainant.phone`); `params` fill the sentence.
 */
export interface Refusal {
  key: string
  field?: string
  params?: Record<string, string | number>
  /** What else is wrong in the same form, each beside a field of its own. */
  also?: readonly Refusal[]
}

/** What every rule, command and bridge call answers. */
export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

/** The accepted answer. */
export function accept<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** The refused answer: `key` in namespace `refusal`, the field it belongs to, the words to fill in. */
export function refuse(
  key: string,
  field?: string,
  params?: Record<string, string | number>,
): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { key, ...(field ? { field } : {}), ...(params ? { params } : {}) } }
}
