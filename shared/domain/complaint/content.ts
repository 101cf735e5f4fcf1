import { canonicalJson } from '../../util/canonicalJson'
import { sha256Hex } from '../../util/digest'
import type { Complaint } from './types'

/** The fields that 《投诉来访记录》 shows: a change to any of them means 打印后有改动 (domain 10). */
const PRINTED_FIELDS = [
  'number',
  'receivedBy',
  'intake',
  'judgement',
  'handling',
  'suspension',
  'answers',
  'returnVisits',
  'verification',
  'summary',
  'closedAt',
  'closedBy',
  'escalatedAt',
  'escalatedBecause',
  'correctiveActionRef',
  'headOfficeReportedAt',
  'links',
  'others',
  'attachmentIds',
  'unreachable',
  'void',
] as const satisfies readonly (keyof Complaint)[]

/** Canonical JSON of what the form shows; revision, duty, steps and prints are no content. */
export function printableContent(record: Complaint): string {
  return canonicalJson(Object.fromEntries(PRINTED_FIELDS.map((field) => [field, record[field]])))
}

/** SHA-256 of `printableContent`: goes into `markPrinted`. */
export function contentDigest(record: Complaint): string {
  return sha256Hex(printableContent(record))
}

/** 打印后有改动: true where the newest print of the form shows something else; false where it was never printed. */
export function changedAfterPrint(record: Complaint, form: string): boolean {
  const print = record.prints[form]
  return print !== undefined && print.printedDigest !== contentDigest(record)
}
