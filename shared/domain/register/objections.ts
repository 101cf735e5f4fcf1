import { msOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import { type Refusal, refuse } from '../../util/result'
import { isBefore, isInstant } from './moments'
import type { RuleContext } from './types'

/** A refused answer, whatever was asked for; null where nothing speaks against it. */
export type Objection = { ok: false; refusal: Refusal } | null

/** The first objection of several; checks are written in the order in which a person would read the form. */
export function firstObjection(...objections: Objection[]): Objection {
  return objections.find((objection) => objection !== null) ?? null
}

/** Refusal `key` beside `field` while the text says nothing. */
export function requireText(text: string, key: string, field: string): Objection {
  return text.trim() === '' ? refuse(key, field) : null
}

/**
 * A moment that people enter: it has happened, and not before `earliest` where one is given (the registration).
 * Refusals `time.invalid`, `time.inFuture`, `time.beforeRegistration`.
 */
export function requirePast(at: Instant, field: string, ctx: RuleContext, earliest?: Instant): Objection {
  if (!isInstant(at)) return refuse('time.invalid', field)
  if (msOf(at) > msOf(ctx.now)) return refuse('time.inFuture', field)
  if (earliest !== undefined && isBefore(at, earliest)) return refuse('time.beforeRegistration', field)
  return null
}

/** A deadline that people enter lies ahead. Refusals `time.invalid`, `time.inPast`. */
export function requireAhead(at: Instant, field: string, ctx: RuleContext): Objection {
  if (!isInstant(at)) return refuse('time.invalid', field)
  return msOf(at) <= msOf(ctx.now) ? refuse('time.inPast', field) : null
}
