import { isCivilDay } from '../../util/civilTime'
import { accept, type Refusal, type Result, refuse } from '../../util/result'
import { forbidden } from '../office/permissions'
import type { Actor } from '../register/types'
import type { Voiding } from './types'

/** The longest texts that a form or an import accepts, in characters. */
export const LIMITS = {
  codePart: 20,
  name: 60,
  phones: 10,
  parkingSpace: 30,
  note: 2000,
  reason: 500,
} as const

type Refused = { ok: false; refusal: Refusal }

// A Chinese identity number: region, a birth date of this or the last century, sequence, check digit.
const FULL_ID = /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/

/** The role may write households, and the entry is not a voided one. */
export function checkWritable(actor: Actor, entry?: { voided: Voiding | null }): Refused | null {
  const no = forbidden(actor.role, 'household.write')
  if (no) return no
  return entry?.voided ? refuse('household.voided') : null
}

/**
 * A text, trimmed. Refusals on `field`: household.required, household.tooLong `{ max }`,
 * household.fullIdInText where a whole identity number was typed into it (domain 13).
 */
export function checkText(
  value: string,
  field: string,
  rule: { max: number; required?: boolean },
): Result<string> {
  const text = value.trim()
  if (text === '' && rule.required) return refuse('household.required', field)
  if ([...text].length > rule.max) return refuse('household.tooLong', field, { max: rule.max })
  if (FULL_ID.test(text)) return refuse('household.fullIdInText', field)
  return accept(text)
}

/**
 * 证件末四位 (domain 4, 13): '' or four letters or digits. A whole number (15 or 18 places) is refused with a
 * sentence of its own, so that it is never kept even for a moment. Refusals on `field`:
 * household.idFullNumber, household.idLastFour.
 */
export function checkIdLastFour(value: string, field = 'idLastFour'): Result<string> {
  const text = value.normalize('NFKC').replace(/\s+/gu, '').toUpperCase()
  if (/^(\d{15}|\d{17}[\dX])$/.test(text)) return refuse('household.idFullNumber', field)
  return /^([0-9A-Z]{4})?$/.test(text) ? accept(text) : refuse('household.idLastFour', field)
}

/** A civil day or none. Refusal on `field`: household.dayInvalid. */
export function checkDay(day: string | null, field: string): Refused | null {
  return day === null || isCivilDay(day) ? null : refuse('household.dayInvalid', field)
}

/**
 * Two real days in order, either may be missing. Refusals: household.dayInvalid, and `orderKey`, whose sentence
 * names both fields as their form does.
 */
export function checkDays(
  from: { day: string | null; field: string },
  until: { day: string | null; field: string },
  orderKey: 'household.datesOrder' | 'household.expiryOrder' | 'household.banOrder' = 'household.datesOrder',
): Refused | null {
  const bad = checkDay(from.day, from.field) ?? checkDay(until.day, until.field)
  if (bad) return bad
  const wrong = from.day !== null && until.day !== null && until.day < from.day
  return wrong ? refuse(orderKey, until.field) : null
}
