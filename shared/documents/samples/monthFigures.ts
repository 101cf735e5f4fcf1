import type {
  CarryOver,
  Figure,
  FigureUnit,
  MonthStatistics,
  RegisterFigures,
  Slice,
  SpanStatistics,
  Spread,
} from '../../domain/month/statistics'
import { monthSpan, shiftMonths, type Span } from '../../util/months'

// Test data, all of it made up; the product never reads it.

function count(key: string, value: number, unit: FigureUnit = 'count'): Figure {
  return { key, unit, value, denominator: unit === 'days' ? value : null, target: null }
}

function rate(key: string, value: number, denominator: number, target: Figure['target'] = null): Figure {
  return { key, unit: 'rate', value, denominator, target }
}

function spread(key: string, words: string, counts: Record<string, number>): Spread {
  const slices = Object.entries(counts).map(
    ([option, value]): Slice => ({ key: option, name: { word: `${words}.${option}` }, value }),
  )
  return { key, slices }
}

function carry(carriedIn: number, added: number, completed: number, withdrawn = 0, adjusted = 0): CarryOver {
  const due = carriedIn + adjusted + added
  return { carriedIn, adjusted, added, due, completed, withdrawn, carriedOut: due - completed - withdrawn }
}

const CAUSES =
  'attitude timeliness quality fees facilities safetyParking cleaningGreening community emergency neighbours developer'
const CHANNELS = 'phone visit letter email suggestionBox media authority headOffice staff'
const KINDS = 'theft propertyDamage drunk fight medical death powerCut fire lift waterLeak fallingObject'

/** Counts by option, 0 where the row of numbers ends. */
function counted(options: string, counts: readonly number[]): Record<string, number> {
  return Object.fromEntries(options.split(' ').map((option, index) => [option, counts[index] ?? 0]))
}

/** How busy a made-up month is: 1 as a small office, 0 nothing at all, 250 beyond any. */
function complaintsOf(scale: number, buildings: readonly string[]): RegisterFigures {
  const n = (value: number): number => Math.round(value * scale)
  return {
    table: 'complaints',
    carryOver: carry(n(12), n(42), n(40), n(1), scale > 1 ? -2 : 0),
    figures: [
      count('complaint.added', n(42)),
      count('complaint.completed', n(40)),
      rate('complaint.completionRate', n(40), n(54)),
      count('complaint.overAMonth', n(3)),
      rate('complaint.returnVisitInTime', n(21), n(23)),
      rate('complaint.satisfiedOrFairly', n(18), n(20)),
      { ...rate('complaint.perHundredHouseholds', n(42), 412), unit: 'perHundred' },
      { ...count('complaint.daysToClose', 6.4, 'days'), denominator: n(40) },
    ],
    spreads: [
      spread('complaint.cause', 'complaints:cause', counted(CAUSES, [3, 5, 4, 2, 14, 6, 4, 0, 1, 3].map(n))),
      spread(
        'complaint.channel',
        'complaints:channel',
        counted(CHANNELS, [24, 9, 0, 1, 3, 0, 2, 1, 2].map(n)),
      ),
      spread(
        'complaint.satisfaction',
        'complaints:outcome',
        counted('satisfied fairlySatisfied dissatisfied notReached', [15, 3, 2, 4].map(n)),
      ),
      spread('complaint.punctuality', 'statistics:slice', counted('inTime late owed', [21, 1, 1].map(n))),
      {
        key: 'complaint.building',
        slices: buildings.map((text, index): Slice => ({ key: text, name: { text }, value: n(index + 1) })),
      },
    ],
  }
}

function incidentsOf(scale: number): RegisterFigures {
  const n = (value: number): number => Math.round(value * scale)
  return {
    table: 'incidents',
    carryOver: carry(n(1), n(5), n(4)),
    figures: [
      count('incident.added', n(5)),
      rate('incident.handled', n(4), n(5), { percent: 100, exceeds: false }),
      count('incident.losses', scale * 12_345.5, 'yuan'),
    ],
    spreads: [
      spread('incident.kind', 'incidents:kind', counted(KINDS, [1, 0, 0, 0, 0, 0, 2, 0, 0, 2].map(n))),
    ],
  }
}

function lostOf(scale: number): RegisterFigures {
  const n = (value: number): number => Math.round(value * scale)
  return {
    table: 'lostItems',
    carryOver: carry(n(29), n(14), n(12)),
    figures: [
      count('lostItem.added', n(14)),
      rate('lostItem.claimRate', n(10), n(43)),
      count('lostItem.kept', n(31)),
    ],
    spreads: [
      spread(
        'lostItem.ageing',
        'statistics:slice',
        counted('upTo1Month upTo3Months upTo1Year over1Year', [11, 10, 8, 2].map(n)),
      ),
    ],
  }
}

function visitsOf(scale: number, occupied: number): RegisterFigures {
  const n = (value: number): number => Math.round(value * scale)
  return {
    table: 'visits',
    carryOver: carry(n(2), n(22), n(21)),
    figures: [
      rate('visit.monthGoal', n(22), occupied, { percent: 5, exceeds: false }),
      rate('visit.yearGoal', n(318), occupied, { percent: 80, exceeds: true }),
      count('visit.recorded', n(24)),
    ],
    spreads: [],
  }
}

interface Busy {
  scale: number
  occupied: number
  buildings?: readonly string[]
}

/** Made-up statistics of a span: four registers of the fourteen. */
export function sampleSpan(
  span: Span,
  { scale, occupied, buildings = ['1栋', '2栋', '5栋'] }: Busy,
): SpanStatistics {
  const registers = [
    complaintsOf(scale, buildings),
    incidentsOf(scale),
    lostOf(scale),
    visitsOf(scale, occupied),
  ]
  return { span, occupied, registers }
}

/** Made-up statistics of a month, with the month before and the same of last year; null where there were no books. */
export function sampleStatistics(month: string, busy: Busy, before: Busy | null): MonthStatistics {
  const at = (back: number): string => shiftMonths(month, -back)
  const of = (id: string, how: Busy | null): SpanStatistics | null => how && sampleSpan(monthSpan(id), how)
  const points = Array.from({ length: 12 }, (_, index) => ({
    month: at(11 - index),
    added: Math.round((30 + ((index * 7) % 23)) * busy.scale),
    completed: Math.round((28 + ((index * 5) % 19)) * busy.scale),
    carriedOut: Math.round((8 + ((index * 3) % 11)) * busy.scale),
  }))
  const now = sampleSpan(monthSpan(month), busy)
  const flow = now.registers[0]?.carryOver
  if (flow) points[11] = { month, added: flow.added, completed: flow.completed, carriedOut: flow.carriedOut }
  return {
    month,
    now,
    before: of(at(1), before),
    lastYear: of(at(12), before),
    lines: [{ table: 'complaints', points }],
  }
}
