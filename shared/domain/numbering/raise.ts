import { accept, type Result, refuse } from '../../util/result'
import { parseNumber } from './number'
import { isRegisterCode } from './registers'
import { type NumberHabits, numbersMeant } from './typedNumber'

/** Further ahead than this a number is more likely mistyped than given: it is asked about again. */
export const FAR_AHEAD = 200

/**
 * The highest number that somebody saw on paper after a restore, as its sequence (domain 2): `42`, `TS-2026-0042`, the
 * whole. Refuses numbers.unreadable, numbers.otherRegister, numbers.otherYear `{ year }`, numbers.otherMachine, each at
 * the field `register code`.
 */
export function readSeen(typed: string, habits: NumberHabits): Result<number> {
  const field = habits.register
  const plain = typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  const code = /(?:^|-)([A-Z]{2})-\d/.exec(plain)?.[1]
  if (code !== undefined && isRegisterCode(code) && code !== habits.register)
    return refuse('numbers.otherRegister', field)
  const parts = parseNumber(numbersMeant(plain, habits)[0] ?? '')
  if (!parts || parts.register !== habits.register) return refuse('numbers.unreadable', field)
  if (parts.year !== habits.year) return refuse('numbers.otherYear', field, { year: habits.year })
  return parts.letter === habits.letter ? accept(parts.seq) : refuse('numbers.otherMachine', field)
}

/**
 * Where a series goes on: behind the higher of what it has given and what paper bears, never lower. Refuses
 * numbers.farAhead `{ by, last }` until somebody is `sure`.
 */
export function raisedTo(last: number, seen: number, sure: boolean, field: string): Result<number> {
  const by = seen - last
  if (by > FAR_AHEAD && !sure) return refuse('numbers.farAhead', field, { by, last })
  return accept(Math.max(last, seen))
}
