import { accept, type Result, refuse } from '../../../util/result'
import type { PrintState, RuleContext } from '../../register/types'
import type { Complaint } from '../types'
import { advance, objectionTo } from './advance'

/**
 * Notes that a form was printed or kept as PDF: the next version with the digest of what it shows (domain 10).
 * Allowed on an ended record too.
 * @param input.form key of the form; `digest` from `contentDigest`.
 */
export function markPrinted(
  record: Complaint,
  input: { form: string; digest: string },
  ctx: RuleContext,
): Result<Complaint> {
  const objection = objectionTo('markPrinted', record, ctx)
  if (objection) return objection
  const print: PrintState = {
    version: nextPrintVersion(record, input.form),
    printedAt: ctx.now,
    printedBy: ctx.actor.name,
    printedDigest: input.digest,
  }
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
export function link(record: Complaint, input: { otherId: string }, ctx: RuleContext): Result<Complaint> {
  const objection = objectionTo('link', record, ctx)
  if (objection) return objection
  if (input.otherId === record.id) return refuse('complaint.linkToItself')
  if (record.linkedIds.includes(input.otherId)) return refuse('complaint.alreadyLinked')
  const fields = { linkedIds: [...record.linkedIds, input.otherId] }
  return accept(advance(record, { command: 'link', fields }, ctx))
}
