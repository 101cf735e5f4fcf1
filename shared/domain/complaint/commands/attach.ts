import { accept, type Result } from '../../../util/result'
import type { RuleContext } from '../../register/types'
import type { Complaint } from '../types'
import { advance, objectionTo } from './advance'

/**
 * Names further 附件 on the record (domain 10), an ended one too: what belongs to a matter may arrive after it.
 * Refusals: office.notAllowed, complaint.notNow.attach.
 */
export function attach(
  record: Complaint,
  input: { attachmentIds: readonly string[] },
  ctx: RuleContext,
): Result<Complaint> {
  const objection = objectionTo('attach', record, ctx)
  if (objection) return objection
  const attachmentIds = [...record.attachmentIds, ...input.attachmentIds]
  return accept(advance(record, { command: 'attach', fields: { attachmentIds } }, ctx))
}
