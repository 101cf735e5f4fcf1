import { forms } from '../../../shared/documents/registry'
import type { MonthFacts } from '../../../shared/domain/month/facts'
import { paperState } from '../../../shared/domain/register/paper'
import { signedOnScreenNow } from '../../../shared/domain/register/screenSignature'
import type { PrintState } from '../../../shared/domain/register/types'
import { MONTH_COUNTER, quickMonthOf } from './monthOrders'

/**
 * What 档案完整率 is counted from (domain 12), each by the month in which its record came in:
 * - `papers`: printed forms that are to be signed;
 * - `complete`: of those the ones that are signed, or refused, and filed.
 */
const PAPER_COUNTS = ['papers', 'complete'] as const
export type PaperCount = (typeof PAPER_COUNTS)[number]

/** The counter of a month: `@papers:2026-03`. */
export function paperCounter(count: PaperCount, month: string): string {
  return `${MONTH_COUNTER}${count}:${month}`
}

/** Whether a counter's name, without its sign and month, is one of them. */
export function isPaperCount(name: string): name is PaperCount {
  return PAPER_COUNTS.some((count) => count === name)
}

const TO_SIGN: ReadonlySet<string> = new Set(
  Object.entries(forms).flatMap(([form, { toSign }]) => (toSign ? [form] : [])),
)

/** The counters of months that a row's papers are counted in: one name a paper, none of a void record. */
export function paperCountersOf<R extends object>(facts: MonthFacts<R>, row: R): string[] {
  const begun = facts.begunAt(row)
  if (begun === null || ('state' in row && row.state === 'void')) return []
  const month = quickMonthOf(begun)
  return papersOf(row).flatMap((print) => {
    const counts: readonly PaperCount[] = isComplete(print) ? PAPER_COUNTS : ['papers']
    return counts.map((count) => paperCounter(count, month))
  })
}

function papersOf(row: object): PrintState[] {
  const prints = 'prints' in row ? (row.prints as Record<string, PrintState>) : {}
  return Object.entries(prints).flatMap(([form, print]) => (TO_SIGN.has(form) ? [print] : []))
}

/** Nothing more is done to it: filed, 拒签, or signed on the screen, of which there is no sheet to scan. */
function isComplete(print: PrintState): boolean {
  const { stage } = paperState(print)
  return (
    stage === 'filed' || stage === 'refused' || (stage === 'signed' && signedOnScreenNow(print).length > 0)
  )
}
