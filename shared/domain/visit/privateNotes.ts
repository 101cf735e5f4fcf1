import { accept, type Result, refuse } from '../../util/result'
import { may } from '../office/permissions'
import type { Actor, RuleContext } from '../register/types'
import type { Visit, VisitPrivateNotes } from './types'

/** Who reads: no more of them is needed. */
export type Reader = Pick<Actor, 'userId' | 'role'>

/** 私密记录 are for the 访问人, 客服主管 and 主任 only (domain 8). */
export function mayReadPrivate({ visitorUserId }: Pick<Visit, 'visitorUserId'>, actor: Reader): boolean {
  return may(actor.role, 'record.verify') || (visitorUserId !== '' && visitorUserId === actor.userId)
}

/**
 * Writes what concerns a person's private life. Whoever may not read it may not write it either: what was written could
 * not be checked. Refusals: `visit.privateNotAllowed`, `visit.isVoid`.
 */
export function writePrivate(visit: Visit, text: string, ctx: RuleContext): Result<VisitPrivateNotes> {
  const desk = may(ctx.actor.role, 'record.process')
  if (!desk || !mayReadPrivate(visit, ctx.actor)) return refuse('visit.privateNotAllowed', 'privateNotes')
  if (visit.state === 'void') return refuse('visit.isVoid')
  const { id, visitorUserId } = visit
  return accept({ id, visitorUserId, text: text.trim(), at: ctx.now, by: ctx.actor.name })
}

/** What a reader sees of the notes: without the right, nothing of what they say. */
export function notesReadableBy(notes: VisitPrivateNotes, reader: Reader): VisitPrivateNotes {
  return mayReadPrivate(notes, reader) ? notes : { ...notes, text: '' }
}
