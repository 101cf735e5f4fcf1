import type { CheckLine, CheckWeight, Finding } from './check'

/** What a reason is given to: a line of the checklist, or with `recordId` one record behind it ('' for the whole line). */
interface Reasoned {
  line: string
  recordId: string
}

/** 合格, or amiss: with reasons for all of it, or not yet. */
export type LineStanding = 'good' | 'explained' | 'open'

/** Whether there is anything behind a line: records, or a figure that is not reached. */
export function isAmiss({ findings, figure }: CheckLine): boolean {
  return findings.length > 0 || figure?.reached === false
}

/** Records behind a line for which nobody said why: neither in the review nor the record itself. */
export function unexplained(line: CheckLine, reasons: readonly Reasoned[]): Finding[] {
  const given = new Set(reasons.filter(({ line: key }) => key === line.key).map(({ recordId }) => recordId))
  if (given.has('')) return []
  return line.findings.filter(({ id, reason }) => reason === '' && !given.has(id))
}

/** Where a line stands (domain 12). A line of figures alone is explained by a reason for the whole of it. */
export function standingOf(line: CheckLine, reasons: readonly Reasoned[]): LineStanding {
  if (!isAmiss(line)) return 'good'
  const whole = reasons.some(({ line: key, recordId }) => key === line.key && recordId === '')
  const asks = line.findings.length === 0 ? !whole : unexplained(line, reasons).length > 0
  return asks ? 'open' : 'explained'
}

/** The lines as they are read: by weight, those that ask first, then those with more records; and the 合格 ones apart. */
export type CheckGroups = Record<CheckWeight | 'good', CheckLine[]>

/** See `CheckGroups`. */
export function groupChecks(lines: readonly CheckLine[], reasons: readonly Reasoned[]): CheckGroups {
  const amiss = lines.filter(isAmiss)
  const order = (line: CheckLine) => (standingOf(line, reasons) === 'open' ? 0 : 1)
  const of = (weight: CheckWeight) =>
    amiss
      .filter((line) => line.weight === weight)
      .toSorted((a, b) => order(a) - order(b) || b.findings.length - a.findings.length)
  return {
    mend: of('mend'),
    look: of('look'),
    info: of('info'),
    good: lines.filter((line) => !isAmiss(line)),
  }
}

/** 还有 n 项要改正或说明: what stands between the month and its 审核. */
export function linesToMend(lines: readonly CheckLine[], reasons: readonly Reasoned[]): CheckLine[] {
  return lines.filter((line) => line.weight === 'mend' && standingOf(line, reasons) === 'open')
}
