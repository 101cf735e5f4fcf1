import { accept, type Result } from '../../../util/result'
import {
  type PrintedSheet,
  printed,
  type ScanInput,
  type SignatureInput,
  withScan,
  withSignature,
} from '../../register/paper'
import type { PrintState, RuleContext } from '../../register/types'
import type { ComplaintCommand } from '../states'
import type { Complaint } from '../types'
import { advance, objectionTo } from './advance'

/** Key of the form. */
interface OnForm {
  form: string
}

/** One print: `contentDigest` of what it shows, how it left and how many copies. */
export type PrintInput = OnForm & PrintedSheet

/**
 * Notes that a form was printed or kept as PDF: the next version with the digest of what it shows (domain 10).
 * Allowed on an ended record too.
 */
export function markPrinted(record: Complaint, input: PrintInput, ctx: RuleContext): Result<Complaint> {
  const objection = objectionTo('markPrinted', record, ctx)
  if (objection) return objection
  const print = printed(record.prints[input.form], input, ctx)
  return accept(withPrint(record, 'markPrinted', input.form, print, ctx))
}

/**
 * 登记签字 or 登记拒签 on the newest print of a form (domain 10); on an ended record too, for paper comes back late.
 * Refusals: those of `withSignature`.
 */
export function recordSignature(
  record: Complaint,
  input: OnForm & SignatureInput,
  ctx: RuleContext,
): Result<Complaint> {
  const objection = objectionTo('recordSignature', record, ctx)
  if (objection) return objection
  const print = withSignature(record.prints[input.form], input, ctx)
  if (!print.ok) return print
  return accept(withPrint(record, 'recordSignature', input.form, print.value, ctx))
}

/** 已归档: the scan of a signed sheet (domain 10). Refusals: those of `withScan`. */
export function fileScan(record: Complaint, input: OnForm & ScanInput, ctx: RuleContext): Result<Complaint> {
  const objection = objectionTo('fileScan', record, ctx)
  if (objection) return objection
  const print = withScan(record.prints[input.form], input, ctx)
  if (!print.ok) return print
  return accept(withPrint(record, 'fileScan', input.form, print.value, ctx))
}

function withPrint(
  record: Complaint,
  command: ComplaintCommand,
  form: string,
  print: PrintState,
  ctx: RuleContext,
): Complaint {
  const fields = { prints: { ...record.prints, [form]: print } }
  return advance(record, { command, note: `${form} ${print.version}`, fields }, ctx)
}

/** The version that the next print of a form bears: 1 for the first. */
export function nextPrintVersion(record: Pick<Complaint, 'prints'>, form: string): number {
  return (record.prints[form]?.version ?? 0) + 1
}
