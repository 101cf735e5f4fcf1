import { accept, type Result, refuse } from '../../../util/result'
import { canUnlink, withLink } from '../../register/links'
import type { RecordLink, RuleContext } from '../../register/types'
import type { Complaint } from '../types'
import { advance, objectionTo } from './advance'

/**
 * 关联编号, one side of it: the runner links the other record in the same transaction (domain 10).
 * Refusals: `complaint.linkToItself`, `complaint.alreadyLinked`.
 */
export function link(record: Complaint, input: { other: RecordLink }, ctx: RuleContext): Result<Complaint> {
  const { other } = input
  const objection = objectionTo('link', record, ctx)
  if (objection) return objection
  if (other.id === record.id) return refuse('complaint.linkToItself')
  if (record.links.some(({ id }) => id === other.id)) return refuse('complaint.alreadyLinked')
  const fields = { links: withLink(record.links, other) }
  return accept(advance(record, { command: 'link', note: other.number, fields }, ctx))
}

/**
 * 取消关联, one side of it. Only what somebody linked by hand: a 重复投诉 or 并案 stays.
 * Refusals: `complaint.notLinked`, `complaint.linkStays`.
 */
export function unlink(record: Complaint, input: { otherId: string }, ctx: RuleContext): Result<Complaint> {
  const objection = objectionTo('unlink', record, ctx)
  if (objection) return objection
  const known = record.links.find(({ id }) => id === input.otherId)
  if (!known) return refuse('complaint.notLinked')
  if (!canUnlink(known)) return refuse('complaint.linkStays')
  const fields = { links: record.links.filter(({ id }) => id !== input.otherId) }
  return accept(advance(record, { command: 'unlink', note: known.number, fields }, ctx))
}
