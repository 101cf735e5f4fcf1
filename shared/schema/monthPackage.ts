import { z } from 'zod'
import type { MonthPackage, PackageValue } from '../domain/monthPackage/types'
import { PACKAGE_TEXTS } from '../domain/monthPackage/types'

const compared = z.strictObject({ value: z.number(), denominator: z.number().nullable() }).nullable()
const value: z.ZodType<PackageValue> = z.union([z.string().max(40), z.number(), z.boolean(), z.null()])
const count = z.number().int()
const key = z.string().regex(/^[\w.-]+$/)

const figure = z.strictObject({
  key,
  unit: z.enum(['count', 'rate', 'days', 'hours', 'yuan', 'perHundred']),
  value: z.number(),
  denominator: z.number().nullable(),
  target: z.strictObject({ percent: z.number(), exceeds: z.boolean() }).nullable(),
  before: compared,
  lastYear: compared,
})

const spread = z.strictObject({
  key,
  slices: z.array(
    z.strictObject({
      name: z.union([
        z.strictObject({ word: z.string().regex(/^[a-zA-Z]+:[\w.-]+$/) }),
        z.strictObject({ text: z.string().max(40) }),
      ]),
      value: z.number(),
    }),
  ),
})

const carryOver = z.strictObject({
  carriedIn: count,
  adjusted: count,
  added: count,
  due: count,
  completed: count,
  withdrawn: count,
  carriedOut: count,
})

const register = z.strictObject({
  table: key,
  carryOver: carryOver.nullable(),
  figures: z.array(figure),
  spreads: z.array(spread),
  line: z.array(
    z.strictObject({
      month: z.string().regex(/^\d{4}-\d{2}$/),
      added: count,
      completed: count,
      carriedOut: count,
    }),
  ),
  rows: z.array(
    z.strictObject({
      number: z.string().max(60),
      values: z.record(key, value),
      texts: z.partialRecord(z.enum(PACKAGE_TEXTS), z.string()),
    }),
  ),
})

/** `package.json` of a month's package for head office, version 1: nothing else may stand in it (domain 12). */
export const monthPackageShape: z.ZodType<MonthPackage> = z.strictObject({
  format: z.literal('front-desk.month'),
  version: z.literal(1),
  month: z.string().regex(/^\d{4}-\d{2}$/),
  estate: z.string(),
  office: z.string(),
  review: z.strictObject({ state: z.string().max(20), digest: z.string().regex(/^([0-9a-f]{64})?$/) }),
  occupied: z.number().int().nullable(),
  registers: z.array(register),
  suggestions: z.array(z.string()),
})
