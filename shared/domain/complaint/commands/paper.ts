import { accept, type Result, refuse } from '../../../util/result'
import type { PrintWay, RecordLink, RuleContext } from '../../register/types'
import { printed } from '../../register/paper'
import type { Complaint } from '../types'
import { advance, objectionTo } from './advance'

/** One print: key of the form, `contentDigest` of what it shows, how it left and how many copies. */
export interface PrintInput {
  form: string
  digest: string
  way: PrintWay
  copies: number
}

/**
 * Notes that a form was printed or kept as PDF: the next version with the digest of what it shows (domain 10).
 * Allowed on an ended record too.
 */
export function markPrinted(record: Complaint, input: PrintInput, ctx: RuleContext): Result<Complaint> {
  const objection = objectionTo('markPrinted', record, ctx)
  if (objection) return objection
  const print = printed(record.prints[input.form], input, ctx)
  const fields = { prints: { ...record.prints, [input.form]: print } }
  return accept(
    advance(record, { command: 'markPrinted', note: `${input.form} ${print.version}`, fields }, ctx),
  )
}

/** The version that the next print of a form bears: 1 for the first. */
export function nextPrintVersion(record: Pick<Complaint, 'prints'>, form: string): number {
  return (record.prints[form]?.version ?? 0) + 1
}

/**
 * 关联编号, one side of it: the runner links the other record in the same transaction (domain 10).
 * Refusals: `complaint.linkToItself`, `complaint.alreadyLinked`.
 */
export function link(record: Complaint, input: { other: RecordLink }, ctx: RuleContext): Result<Complaint> {
  const objection = objectionTo('link', record, ctx)
  if (objection) return objection
  if (input.other.id === record.id) return refuse('complaint.linkToItself')
  if (record.links.some(({ id }) => id === input.other.id)) return refuse('complaint.alreadyLinked')
  return accept(advance(record, { command: 'link', fields: { links: [...record.links, input.other] } }, ctx))
}
