import { canonicalJson } from '../../util/canonicalJson'
import { sha256Hex } from '../../util/digest'
import { awaits } from '../register/paper'
import type { ReturnVisitRecord } from './types'

/** 《回访工作记录表》: many records a sheet, each row signed by its 用户. */
export const RETURN_VISIT_FORM = 'returnVisitSheet'

const PRINTED_FIELDS = ['number', 'entry', 'void'] as const satisfies readonly (keyof ReturnVisitRecord)[]

/** SHA-256 of what a row of the form shows. */
export function contentDigest(record: ReturnVisitRecord): string {
  return sha256Hex(canonicalJson(Object.fromEntries(PRINTED_FIELDS.map((field) => [field, record[field]]))))
}

/** 打印后有改动: true where the newest print shows something else; false where it was never printed. */
export function changedAfterPrint(record: ReturnVisitRecord, form: string): boolean {
  const print = record.prints[form]
  return print !== undefined && print.printedDigest !== contentDigest(record)
}

/** 待签: the row was printed and its 用户 has neither signed nor refused. */
export function awaitingSignature(record: Pick<ReturnVisitRecord, 'state' | 'prints'>): boolean {
  return record.state === 'recorded' && awaits(record.prints[RETURN_VISIT_FORM])
}
