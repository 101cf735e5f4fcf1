import { accept, type Result, refuse } from '../../util/result'
import type { RuleContext } from '../register/types'
import { forbidden, may } from './permissions'
import type { Phrase } from './phrase'

/** Longest 常用语, characters: a phrase, not a report. */
export const PHRASE_MAX_LENGTH = 500

/**
 * Saves a 常用语 for a field, offered to everybody at the desk.
 * @param known phrases of the same field.
 * Refusals: `office.notAllowed`, `phrase.required`, `phrase.tooLong` `{ max }`, `phrase.exists`.
 */
export function savePhrase(
  input: { field: string; text: string },
  known: readonly Phrase[],
  ctx: RuleContext,
): Result<Phrase> {
  const no = forbidden(ctx.actor.role, 'record.register')
  if (no) return no
  const text = input.text.trim()
  if (text === '') return refuse('phrase.required', 'text')
  if (text.length > PHRASE_MAX_LENGTH) return refuse('phrase.tooLong', 'text', { max: PHRASE_MAX_LENGTH })
  if (known.some((phrase) => phrase.voided === null && phrase.text === text))
    return refuse('phrase.exists', 'text')
  const { field } = input
  return accept({ id: ctx.newId(), field, text, createdAt: ctx.now, createdBy: ctx.actor.name, voided: null })
}

/** Takes a phrase out of the list: whoever saved it, or a supervisor. Refusal: `phrase.notYours`. */
export function removePhrase(phrase: Phrase, ctx: RuleContext): Result<Phrase> {
  const no = forbidden(ctx.actor.role, 'record.register')
  if (no) return no
  const { name, role } = ctx.actor
  if (phrase.createdBy !== name && !may(role, 'record.void')) return refuse('phrase.notYours')
  return accept({ ...phrase, voided: { reason: '', at: ctx.now, by: name } })
}
