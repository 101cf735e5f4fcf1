import { isRegisterCode, type RegisterCode } from './registers'

/** What a number says (domain 2). `letter` is the machine's, '' where the office has one machine. */
export interface NumberParts {
  /** 客服, a setting. */
  prefix: string
  register: RegisterCode
  /** Civil year in which the record was registered. */
  year: number
  letter: string
  /** From 1 in each year, register and letter. */
  seq: number
}

/** The last number given in one series. */
export interface NumberCounter {
  register: RegisterCode
  year: number
  letter: string
  last: number
}

const SHAPE =
  /^(?<prefix>.+)-(?<register>[A-Z]{2})-(?<year>\d{4})-(?<letter>[A-Z]?)(?<seq>\d{4}|[1-9]\d{4,})$/u

/** `客服-TS-2026-0001`, `客服-TS-2026-B0001`; beyond 9999 the sequence grows a digit. */
export function formatNumber({ prefix, register, year, letter, seq }: NumberParts): string {
  return `${prefix}-${register}-${year}-${letter}${String(seq).padStart(4, '0')}`
}

/** Reads a number of any of the fifteen registers; null where the text is none. The prefix may hold dashes. */
export function parseNumber(text: string): NumberParts | null {
  const { prefix, register, year, letter, seq } = SHAPE.exec(text.trim())?.groups ?? {}
  if (!prefix || !register || !year || !seq || !isRegisterCode(register)) return null
  if (Number(seq) === 0) return null
  return { prefix, register, year: Number(year), letter: letter ?? '', seq: Number(seq) }
}

/** Names one series of numbers: `TS|2026|B`. */
export function seriesOf({ register, year, letter }: Omit<NumberCounter, 'last'>): string {
  return `${register}|${year}|${letter}`
}

/**
 * The next number of a series, and the counter to store in the same transaction (domain 2: no gap, never reused).
 * A new year, register or letter starts at 1: its counter is `last: 0`.
 */
export function nextNumber(
  counter: NumberCounter,
  prefix: string,
): { number: string; year: number; seq: number; counter: NumberCounter } {
  const { register, year, letter } = counter
  const seq = counter.last + 1
  const number = formatNumber({ prefix, register, year, letter, seq })
  return { number, year, seq, counter: { ...counter, last: seq } }
}
