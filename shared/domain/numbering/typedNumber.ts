import { formatNumber } from './number'
import { isRegisterCode, type RegisterCode } from './registers'

/** What a number that is typed in short leaves out. */
export interface NumberHabits {
  /** 客服, a setting. */
  prefix: string
  /** The register that a bare number belongs to. */
  register: RegisterCode
  /** The present civil year; a bare number means this year's first, then last year's. */
  year: number
  /** The machine's letter, '' where the office has one machine. */
  letter: string
}

const SHAPE =
  /^(?:(?<prefix>.+?)-)??(?:(?<register>[A-Z]{2})-?)?(?:(?<year>\d{4})-)?(?<letter>[A-Z]?)(?<seq>\d{1,7})$/u

/**
 * The full numbers that a typed one may mean, likeliest first: `12`, `0012`, `B12`, `TS-2026-0012`, `2026-12` or the
 * whole. Nothing for what is no number.
 */
export function numbersMeant(typed: string, habits: NumberHabits): string[] {
  const plain = typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  const parts = SHAPE.exec(plain)?.groups
  const seq = Number(parts?.['seq'] ?? 0)
  if (!parts || seq === 0) return []
  const code = parts['register'] ?? habits.register
  if (!isRegisterCode(code)) return []
  const years = parts['year'] ? [Number(parts['year'])] : [habits.year, habits.year - 1]
  const letters = parts['letter'] ? [parts['letter']] : [...new Set([habits.letter, ''])]
  const prefix = parts['prefix'] ?? habits.prefix
  return years.flatMap((year) =>
    letters.map((letter) => formatNumber({ prefix, register: code, year, letter, seq })),
  )
}
