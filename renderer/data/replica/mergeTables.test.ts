import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { DEFAULT_SETTINGS } from '../../../shared/domain/office/settings'
import { civilDay, instant, sha256 } from '../../../shared/schema/basics'
import { TABLE_SCHEMAS } from '../../../shared/schema/tables'
import { type Merge, type MergeFacts, mergeRecords } from '../../../shared/sync/merge'
import { isListRule } from '../../../shared/sync/merge/plan'
import { MERGE_PLANS } from '../../../shared/sync/merge/plans'
import { SYNC_TABLES, type SyncTable } from '../../../shared/sync/travel'
import { instantFromMs, msOf } from '../../../shared/util/civilTime'
import { diffFields } from '../../../shared/util/diff'

type Row = Record<string, unknown>

const START = msOf('2026-11-01T00:00:00.000Z')
const moment = fc.integer({ min: 0, max: 5_000 }).map((minutes) => instantFromMs(START + minutes * 60_000))
const word = fc.constantFrom('', '甲', '乙', '丙')
const known = fc.constantFrom('1', '2', '3', '4').map((name) => `id-${name}`)
const month = fc.constantFrom('2026-10', '2026-11')

/** Texts that a schema of ours takes: what its pattern asks for, by trying. */
const texts: readonly fc.Arbitrary<string>[] = [
  word,
  known,
  month,
  fc.constantFrom('B', ''),
  fc.constantFrom('a', 'b').map((hex) => hex.repeat(64)),
  fc.constantFrom('2026-11-03', '2026-11-04'),
  moment,
]

function textFor(schema: z.ZodType): fc.Arbitrary<string> {
  if (schema === instant) return moment
  if (schema === civilDay) return fc.constantFrom('2026-11-03', '2026-11-04')
  if (schema === sha256) return fc.constantFrom('a', 'b').map((hex) => hex.repeat(64))
  const fitting = texts.find((arb) =>
    fc.sample(arb, { numRuns: 8, seed: 1 }).every((text) => schema.safeParse(text).success),
  )
  if (!fitting) throw new Error('no text fits')
  return fitting
}

/** Whatever a schema takes; lists are short, and their items have ids of their own. */
function anything(schema: z.ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodNullable) return fc.option(anything(schema.unwrap() as z.ZodType), { freq: 2 })
  // Drawings and erasures are looked at by themselves.
  if (schema instanceof z.ZodOptional) return fc.constant(undefined)
  if (schema instanceof z.ZodObject) return fieldsOf(schema)
  if (schema instanceof z.ZodRecord) {
    // One with a list of keys wants them all.
    if (schema.keyType instanceof z.ZodEnum)
      return fc.record(
        Object.fromEntries(
          schema.keyType.options.map((key) => [String(key), anything(schema.valueType as z.ZodType)]),
        ),
      )
    const key = anything(schema.keyType as z.ZodType) as fc.Arbitrary<string>
    return fc.dictionary(key, anything(schema.valueType as z.ZodType), { maxKeys: 2 })
  }
  if (schema instanceof z.ZodArray) return listOf(schema)
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options)
  if (schema instanceof z.ZodLiteral) return fc.constant(schema.value)
  if (schema instanceof z.ZodUnion)
    return fc.oneof(...schema.options.map((option) => anything(option as z.ZodType)))
  if (schema instanceof z.ZodNumber) {
    const least = schema.safeParse(1).success ? 1 : 2_000
    return fc.integer({ min: least, max: least + 2 })
  }
  if (schema instanceof z.ZodBoolean) return fc.boolean()
  if (schema instanceof z.ZodString) return textFor(schema)
  return word
}

function listOf(schema: z.ZodArray): fc.Arbitrary<unknown> {
  const { element } = schema
  const by =
    element instanceof z.ZodObject
      ? ['id', 'itemId', 'stepId'].find((key) => key in element.shape)
      : undefined
  const selector = by ? (item: unknown) => (item as Row)[by] : (item: unknown) => item
  return fc.uniqueArray(anything(element as z.ZodType), { maxLength: 3, selector })
}

function fieldsOf(schema: z.ZodObject): fc.Arbitrary<Row> {
  return fc.record(
    Object.fromEntries(
      Object.entries(schema.shape)
        .filter(([, field]) => !(field instanceof z.ZodOptional))
        .map(([key, field]) => [key, anything(field as z.ZodType)]),
    ),
  )
}

