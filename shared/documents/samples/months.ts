import type { CheckLine, Finding } from '../../domain/month/check'
import type { ReportFacts } from '../../domain/monthReview/reportFacts'
import { weekSpan } from '../../util/months'
import type { MonthlyReportInput, ReviewOnPaper } from '../monthlyReport/input'
import type { Coverage } from '../runs'
import type { Words } from '../words'
import type { WeeklySheetInput } from '../weeklySheet/form'
import { sampleSheet } from './complaints'
import { longText } from './longText'
import { sampleSpan, sampleStatistics } from './monthFigures'

// Test data, all of it made up; the product never reads it.

function finding(number: string, reason = ''): Finding {
  return { table: 'complaints', id: number, number, about: '', at: null, why: null, reason }
}

const NUMBERS = ['客服-TS-2026-0031', '客服-TS-2026-0038', '客服-TS-2026-0040']

function checksOf(numbers: readonly string[], reason: string): CheckLine[] {
  const line = (key: string, weight: CheckLine['weight'], findings: Finding[]): CheckLine => ({
    key,
    weight,
    findings,
    figure: null,
  })
  return [
    line('all.numbers', 'mend', []),
    line(
      'all.overdue',
      'mend',
      numbers.map((number) => finding(number)),
    ),
    line(
      'complaint.lateReturnVisit',
      'mend',
      numbers.slice(0, 2).map((number) => finding(number, reason)),
    ),
    line('complaint.majorNoCorrective', 'mend', []),
    {
      ...line('visit.monthGoal', 'look', []),
      figure: { value: 22, denominator: 412, needed: 21, reached: true },
    },
  ]
}

const NOBODY: ReviewOnPaper = {
  state: 'running',
  reasons: [],
  sample: null,
  suggestions: [],
  review: null,
  approval: null,
  digest: '',
  reopenings: [],
}
const NO_FACTS: ReportFacts = { open: [], incidents: [], corrections: [] }
const DIGEST = '3f1a9c04b7e25d8861aa0c4fe9d2b35770c1d8e64ab90f23576e8d1c02b4a9f8'

/** The first month of an office in which nothing happened: no review, no figures, no month before. */
export function shortMonth(coverage: Coverage, words: Words): MonthlyReportInput {
  return {
    sheet: sampleSheet(coverage, '2026-11'),
    month: '2026-11',
    review: NOBODY,
    statistics: sampleStatistics('2026-11', { scale: 0, occupied: 0, buildings: [] }, null),
    checks: [],
    facts: NO_FACTS,
    words,
  }
}

function factsOf(numbers: readonly string[], reason: string): ReportFacts {
  return {
    open: numbers.map((number, index) => ({
      table: 'complaints',
      number,
      state: index % 2 === 0 ? 'inProgress' : 'suspended',
      since: '2026-10-28T02:00:00.000Z',
      duty: 'promise',
      dueAt: `2026-11-${String(10 + (index % 19)).padStart(2, '0')}T10:00:00.000Z`,
      overdue: index % 3 === 0,
      endedAt: null,
    })),
    incidents: [
      {
        number: '客服-SG-2026-0006',
        kind: 'waterLeak',
        restricted: false,
        occurredAt: '2026-11-03T12:20:00.000Z',
        severity: 'important',
        state: 'approved',
        hasPrevention: true,
      },
      {
        number: '客服-SG-2026-0007',
        kind: 'death',
        restricted: true,
        occurredAt: null,
        severity: null,
        state: null,
        hasPrevention: false,
      },
    ],
    corrections: [
      {
        number: '客服-BG-2026-0002',
        target: '客服-TS-2026-0019',
        month: '2026-10',
        state: 'applied',
        voids: false,
        reason,
        appliedAt: '2026-11-12T03:40:00.000Z',
      },
    ],
  }
}

