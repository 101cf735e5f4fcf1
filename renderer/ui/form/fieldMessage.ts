import type { FieldError } from 'react-hook-form'
import { i18n } from '../i18n/instance'
import { translateKey } from '../i18n/translateKey'

const CHINESE = /[\u3400-\u9fff]/

// The codes of react-hook-form and zod, brought together to the few sentences that a person needs.
const KINDS: Record<string, string> = {
  required: 'required',
  invalid_type: 'required',
  too_small: 'tooSmall',
  min: 'tooSmall',
  minLength: 'tooShort',
  too_big: 'tooBig',
  max: 'tooBig',
  maxLength: 'tooLong',
}

/** What a number may be, for a sentence that says so. */
interface Bounds {
  min?: number
  max?: number
}

/**
 * The sentence for an error of a form field. `error.message` is a key of the namespace `refusal`, a sentence that
 * is ready, or empty; then the kind of the error decides. A validator's own English is never shown.
 */
export function fieldMessage(error: FieldError | undefined, { min, max }: Bounds = {}): string | undefined {
  if (!error) return undefined
  const message = error.message ?? ''
  if (message && i18n.exists(`refusal:${message}`)) return translateKey(`refusal:${message}`)
  if (CHINESE.test(message) || error.type === 'said') return message
  if (error.type === 'min' && min !== undefined) return translateKey('ui:invalid.atLeast', { min })
  if (error.type === 'max' && max !== undefined) return translateKey('ui:invalid.atMost', { max })
  return translateKey(`ui:invalid.${KINDS[error.type] ?? 'other'}`)
}