/** Never another's: what a row is does not change. */
const FIXED = new Set(['id', 'register', 'number', 'year', 'seq', 'createdAt', 'createdBy'])

/** A row of a table, and what two machines made of it: some fields of each are another's. */
function dividedRows(table: SyncTable): fc.Arbitrary<{ base: Row; ours: Row; server: Row }> {
  const any = fieldsOf(TABLE_SCHEMAS[table] as unknown as z.ZodObject)
  // Months are known as themselves.
  const row =
    table === 'visitMonths' || table === 'monthReviews' ? any.map((one) => ({ ...one, id: '2026-11' })) : any
  const fields = Object.keys(TABLE_SCHEMAS[table].shape).filter((field) => !FIXED.has(field))
  const some = fc.subarray(fields, { maxLength: 3 })
  const changed = (base: Row, other: Row, taken: readonly string[]): Row => ({
    ...base,
    ...Object.fromEntries(Object.entries(other).filter(([field]) => taken.includes(field))),
  })
  return fc.tuple(row, row, row, some, some).map(([base, mine, theirs, ours, server]) => ({
    base,
    ours: changed(base, mine, ours),
    server: changed(base, theirs, server),
  }))
}

function merge(table: SyncTable, base: Row | null, ours: Row, server: Row): Merge {
  const facts: MergeFacts = {
    month: null,
    isLocked: () => false,
    settings: DEFAULT_SETTINGS,
    accepts: () => true,
  }
  return mergeRecords({ table, base, ours, server, facts })
}

const inForce = (merged: Merge, ours: Row, server: Row): Row => {
  if (merged.kind === 'merged') return merged.row
  return merged.kind === 'push' ? ours : server
}
const asked = (merged: Merge): string[] =>
  merged.kind === 'merged' || merged.kind === 'ask' ? merged.fields.map(({ path }) => path).toSorted() : []

describe('whatever stands in a row of any table (issue "Conflicts")', () => {
  it.each(SYNC_TABLES)('%s: a merge fits the schema, and does not depend on who is the server', (table) => {
    fc.assert(
      fc.property(dividedRows(table), fc.boolean(), ({ base, ours, server }, isKnown) => {
        const ancestor = isKnown ? base : null
        const [one, other] = [merge(table, ancestor, ours, server), merge(table, ancestor, server, ours)]
        for (const merged of [one, other])
          if (merged.kind === 'merged')
            expect(TABLE_SCHEMAS[table].safeParse(merged.row).error).toBeUndefined()
        if (MERGE_PLANS[table].firstWins) return
        expect(asked(other)).toEqual(asked(one))
        if (asked(one).length > 0 || one.kind === 'ask') return
        const [here, there] = [inForce(one, ours, server), inForce(other, server, ours)]
        const follows = /^(?:rev|updatedAt|duty)(?:\.|$)/
        expect(diffFields(here, there).filter(({ path }) => !follows.test(path))).toEqual([])
      }),
      { numRuns: 150, seed: 20261122 },
    )
  })

  it.each(SYNC_TABLES)('%s: what one side alone did is in force, or asked', (table) => {
    const { fields } = MERGE_PLANS[table]
    const keepsBooks = (field: string): boolean => {
      const rule = fields[field]
      const books = typeof rule === 'string' && !['plain', 'together', 'whole'].includes(rule)
      return books || field === 'prints' || isListRule(rule)
    }
    fc.assert(
      fc.property(dividedRows(table), ({ base, ours, server }) => {
        const merged = merge(table, base, ours, server)
        if (MERGE_PLANS[table].firstWins) return
        const row = inForce(merged, ours, server)
        for (const field of Object.keys(base).filter((name) => !keepsBooks(name))) {
          const [mine, theirs] = [ours, server].map((side) => diffFields(base[field], side[field]).length > 0)
          if (mine === theirs || asked(merged).some((path) => path.split('.')[0] === field)) continue
          const expected = settledBy(table, field) ? row[field] : (mine ? ours : server)[field]
          expect(row[field], field).toEqual(expected)
        }
      }),
      { numRuns: 150, seed: 20261122 },
    )
  })
})

/** 限阅 and 有人受伤 follow from other fields, too. */
function settledBy(table: SyncTable, field: string): boolean {
  return table === 'incidents' && (field === 'restricted' || field === 'report' || field === 'details')
}
