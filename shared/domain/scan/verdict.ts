import { paperState } from '../register/paper'
import type { PrintState } from '../register/types'
import type { SheetRead } from './types'

/**
 * What is to become of a sheet (domain 10):
 * - sure: the newest print of its record, no scan of it yet: filed as it is;
 * - stale: an earlier print, while a later one is out;
 * - filed, newerFiled: the record has a scan of this print, or of a later one: nothing is overwritten;
 * - unread, several: no code could be read, or codes that contradict one another;
 * - otherOffice: it has another office's 编号前缀: theirs, whatever records of this office have the same number behind it;
 * - unknownNumber, unknownForm, unknownVersion: no such record, form, or print of it.
 */
export const VERDICTS = [
  'sure',
  'stale',
  'filed',
  'newerFiled',
  'unread',
  'several',
  'otherOffice',
  'unknownNumber',
  'unknownForm',
  'unknownVersion',
] as const
export type Verdict = (typeof VERDICTS)[number]

/** What the office knows of a code: the form's key, and how often its record has printed it. */
export interface SheetFacts {
  /** Null where no form has this code, or one of another register. */
  form: string | null
  /** Null where no record has this number. */
  record: { prints: Record<string, PrintState> } | null
  /** True where no record has this number but under another prefix than the sheet's, which is not this office's. */
  otherOffice: boolean
}

/** Judges a sheet by its codes and what the office knows of the only one. */
export function verdictOn(codes: readonly SheetRead[], facts: SheetFacts): Verdict {
  const [code] = codes
  if (!code) return 'unread'
  if (codes.length > 1) return 'several'
  if (facts.form === null) return 'unknownForm'
  if (facts.otherOffice) return 'otherOffice'
  if (!facts.record) return 'unknownNumber'
  return verdictOnPrint(facts.record.prints[facts.form], code.version)
}

/** Judges print `version` of a form by what is known of its paper. */
export function verdictOnPrint(print: PrintState | undefined, version: number): Verdict {
  if (!print || version < 1 || version > print.version) return 'unknownVersion'
  const filed = print.filing?.version ?? 0
  if (filed === version) return 'filed'
  if (filed > version) return 'newerFiled'
  return version < print.version ? 'stale' : 'sure'
}

/** Whether its filing should note a signature too: it is the newest print, and none is known on it. */
export function awaitsSignature(print: PrintState | undefined, version: number): boolean {
  const { stage, version: newest } = paperState(print)
  return stage === 'awaiting' && newest === version
}

/** Whether two codes name the same sheet. */
export function sameSheet(one: SheetRead, other: SheetRead): boolean {
  return sheetKey(one) === sheetKey(other)
}

/** One text a sheet: `客服-TS-2026-0001|3|KF-TS-01`, without 客服 where the prefix was not read. */
export function sheetKey(code: SheetRead): string {
  return `${writtenNumber(code)}|${code.version}|${code.form}`
}

/** The number as far as it was read on the paper. */
export function writtenNumber({ number, prefix }: SheetRead): string {
  return prefix === undefined ? bareNumber(number) : `${prefix}-${bareNumber(number)}`
}

/** The number as it stands on the paper, without its prefix: `TS-2026-B0001`. */
export function bareNumber({ register, year, letter, seq }: SheetRead['number']): string {
  return `${register}-${year}-${letter}${String(seq).padStart(4, '0')}`
}
