import { canonicalJson } from '../../util/canonicalJson'
import { sha256Hex } from '../../util/digest'
import { awaits } from '../register/paper'
import type { VisitMonth } from './types'

/** The form that the director signs: 《访问总结》. */
export const VISIT_SUMMARY_FORM = 'visitSummary'

const PRINTED_FIELDS = [
  'id',
  'snapshot',
  'submission',
  'decisions',
  'summary',
  'goals',
] as const satisfies readonly (keyof VisitMonth)[]

/** SHA-256 of what 《访问总结》 shows. */
export function contentDigest(record: VisitMonth): string {
  return sha256Hex(canonicalJson(Object.fromEntries(PRINTED_FIELDS.map((field) => [field, record[field]]))))
}

/** 打印后有改动: true where the newest print shows something else; false where it was never printed. */
export function changedAfterPrint(record: VisitMonth, form: string): boolean {
  const print = record.prints[form]
  return print !== undefined && print.printedDigest !== contentDigest(record)
}

/** 待签: the newest 《访问总结》 waits for the director's signature. */
export function awaitingSignature(record: Pick<VisitMonth, 'prints'>): boolean {
  return awaits(record.prints[VISIT_SUMMARY_FORM])
}
