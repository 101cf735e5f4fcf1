import { canonicalJson } from '../../util/canonicalJson'
import { sha256Hex } from '../../util/digest'
import { RECEIPT_FORM, VISIT_FORM } from './paper'
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

/** The fields that 《投诉处理回执》 shows besides two times of the work: a judgement or visit does not change what it says. */
const RECEIPT_FIELDS = [
  'number',
  'receivedBy',
  'intake',
  'others',
  'answers',
  'void',
] as const satisfies readonly (keyof Complaint)[]

function contentOf(record: Complaint, form: string): Record<string, unknown> {
  if (form !== RECEIPT_FORM) return pick(record, PRINTED_FIELDS)
  const { promisedAt = null, completedAt = null } = record.handling ?? {}
  return { ...pick(record, RECEIPT_FIELDS), promisedAt, completedAt }
}

function pick(record: Complaint, fields: readonly (keyof Complaint)[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, record[field]]))
}

/** Canonical JSON of what the form shows; revision, duty, steps and prints are no content. */
export function printableContent(record: Complaint, form: string = VISIT_FORM): string {
  return canonicalJson(contentOf(record, form))
}

/** SHA-256 of `printableContent`: goes into `markPrinted`. */
export function contentDigest(record: Complaint, form: string = VISIT_FORM): string {
  return sha256Hex(printableContent(record, form))
}

/** 打印后有改动: true where the newest print of the form shows something else; false where it was never printed. */
export function changedAfterPrint(record: Complaint, form: string): boolean {
  const print = record.prints[form]
  return print !== undefined && print.printedDigest !== contentDigest(record, form)
}
