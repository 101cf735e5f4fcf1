import { canonicalJson } from '../../util/canonicalJson'
import { sha256Hex } from '../../util/digest'
import { claimOnSheet } from './claims'
import { CLAIM_FORM, LABEL_FORM } from './paper'
import type { LostItem } from './types'

/** What a form shows of the record: a change to any of it means 打印后有改动 (domain 10). */
function contentOf(record: LostItem, form: string): Record<string, unknown> {
  const { number, intake } = record
  if (form === LABEL_FORM) {
    const { name, category, quantity, foundAt, foundPlace, handedInAt, storedAt } = intake
    const voided = record.void !== null
    return { number, name, category, quantity, foundAt, foundPlace, handedInAt, storedAt, voided }
  }
  const { notices, handOver, decisions, disposal } = record
  const claim = claimOnSheet(record)
  return { number, intake, notices, claim, handOver, decisions, disposal, void: record.void }
}

/** Canonical JSON of what the form shows; revision, duty, steps and prints are no content. */
export function printableContent(record: LostItem, form: string = CLAIM_FORM): string {
  return canonicalJson(contentOf(record, form))
}

/** SHA-256 of `printableContent`: goes into `markPrinted`. */
export function contentDigest(record: LostItem, form: string = CLAIM_FORM): string {
  return sha256Hex(printableContent(record, form))
}

/** 打印后有改动: true where the newest print of the form shows something else; false where it was never printed. */
export function changedAfterPrint(record: LostItem, form: string): boolean {
  const print = record.prints[form]
  return print !== undefined && print.printedDigest !== contentDigest(record, form)
}
