import { canonicalJson } from '../../util/canonicalJson'
import { sha256Hex } from '../../util/digest'
import { CORRECTION_FORM } from './facets'
import type { Correction } from './types'

export { CORRECTION_FORM }

/** The fields that 《更正单》 shows: a change to any of them means 打印后有改动 (domain 10). */
const PRINTED_FIELDS = [
  'number',
  'target',
  'month',
  'changes',
  'voids',
  'reason',
  'requestedBy',
  'createdAt',
  'verification',
  'approval',
  'appliedAt',
  'void',
] as const satisfies readonly (keyof Correction)[]

/** SHA-256 of what the form shows; revision, duty, steps and prints are no content. Goes into `markPrinted`. */
export function contentDigest(record: Correction): string {
  return sha256Hex(canonicalJson(Object.fromEntries(PRINTED_FIELDS.map((field) => [field, record[field]]))))
}

/** 打印后有改动: true where the newest print shows something else; false where it was never printed. */
export function changedAfterPrint(record: Correction): boolean {
  const print = record.prints[CORRECTION_FORM]
  return print !== undefined && print.printedDigest !== contentDigest(record)
}
