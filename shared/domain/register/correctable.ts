import type { Objection } from './objections'
import type { RuleContext } from './types'

/** What one field of a record says, as stored. */
export type FieldValue = string | number | boolean | null

/**
 * What sort of value a field holds, and so how it is typed and checked: `yuan` is 元 with two decimals, `fen` the same
 * kept in 1/100 元; an instant has happened unless it is `ahead`; the word of a choice is `<words>.<option>` of the locale.
 */
export type FieldSort =
  | { kind: 'text' | 'longText' | 'phone' | 'day' | 'yesNo' | 'yuan' | 'fen' | 'count' }
  | { kind: 'instant'; ahead?: boolean }
  | { kind: 'choice'; options: readonly string[]; words: string }

/** One field that a 更正单 can make say something else (domain 12). */
export type CorrectableField = FieldSort & {
  /** Dotted, with the place in a list: `returnVisits.0.words`. */
  path: string
  /** Locale key of its label: `complaints:field.place`. */
  label: string
  /** Locale key of the part of the record in which it stands: `complaints:record.sections.intake`. */
  part: string
  /** It may not be emptied. */
  required: boolean
}

/** What a register lets be corrected after its month was signed: one entry a register, none knows of another. */
export interface Correctable<R> {
  /** In the order of the record; what this record does not have is left out. */
  fields: (record: R) => CorrectableField[]
  /** What keeps any 更正单 from this record: another record says it, and is corrected instead. */
  bar?: (record: R) => Objection
  /** Whatever follows by itself from the fields: the value band from the amount. */
  tidy?: (record: R, ctx: RuleContext) => R
  /** What speaks against the record as a whole, as it would at the desk. */
  objection?: (record: R, ctx: RuleContext) => Objection
}

type Given = FieldSort & { path: string; label?: string; required?: boolean }

/**
 * The fields of one part of a record: the label is the field's own name in the namespace unless another is given.
 * @param at where in the record they stand: `handling`, `returnVisits.2`.
 */
export function fieldsAt(namespace: string, section: string, at: string, given: Given[]): CorrectableField[] {
  return given.map(({ label, required = false, ...field }) => ({
    ...field,
    path: at === '' ? field.path : `${at}.${field.path}`,
    label: `${namespace}:${label?.includes('.') ? label : `field.${label ?? field.path}`}`,
    part: `${namespace}:${section}`,
    required,
  }))
}