/** A month of a small office, signed by both. */
export function typicalMonth(coverage: Coverage, words: Words): MonthlyReportInput {
  return {
    sheet: {
      ...sampleSheet(coverage, '2026-11', 2),
      printedAt: '2026-12-03T07:10:00.000Z',
      printedBy: '赵立新',
    },
    month: '2026-11',
    review: {
      ...NOBODY,
      state: 'approved',
      reasons: [
        {
          line: 'all.overdue',
          recordId: '',
          text: '配件要从厂家订，12月10日到货。',
          at: '2026-12-01T02:00:00.000Z',
          by: '周敏',
        },
      ],
      sample: {
        seed: 84_213,
        size: 3,
        drawnAt: '2026-12-01T02:10:00.000Z',
        drawnBy: '周敏',
        items: NUMBERS.map((number, index) => ({
          table: 'complaints',
          id: number,
          number,
          outcome: index === 1 ? 'fault' : 'good',
          comment: index === 1 ? '答复内容太简单，没有说清楚什么时候修好。' : '',
          at: '2026-12-01T02:30:00.000Z',
          by: '周敏',
        })),
      },
      suggestions: [
        {
          id: 's1',
          text: '地下车库照明列入明年第一季度维修计划。',
          at: '2026-12-01T03:00:00.000Z',
          by: '周敏',
          decision: {
            verdict: 'adopted',
            note: '请工程部1月15日前报方案。',
            at: '2026-12-03T07:00:00.000Z',
            by: '赵立新',
          },
        },
      ],
      review: { words: '投诉比上月少，设施设备仍是主要原因。', at: '2026-12-01T03:20:00.000Z', by: '周敏' },
      approval: { words: '同意。超期的三件每周报我一次。', at: '2026-12-03T07:10:00.000Z', by: '赵立新' },
      digest: DIGEST,
    },
    statistics: sampleStatistics('2026-11', { scale: 1, occupied: 412 }, { scale: 1.2, occupied: 410 }),
    checks: checksOf(NUMBERS, '业主出差，约定三天后回访。'),
    facts: factsOf(NUMBERS, '房号记错，核对登记表后更正。'),
    words,
  }
}

/** A signed month with more of everything than any office has, long words and rare characters. */
export function longestMonth(coverage: Coverage, words: Words): MonthlyReportInput {
  const typical = typicalMonth(coverage, words)
  const numbers = Array.from(
    { length: 48 },
    (_, index) => `客服-TS-2026-B${String(index + 1).padStart(4, '0')}`,
  )
  const { review } = typical
  const said = { at: '2026-12-01T02:00:00.000Z', by: '欧阳𠮷娜' }
  return {
    ...typical,
    statistics: sampleStatistics(
      '2026-11',
      {
        scale: 250,
        occupied: 12_345,
        buildings: Array.from({ length: 16 }, (_, index) => `𠮷祥苑东区第${index + 1}栋附属商业裙楼`),
      },
      { scale: 240, occupied: 12_300 },
    ),
    checks: checksOf(numbers, longText(60)),
    facts: factsOf(numbers, longText(900)),
    review: {
      ...review,
      reasons: [
        { line: 'all.overdue', recordId: '', text: longText(1500), ...said },
        ...numbers
          .slice(0, 12)
          .map((recordId) => ({ line: 'all.overdue', recordId, text: longText(60), ...said })),
      ],
      sample: review.sample && {
        ...review.sample,
        items: numbers.slice(0, 12).map((number, index) => ({
          table: 'complaints',
          id: number,
          number,
          outcome: index % 3 === 0 ? ('fault' as const) : ('good' as const),
          comment: longText(index * 9),
          ...said,
        })),
      },
      suggestions: Array.from({ length: 4 }, (_, index) => ({
        id: `s${index}`,
        text: longText(40 + index * 90),
        ...said,
        decision:
          index % 3 === 2
            ? null
            : {
                verdict: index % 2 ? ('adopted' as const) : ('notAdopted' as const),
                note: longText(120),
                ...said,
              },
      })),
      review: { words: longText(700), ...said },
      approval: { words: longText(700), ...said },
      reopenings: [
        { kind: 'returned', reason: longText(200), digest: '', ...said },
        { kind: 'reopened', reason: longText(300), digest: DIGEST, ...said },
      ],
    },
  }
}

/** The week of the typical month, against the one before. */
export function typicalWeek(coverage: Coverage, words: Words): WeeklySheetInput {
  const { statistics, facts } = typicalMonth(coverage, words)
  const { before } = statistics
  return {
    sheet: sampleSheet(coverage),
    now: sampleSpan(weekSpan('2026-11-18'), { scale: 0.25, occupied: 412 }),
    before: before && sampleSpan(weekSpan('2026-11-11'), { scale: 0.3, occupied: 412 }),
    facts,
    words,
  }
}

/** A week in which nothing happened. */
export function shortWeek(coverage: Coverage, words: Words): WeeklySheetInput {
  const now = sampleSpan(weekSpan('2026-11-18'), { scale: 0, occupied: 0, buildings: [] })
  return { sheet: sampleSheet(coverage), now, before: null, facts: NO_FACTS, words }
}

/** A week of more than any office has. */
export function longestWeek(coverage: Coverage, words: Words): WeeklySheetInput {
  const { statistics, facts } = longestMonth(coverage, words)
  return { sheet: sampleSheet(coverage), now: statistics.now, before: statistics.before, facts, words }
}
