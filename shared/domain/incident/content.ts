import { canonicalJson } from '../../util/canonicalJson'
import { sha256Hex } from '../../util/digest'
import { CUSTOMER_FORM, INCIDENT_FORM } from './paper'
import type { Incident } from './types'

/** The fields that 《事故报告》 shows: a change to any of them means 打印后有改动 (domain 10). 伤情 is not among them. */
const REPORT_FIELDS = [
  'number',
  'reportedBy',
  'report',
  'details',
  'checks',
  'timeline',
  'parties',
  'losses',
  'notifications',
  'calls',
  'compensations',
  'witnesses',
  'insurance',
  'restricted',
  'submittedAt',
  'submittedBy',
  'verification',
  'approval',
  'supplements',
  'links',
  'attachmentIds',
  'void',
] as const satisfies readonly (keyof Incident)[]

/** The fields that 《客户事故报告》 shows. */
const CUSTOMER_FIELDS = [
  'number',
  'reportedBy',
  'report',
  'parties',
  'injuries',
  'submittedAt',
  'submittedBy',
  'verification',
  'approval',
  'supplements',
  'void',
] as const satisfies readonly (keyof Incident)[]

/** SHA-256 of what the form shows; revision, duty, steps and prints are no content. Goes into `markPrinted`. */
export function contentDigest(record: Incident, form: string = INCIDENT_FORM): string {
  const fields: readonly (keyof Incident)[] = form === CUSTOMER_FORM ? CUSTOMER_FIELDS : REPORT_FIELDS
  return sha256Hex(canonicalJson(Object.fromEntries(fields.map((field) => [field, record[field]]))))
}

/** 打印后有改动: true where the newest print of the form shows something else; false where it was never printed. */
export function changedAfterPrint(record: Incident, form: string): boolean {
  const print = record.prints[form]
  return print !== undefined && print.printedDigest !== contentDigest(record, form)
}
