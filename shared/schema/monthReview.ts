import { z } from 'zod'
import type { CheckLine } from '../domain/month/check'
import type { MonthStatistics, SpanStatistics } from '../domain/month/statistics'
import { CORRECTION_STATES } from '../domain/correction/types'
import { INCIDENT_KINDS } from '../domain/incident/kinds'
import { INCIDENT_SEVERITIES, INCIDENT_STATES } from '../domain/incident/types'
import type { ReportFacts } from '../domain/monthReview/reportFacts'
import {
  MONTH_REVIEW_STATES,
  type MonthReview,
  type MonthSeal,
  SPOT_OUTCOMES,
} from '../domain/monthReview/types'
import { VERDICTS } from '../domain/visitMonth/types'
import { civilDay, count, id, instant, sha256, text } from './basics'
import { recordShape } from './register'
import { tie } from './tie'

/** `2026-11` */
export const monthIdSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

const params = z.record(z.string(), z.union([z.string(), z.number()]))

export const checkLineSchema = tie<CheckLine>()(
  z.strictObject({
    key: text,
    weight: z.enum(['mend', 'look', 'info']),
    findings: z.array(
      z.strictObject({
        table: text,
        // A finding about no record (a count that was not made) has none.
        id: text,
        number: text,
        about: text,
        at: instant.nullable(),
        why: z.strictObject({ word: text, params: params.optional() }).nullable(),
        reason: text,
      }),
    ),
    figure: z
      .strictObject({
        value: z.number(),
        denominator: z.number(),
        needed: z.number(),
        reached: z.boolean().nullable(),
      })
      .nullable(),
  }),
)

const slice = z.strictObject({
  key: text,
  name: z.union([z.strictObject({ word: text }), z.strictObject({ text })]),
  value: z.number(),
})

// 更正调整 may be less than nothing, and so may what it leaves.
const carryOver = z.strictObject({
  carriedIn: z.number().int(),
  adjusted: z.number().int(),
  added: z.number().int(),
  due: z.number().int(),
  completed: z.number().int(),
  withdrawn: z.number().int(),
  carriedOut: z.number().int(),
})

const figure = z.strictObject({
  key: text,
  unit: z.enum(['count', 'rate', 'days', 'hours', 'yuan', 'perHundred']),
  value: z.number(),
  denominator: z.number().nullable(),
  target: z.strictObject({ percent: z.number(), exceeds: z.boolean() }).nullable(),
})

export const spanStatisticsSchema = tie<SpanStatistics>()(
  z.strictObject({
    span: z.strictObject({ from: instant, until: instant }),
    occupied: count.nullable(),
    registers: z.array(
      z.strictObject({
        table: text,
        carryOver: carryOver.nullable(),
        figures: z.array(figure),
        spreads: z.array(z.strictObject({ key: text, slices: z.array(slice) })),
      }),
    ),
  }),
)

export const monthStatisticsSchema = tie<MonthStatistics>()(
  z.strictObject({
    month: monthIdSchema,
    now: spanStatisticsSchema,
    before: spanStatisticsSchema.nullable(),
    lastYear: spanStatisticsSchema.nullable(),
    lines: z.array(
      z.strictObject({
        table: text,
        points: z.array(
          z.strictObject({
            month: monthIdSchema,
            added: z.number().int(),
            completed: z.number().int(),
            carriedOut: z.number().int(),
          }),
        ),
      }),
    ),
  }),
)

const signature = z.strictObject({ words: text, at: instant, by: text })

const sample = z.strictObject({
  seed: count,
  size: count,
  drawnAt: instant,
  drawnBy: text,
  items: z.array(
    z.strictObject({
      table: text,
      id,
      number: text,
      outcome: z.enum(SPOT_OUTCOMES).nullable(),
      comment: text,
      at: instant.nullable(),
      by: text,
    }),
  ),
})

const suggestion = z.strictObject({
  id,
  text,
  at: instant,
  by: text,
  decision: z.strictObject({ verdict: z.enum(VERDICTS), note: text, at: instant, by: text }).nullable(),
})

export const monthReviewSchema = tie<MonthReview>()(
  z.strictObject({
    ...recordShape('monthReview', MONTH_REVIEW_STATES),
    reasons: z.array(z.strictObject({ line: text, recordId: text, text, at: instant, by: text })),
    sample: sample.nullable(),
    suggestions: z.array(suggestion),
    ticks: z.array(z.strictObject({ id, duty: text, doneOn: civilDay, note: text, at: instant, by: text })),
    review: signature.nullable(),
    approval: signature.nullable(),
    digest: z.union([z.literal(''), sha256]),
    reportSha256: z.union([z.literal(''), sha256]),
    reopenings: z.array(
      z.strictObject({
        kind: z.enum(['returned', 'reopened']),
        reason: text,
        at: instant,
        by: text,
        digest: text,
      }),
    ),
  }),
)

export const reportFactsSchema = tie<ReportFacts>()(
  z.strictObject({
    open: z.array(
      z.strictObject({
        table: text,
        number: text,
        state: text,
        since: instant,
        duty: text,
        dueAt: instant.nullable(),
        overdue: z.boolean(),
        endedAt: instant.nullable(),
      }),
    ),
    incidents: z.array(
      z.strictObject({
        number: text,
        kind: z.enum(INCIDENT_KINDS),
        restricted: z.boolean(),
        occurredAt: instant.nullable(),
        severity: z.enum(INCIDENT_SEVERITIES).nullable(),
        state: z.enum(INCIDENT_STATES).nullable(),
        hasPrevention: z.boolean(),
      }),
    ),
    corrections: z.array(
      z.strictObject({
        number: text,
        target: text,
        month: monthIdSchema,
        state: z.enum(CORRECTION_STATES),
        voids: z.boolean(),
        reason: text,
        appliedAt: instant.nullable(),
      }),
    ),
  }),
)

export const monthSealSchema = tie<MonthSeal>()(
  z.strictObject({
    id: monthIdSchema,
    at: instant,
    by: text,
    digest: sha256,
    records: z.array(
      z.strictObject({ table: text, id, number: text, rev: z.number().int(), digest: sha256 }),
    ),
    chains: z.array(z.strictObject({ deviceId: text, seq: count, digest: text })),
    statistics: monthStatisticsSchema,
    checks: z.array(checkLineSchema),
    report: reportFactsSchema,
    erasedDigest: sha256.optional(),
  }),
)
