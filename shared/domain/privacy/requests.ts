import { civilDayOf, nextWorkday, shiftDay } from '../../util/civilTime'
import type { CivilDay, Instant } from '../../util/instant'
import { accept, type Result, refuse } from '../../util/result'
import { workdaysWith } from '../../util/workdays'
import { forbidden } from '../office/permissions'
import { allObjections, requireText } from '../register/objections'
import { objectionToPhone } from '../register/person'
import type { RuleContext } from '../register/types'
import type { PersonRequest, RefusalGround, RequestKind } from './types'

/** What is written down when somebody asks. */
export interface RequestInput {
  kind: RequestKind
  name: string
  phone: string
  /** How they were recognised: 本人到场, 核对证件末四位 … */
  identifiedBy: string
  words: string
}

/** What was answered. */
export interface AnswerInput {
  done: string
  ground: RefusalGround | null
  refused: string
}

/** The day by which it is answered: so many working days after the day of the request, which is not counted. */
export function answerDueOn(
  receivedAt: Instant,
  workdays: number,
  overrides: Readonly<Record<CivilDay, boolean>>,
): CivilDay {
  const isWorkday = workdaysWith(overrides)
  let day = civilDayOf(receivedAt)
  for (let left = workdays; left > 0; left -= 1) day = nextWorkday(shiftDay(day, 1), isWorkday)
  return day
}

/** 登记请求. Refusals: office.notAllowed, privacy.nameRequired, person.phoneInvalid, privacy.identityRequired. */
export function receiveRequest(
  input: RequestInput,
  ctx: RuleContext,
  workdays: number,
): Result<PersonRequest> {
  const objection = allObjections(
    forbidden(ctx.actor.role, 'privacy.answer'),
    requireText(input.name, 'privacy.nameRequired', 'name'),
    objectionToPhone(input, 'request') && refuse('person.phoneInvalid', 'phone'),
    requireText(input.identifiedBy, 'privacy.identityRequired', 'identifiedBy'),
  )
  if (objection) return objection
  return accept({
    id: ctx.newId(),
    rev: 1,
    kind: input.kind,
    name: input.name.trim(),
    phone: input.phone.trim(),
    identifiedBy: input.identifiedBy.trim(),
    words: input.words.trim(),
    receivedAt: ctx.now,
    receivedBy: ctx.actor.name,
    dueOn: answerDueOn(ctx.now, workdays, ctx.settings.workdayOverrides),
    answer: null,
    updatedAt: ctx.now,
  })
}

/**
 * 答复请求: what was done, or what was refused on which ground, or both. Refusals: office.notAllowed,
 * privacy.answered, privacy.answerRequired, privacy.groundRequired, privacy.refusedRequired.
 */
export function answerRequest(
  request: PersonRequest,
  input: AnswerInput,
  ctx: RuleContext,
): Result<PersonRequest> {
  const [done, refused] = [input.done.trim(), input.refused.trim()]
  const objection = allObjections(
    forbidden(ctx.actor.role, 'privacy.answer'),
    request.answer ? refuse('privacy.answered') : null,
    done === '' && refused === '' ? refuse('privacy.answerRequired', 'done') : null,
    refused !== '' && input.ground === null ? refuse('privacy.groundRequired', 'ground') : null,
    input.ground !== null && refused === '' ? refuse('privacy.refusedRequired', 'refused') : null,
  )
  if (objection) return objection
  const answer = { at: ctx.now, by: ctx.actor.name, done, ground: input.ground, refused }
  return accept({ ...request, rev: request.rev + 1, answer, updatedAt: ctx.now })
}
