import type { Instant } from '../../util/instant'
import { isWithin } from '../../util/months'
import { parseNumber } from '../numbering/number'
import type { LivingRecord } from '../register/lifecycle'
import { paperState } from '../register/paper'
import type { SharedCommand } from '../register/rules'
import { signedOnScreenNow } from '../register/screenSignature'
import type { PrintState } from '../register/types'
import type { CheckLine } from './check'
import { type LivingRow, lineOver, type Said } from './livingRows'
import type { MonthView } from './view'

/** A form that somebody signs: its key in `prints`, and what it is called. */
export interface FormToSign {
  form: string
  title: string
}

/** What a review has to be told of paper, because forms and digests are no rules of a register. */
export interface Papers {
  /** By table the forms that are to be signed; the first is the record's own, which each of them should have. */
  toSign: Readonly<Partial<Record<string, readonly FormToSign[]>>>
  /** 打印后有改动: whether the newest print of a form shows something else than the record. */
  changed: (table: string, record: LivingRecord, form: string) => boolean
}

/** Steps that leave what a form shows as it is. */
const BESIDE: ReadonlySet<string> = new Set([
  'markPrinted',
  'recordSignature',
  'fileScan',
  'attach',
  'link',
  'unlink',
] satisfies SharedCommand[])

/**
 * Paper of all registers (domain 10, 12), each by its newest print: printed but neither signed nor refused; signed on
 * paper but no scan filed; 拒签 of the month; and records that ended without their own form ever being printed.
 */
export function paperChecks(view: MonthView, rows: readonly LivingRow[], papers: Papers): CheckLine[] {
  const living = rows.filter(({ record }) => isInUse(record))
  const overPrints = (row: LivingRow, amiss: (print: PrintState) => Said | null): Said[] =>
    together(
      printsOf(row, papers).flatMap(({ print, title }) => {
        const said = amiss(print)
        return said ? [{ title, at: said.at ?? null, reason: said.reason ?? '' }] : []
      }),
    )
  return [
    lineOver('all.unsigned', 'mend', living, (row) => overPrints(row, (print) => unsigned(print, view))),
    lineOver('all.notFiled', 'mend', living, (row) => overPrints(row, (print) => notFiled(print, view))),
    lineOver('all.refused', 'info', living, (row) => overPrints(row, (print) => refused(print, view))),
    lineOver('all.notPrinted', 'look', living, (row) => neverPrinted(row, view, papers)),
  ]
}

/**
 * 打印后有改动 (domain 10, 12): a step of the span, or before it, changed the record after the newest print of a form, and
 * nothing took that back.
 */
export function changedAfterPrint(row: LivingRow, view: MonthView, papers: Papers): Said[] {
  const { table, record } = row
  if (!isInUse(record)) return []
  const stale = printsOf(row, papers).flatMap(({ form, title, print }): FormSaid[] => {
    const step = record.steps.findLast(
      ({ at, command }) => at > print.printedAt && at < view.span.until && !BESIDE.has(command),
    )
    // Digests are asked last: they cost more than all the rest of the checklist.
    if (!step || !papers.changed(table, record, form)) return []
    return [{ title, at: step.at, reason: '' }]
  })
  return together(stale)
}

interface FormSaid {
  title: string
  at: Instant | null
  reason: string
}

/** A record stands in a line once, with all its forms; since when goes by the first of them. */
function together(forms: readonly FormSaid[]): Said[] {
  if (forms.length === 0) return []
  const [at = null] = forms.flatMap((form) => form.at ?? []).toSorted()
  const reasons = forms.map(({ reason }) => reason).filter((reason) => reason !== '')
  return [{ at, reason: reasons.join('；'), why: ofForms(forms.map(({ title }) => title)) }]
}

/** 《投诉来访记录》《投诉处理回执》: the word itself sets the outer brackets. */
function ofForms(titles: readonly string[]): Said['why'] {
  return { word: 'monthChecks:why.form', params: { form: titles.join('》《') } }
}

/** A void record waits for nobody; a blank sheet is filled in first, and one for a planned visit is taken along. */
const NOT_IN_USE: ReadonlySet<string> = new Set(['void', 'reserved', 'planned'])

function isInUse({ state }: LivingRecord): boolean {
  return !NOT_IN_USE.has(state)
}

function printsOf({ table, record }: LivingRow, { toSign }: Papers): (FormToSign & { print: PrintState })[] {
  return (toSign[table] ?? []).flatMap(({ form, title }) => {
    const print = record.prints[form]
    return print ? [{ form, title, print }] : []
  })
}

function unsigned(print: PrintState, { span }: MonthView): Said | null {
  const waits = paperState(print).stage === 'awaiting' && print.printedAt < span.until
  return waits ? { at: print.printedAt } : null
}

/** What was signed on the screen has no sheet that could be scanned. */
function notFiled(print: PrintState, { span }: MonthView): Said | null {
  const { stage, signature } = paperState(print)
  if (stage !== 'signed' || !signature || signature.at >= span.until) return null
  return signedOnScreenNow(print).length > 0 ? null : { at: signature.at }
}

function refused(print: PrintState, { span }: MonthView): Said | null {
  const { signature } = paperState(print)
  if (signature?.outcome !== 'refused' || !isWithin(signature.at, span)) return null
  return { at: signature.at, reason: signature.reason }
}

/**
 * A form is signed by the end of its record: one that is open still has time for it, and is asked for by what it owes.
 * A month of visits has no number and no form of its own until it is summed up.
 */
function neverPrinted(row: LivingRow, { span }: MonthView, { toSign }: Papers): Said[] {
  const { table, record, endedAt } = row
  const [own] = toSign[table] ?? []
  if (!own || record.prints[own.form] || parseNumber(record.number) === null) return []
  if (endedAt === null || endedAt >= span.until) return []
  return [{ at: endedAt, why: ofForms([own.title]) }]
}
