import { civilDayOf, isCivilDay } from '../../util/civilTime'
import { isMonthId, type MonthId } from '../../util/months'
import { isLiveDuring } from '../month/facts'
import type { Figure, MonthStatistics, RegisterFigures, SpanStatistics, Spread } from '../month/statistics'
import type { MonthView } from '../month/view'
import { MONTH_REVIEW_STATES, type MonthReview } from '../monthReview/types'
import { parseNumber } from '../numbering/number'
import type { Office } from '../office/types'
import { isInstant } from './columns'
import { type KnownPeople, type PersonalWords, personalWords } from './personal'
import { registerPackages } from './registers'
import { type Scrub, scrubber } from './scrub'
import {
  type AnyRegisterPackage,
  type MonthPackage,
  PACKAGE_TEXTS,
  type PackageColumn,
  type PackageFigure,
  type PackageRegister,
  type PackageRow,
  type PackageSpread,
  type PackageText,
  type PackageValue,
  type RegisterPackage,
} from './types'

/** The month's records. */
export type PackageView = Pick<MonthView, 'span' | 'rowsOf'>

/** What a package is made of. */
export interface PackageSource {
  month: MonthId
  view: PackageView
  statistics: MonthStatistics
  review: Pick<MonthReview, 'state' | 'digest' | 'suggestions'> | null
  office: Pick<Office, 'estateName' | 'officeName' | 'numberPrefix'>
  /** Everything of people that the office knows. */
  known: KnownPeople
  /** 楼栋 of the estate. */
  buildings: readonly string[]
  /** The free texts that the supervisor ticked; none of them goes along by itself. */
  texts: readonly PackageText[]
}

/** The package, and the words that must not stand in it, for the check. */
export interface BuiltPackage {
  content: MonthPackage
  personal: PersonalWords
}

/**
 * The package for head office (domain 12, 13): statistics, and of every record the fields that its register allows.
 * Texts go along only where they were ticked, with everything personal taken out.
 */
export function buildPackage(source: PackageSource): BuiltPackage {
  const { month, view, statistics, review, office, texts } = source
  const personal = personalWords(source.known, peopleIn(view))
  const scrub = scrubber(personal)
  const nowOf = new Map(statistics.now.registers.map((register) => [register.table, register]))
  const wanted = new Set(texts)
  const content: MonthPackage = {
    format: 'front-desk.month',
    version: 1,
    month: isMonthId(month) ? month : '',
    estate: office.estateName,
    office: office.officeName,
    review: reviewOf(review),
    occupied: statistics.now.occupied,
    registers: registerPackages.map((register) => ({
      ...figuresOf(register.table, nowOf.get(register.table), source, scrub),
      rows: rowsOf(register, view, office.numberPrefix, wanted, scrub),
    })),
    suggestions: wanted.has('suggestion')
      ? (review?.suggestions ?? []).map(({ text }) => scrub(text).trim())
      : [],
  }
  return { content, personal }
}

function reviewOf(review: PackageSource['review']): MonthPackage['review'] {
  const digest = review?.digest ?? ''
  const state = MONTH_REVIEW_STATES.find((known) => known === review?.state) ?? ''
  return { state, digest: /^[0-9a-f]{64}$/.test(digest) ? digest : '' }
}

/** Records of the month, and whatever in them may name people. */
function peopleIn(view: PackageView): unknown[] {
  return registerPackages.flatMap(({ table, people }) => {
    // The description of the table that the rows come from, which the compiler cannot follow.
    const told = people as ((record: unknown) => unknown) | undefined
    return view.rowsOf(table).map((row) => (told ? told(row) : row))
  })
}

function rowsOf(
  register: AnyRegisterPackage,
  view: PackageView,
  prefix: string,
  wanted: ReadonlySet<PackageText>,
  scrub: Scrub,
): PackageRow[] {
  // As above: rows of a table are those that its description is of.
  const { table, facts, columns, texts } = register as unknown as RegisterPackage<{ number: string }>
  const rows = view.rowsOf(table) as unknown as readonly { number: string }[]
  return rows
    .filter((row) => isLiveDuring(facts, row, view.span))
    .toSorted((a, b) => (a.number < b.number ? -1 : 1))
    .map((row) => ({
      number: numberOf(row.number, prefix),
      values: Object.fromEntries(columns.map((column) => [column.key, valueOf(column, row)])),
      texts: Object.fromEntries(
        PACKAGE_TEXTS.filter((text) => wanted.has(text)).flatMap((text) => {
          const words = scrub(texts[text]?.(row) ?? '').trim()
          return words === '' ? [] : [[text, words]]
        }),
      ),
    }))
}

/** Only what has the form of a number of this office. */
function numberOf(number: string, prefix: string): string {
  return parseNumber(number)?.prefix === prefix && !/[\s〔]/u.test(number) ? number : ''
}

/** Only what the column says it holds: whatever else came to stand in the field stays here. */
function valueOf<R>(column: PackageColumn<R>, record: R): PackageValue {
  if (column.kind === 'word') {
    const value = column.of(record)
    return value !== null && value !== undefined && column.list.includes(value) ? value : null
  }
  if (column.kind === 'day') return dayOf(column.of(record))
  const value = column.of(record)
  if (column.kind === 'yesNo') return typeof value === 'boolean' ? value : null
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

function dayOf(value: string | null | undefined): string | null {
  if (!value) return null
  if (isCivilDay(value)) return value
  return isInstant(value) && !Number.isNaN(Date.parse(value)) ? civilDayOf(value) : null
}

type OfFigures = Omit<PackageRegister, 'rows'>

function figuresOf(
  table: string,
  now: RegisterFigures | undefined,
  { statistics, buildings }: PackageSource,
  scrub: Scrub,
): OfFigures {
  const line = statistics.lines.find((one) => one.table === table)?.points ?? []
  const earlier = (span: SpanStatistics | null, key: string) => {
    const figure = span?.registers.find((one) => one.table === table)?.figures.find((one) => one.key === key)
    return figure ? { value: figure.value, denominator: figure.denominator } : null
  }
  const figure = ({ key, unit, value, denominator, target }: Figure): PackageFigure => ({
    key,
    unit,
    value,
    denominator,
    target: target && { percent: target.percent, exceeds: target.exceeds },
    before: earlier(statistics.before, key),
    lastYear: earlier(statistics.lastYear, key),
  })
  const names = new Set(buildings.filter((name) => scrub(name) === name.normalize('NFKC')))
  return {
    table,
    carryOver: now?.carryOver ?? null,
    figures: (now?.figures ?? []).map(figure),
    spreads: (now?.spreads ?? []).map((spread) => spreadOf(spread, names)),
    line: line.map(({ month, added, completed, carriedOut }) => ({ month, added, completed, carriedOut })),
  }
}

/** The word for everything that somebody typed: it may name anybody. */
const OTHERS = { word: 'monthFiles:others' }

/** Words of closed lists, and of buildings their names; what somebody typed is counted together. */
function spreadOf({ key, slices }: Spread, buildings: ReadonlySet<string>): PackageSpread {
  const kept = slices.filter(({ name }) => ('word' in name ? WORD.test(name.word) : buildings.has(name.text)))
  const rest = slices.filter((slice) => !kept.includes(slice))
  const others = rest.reduce((sum, { value }) => sum + value, 0)
  return {
    key,
    slices: [
      ...kept.map(({ name, value }) => ({ name, value })),
      ...(rest.length > 0 ? [{ name: OTHERS, value: others }] : []),
    ],
  }
}

/** `complaints:cause.fees` */
const WORD = /^[a-zA-Z]+:[\w.-]+$/
