import { msOf } from '../../../util/civilTime'
import { accept, type Result, refuse } from '../../../util/result'
import { withLink } from '../../register/links'
import type { RecordLink, RuleContext } from '../../register/types'
import { voicesOf } from '../complainants'
import { isOpen } from '../states'
import { type CoComplainant, type Complaint, SEVERITIES } from '../types'
import { advance, allObjections, type Objection, objectionTo } from './advance'
import { withFirstAsked } from './people'

/** Both records after 并案. */
export interface Joined {
  /** The one that ended. */
  ended: Complaint
  /** The one that goes on for everybody. */
  into: Complaint
}

/**
 * 并案: `record` ends and `into` goes on with its people, their words and whoever took them in (domain 5; the same
 * matter entered twice counts once). The joined record needs no answer or return visit of its own: its people wait
 * in the other. Refusals: those of `objectionToJoin`.
 */
export function join(record: Complaint, input: { into: Complaint }, ctx: RuleContext): Result<Joined> {
  const { into } = input
  const objection = objectionToJoin(record, into, ctx)
  if (objection) return objection
  const ended = advance(
    record,
    {
      command: 'join',
      to: 'closed',
      note: into.number,
      fields: {
        joinedInto: into.id,
        closedAt: ctx.now,
        closedBy: ctx.actor.name,
        links: withLink(record.links, linkTo(into)),
      },
    },
    ctx,
  )
  const users = [record.firstAskedUserId, ...record.alsoFirstAskedUserIds]
  const fields = {
    others: [...into.others, ...peopleOf(record, into, ctx)],
    alsoFirstAskedUserIds: withFirstAsked(into, users),
    links: withLink(into.links, linkTo(record)),
    intake: { ...into.intake, lossOrInjury: into.intake.lossOrInjury || record.intake.lossOrInjury },
  }
  const next = advance(into, { command: 'addComplainant', note: record.number, fields }, ctx)
  return accept({ ended, into: next })
}

/**
 * What speaks against joining `record` into `into`; null where it may be done. Nothing may be lost by it, so:
 * - neither is the same, ended, void or a blank form: `complaint.joinItself`, `complaint.joinIntoEnded`;
 * - the earlier one goes on, for every deadline runs from its 登记时间: `complaint.joinOlder`;
 * - what ends is in 受理 or 判定 and nobody was answered: once work was given out or something promised, the record
 *   has a story of its own to finish: `complaint.joinTooFar`;
 * - the one that goes on is judged no lighter: `complaint.joinGraver`.
 * Where neither direction is left, the two are linked instead (关联).
 */
function objectionToJoin(record: Complaint, into: Complaint, ctx: RuleContext): Objection {
  return objectionTo('join', record, ctx) ?? againstJoining(record, into)
}

/** The same without a role, for the button that offers it. */
export function againstJoining(record: Complaint, into: Complaint): Objection {
  const begun = record.state !== 'accepted' && record.state !== 'judged'
  const { number } = into
  return allObjections(
    record.id === into.id ? refuse('complaint.joinItself') : null,
    isOpen(into) && into.state !== 'reserved'
      ? null
      : refuse('complaint.joinIntoEnded', undefined, { number }),
    begun || record.answers.length > 0 ? refuse('complaint.joinTooFar') : null,
    isOlder(record, into) ? refuse('complaint.joinOlder', undefined, { number }) : null,
    weight(record) > weight(into) ? refuse('complaint.joinGraver', undefined, { number }) : null,
  )
}

function isOlder(record: Complaint, other: Complaint): boolean {
  return msOf(record.intake.registeredAt) < msOf(other.intake.registeredAt)
}

/** 0 before 判定; a 有效投诉 weighs more than any 沟通性投诉, and more with its 程度. */
function weight({ judgement }: Complaint): number {
  if (!judgement) return 0
  const severity = SEVERITIES.indexOf(judgement.severity) + 1
  return judgement.nature === 'valid' ? SEVERITIES.length + severity : severity
}

function linkTo({ id, number }: Complaint): RecordLink {
  return { table: 'complaints', id, number, relation: 'joined' }
}

/** Everybody of the ended record as 其他投诉人 of the other; who came to it with a third record keeps that number. */
function peopleOf(record: Complaint, into: Complaint, ctx: RuleContext): CoComplainant[] {
  const answersBefore = into.answers.length
  const [first] = voicesOf(record)
  if (!first) return []
  const opener: CoComplainant = {
    ...first,
    id: ctx.newId(),
    words: inOneText(record),
    receivedBy: record.receivedBy,
    receivedByUserId: record.firstAskedUserId,
    fromNumber: record.number,
    answersBefore,
  }
  const others = record.others.map((one) => ({
    ...one,
    fromNumber: one.fromNumber || record.number,
    answersBefore,
  }))
  return [opener, ...others]
}

/** What the person said and what they want, in one: 其他投诉人 have no 诉求 of their own. */
export function inOneText({ intake }: Complaint): string {
  return [intake.content, intake.remedy].filter((text) => text.trim() !== '').join('\n')
}
