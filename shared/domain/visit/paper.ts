import { canonicalJson } from '../../util/canonicalJson'
import { sha256Hex } from '../../util/digest'
import { awaits } from '../register/paper'
import type { Visit } from './types'

/** The form that people sign: 《访问业主记录》. Its blank sheets bear reserved numbers. */
export const VISIT_RECORD_FORM = 'visitRecord'

/** What 《访问业主记录》 shows: a change to any of it means 打印后有改动 (domain 10). */
const PRINTED_FIELDS = [
  'number',
  'plan',
  'findings',
  'feedback',
  'opinion',
  'void',
] as const satisfies readonly (keyof Visit)[]

/** SHA-256 of what the form shows; duty, steps and prints are no content. */
export function contentDigest(record: Visit): string {
  return sha256Hex(canonicalJson(Object.fromEntries(PRINTED_FIELDS.map((field) => [field, record[field]]))))
}

/** 打印后有改动: true where the newest print shows something else; false where it was never printed. */
export function changedAfterPrint(record: Visit, form: string): boolean {
  const print = record.prints[form]
  return print !== undefined && print.printedDigest !== contentDigest(record)
}

/**
 * 待签: the newest 《访问业主记录》 was printed and is neither signed nor refused (domain 10, 11). A planned visit takes its
 * sheet along and waits for nobody yet; a blank one waits to be filled in first.
 */
export function awaitingSignature(record: Pick<Visit, 'state' | 'prints'>): boolean {
  return (record.state === 'visited' || record.state === 'closed') && awaits(record.prints[VISIT_RECORD_FORM])
}

/** Whether nothing was ever written on its sheet: a reserved number, or one that was voided unused. */
export function isBlankSheet({ plan }: Pick<Visit, 'plan'>): boolean {
  return plan.person.unitCode === ''
}
