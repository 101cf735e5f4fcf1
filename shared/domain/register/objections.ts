import { msOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import { type Refusal, refuse } from '../../util/result'
import { isBefore, isInstant } from './moments'
import type { RuleContext } from './types'

/** A refused answer, whatever was asked for; null where nothing speaks against it. */
export type Objection = { ok: false; refusal: Refusal } | null

/**
 * Several objections as one: the first is what is refused, and those beside other fields are said along with it, so that
 * a form need not be saved once for each mistake. Checks are written in the order in which a person would read the form.
 */
export function allObjections(...objections: Objection[]): Objection {
  const [first, ...others] = objections.flatMap((objection) => (objection ? [objection.refusal] : []))
  if (!first) return null
  // What is wrong with the whole (it is void, somebody else's) is not mended in the fields.
  if (first.field === undefined) return { ok: false, refusal: first }
  const also = besideOtherFields(first, [...(first.also ?? []), ...others])
  const { also: _before, ...said } = first
  return { ok: false, refusal: also.length > 0 ? { ...said, also } : said }
}

/** One refusal a field, of those that name one; nothing more of the fields that `first` speaks of. */
function besideOtherFields(first: Refusal, others: readonly Refusal[]): Refusal[] {
  const fields = new Set([first.field])
  return others
    .flatMap(({ also = [], ...refusal }) => [refusal, ...also])
    .filter(({ field }) => {
      const isNew = field !== undefined && !fields.has(field)
      fields.add(field)
      return isNew
    })
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
