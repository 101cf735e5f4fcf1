import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ZodType } from 'zod'
import { eraseRow } from '../../shared/domain/privacy/erase'
import { ERASABLE, ERASING, type ErasableTable } from '../../shared/domain/privacy/registers'
import type { Erased } from '../../shared/domain/privacy/types'
import * as schema from '../../shared/schema'
import { incidentSchema } from '../../shared/schema/incident'
import { listKeysOf, searchDocOf, withoutListKeys } from './core/rowTraits'
import { frozenDatabase, frozenRelease, migrated } from './testing/frozenRelease'

type Row = Record<string, unknown>

const SCHEMAS: Record<ErasableTable, ZodType> = {
  complaints: schema.complaintSchema,
  incidents: incidentSchema,
  lostItems: schema.lostItemSchema,
  lostReports: schema.lostReportSchema,
  visits: schema.visitSchema,
  visitNotes: schema.visitPrivateNotesSchema,
  returnVisits: schema.returnVisitSchema,
  corrections: schema.correctionSchema,
  persons: schema.personSchema,
  vehicles: schema.vehicleSchema,
  careFlags: schema.careFlagSchema,
  instructions: schema.standingInstructionSchema,
  blacklist: schema.blacklistEntrySchema,
  attachments: schema.attachmentSchema,
  scans: schema.scanSchema,
  personRequests: schema.personRequestSchema,
}

const ERASED: Erased = { at: '2032-01-01T00:00:00.000Z', by: '主任', basis: 'retentionOver' }
const REQUEST: Row = {
  id: 'q1',
  rev: 1,
  kind: 'delete',
  name: '某',
  phone: '1',
  identifiedBy: '某',
  words: '某',
  receivedAt: '2026-03-01T00:00:00.000Z',
  receivedBy: '某',
  dueOn: '2026-03-20',
  answer: { at: '2026-03-02T00:00:00.000Z', by: '某', done: '某', ground: 'dispute', refused: '某' },
  updatedAt: '2026-03-02T00:00:00.000Z',
}

/** What must not be left anywhere: names, a phone, a plate, a door, and sentences with them. */
const WORDS = ['王小明', '13812345678', '浙A12345', '5-2-301', '张O’三', '王小明住5-2-301，电话13812345678']
const SECRETS = ['王小明', '13812345678', '浙A12345', '5-2-301', '张O’三']

/** Paths of every text in a row. */
function textsIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value === 'string') return [path]
  if (typeof value !== 'object' || value === null) return []
  const items = Array.isArray(value) ? value.map((item, i) => [i, item] as const) : Object.entries(value)
  return items.flatMap(([key, item]) => textsIn(item, [...path, key]))
}

function withText(value: unknown, [head, ...rest]: (string | number)[], text: string): unknown {
  if (head === undefined) return text
  if (Array.isArray(value)) return value.map((item, i) => (i === head ? withText(item, rest, text) : item))
  return { ...(value as Row), [head]: withText((value as Row)[head], rest, text) }
}

/** A figure in an id is an id: only what reads like nothing of ours is put there. */
const CODES = /^(?:id|.*Ids?|opId|register|table|command|form|stepId|mime|repeatOf|joinedInto|kind)$/

/** The row with the word in every field that can hold a text at all. */
function seeded(table: ErasableTable, row: Row, word: string): Row {
  let next = row
  for (const path of textsIn(row)) {
    const key = String(path.findLast((part) => typeof part === 'string'))
    if (CODES.test(key) && !/\p{Script=Han}/u.test(word)) continue
    const tried = withText(next, path, word) as Row
    if (SCHEMAS[table].safeParse(tried).success) next = tried
  }
  return next
}

let rows: Record<string, Row[]> = {}
beforeAll(async () => {
  const db = await migrated(await frozenDatabase(frozenRelease(4)), 4)
  for (const table of ERASABLE) rows[table] = (await db.table(table).toArray()).map(withoutListKeys)
  rows = { ...rows, personRequests: [REQUEST] }
})

function expectClean(said: unknown): void {
  const text = JSON.stringify(said ?? '')
  for (const secret of SECRETS) expect(text).not.toContain(secret)
}

describe('an erased row (domain 13)', () => {
  it.each(ERASABLE)('of %s says nothing of what stood in any of its fields', (table) => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...WORDS), (which, word) => {
        const all = rows[table] ?? []
        const row = seeded(table, all[which % all.length] ?? {}, word)
        const erased = eraseRow<Row>(row, ERASING[table], ERASED)
        expectClean(erased)
        SCHEMAS[table].parse(erased)
        expectClean(listKeysOf(table, erased))
        expectClean(searchDocOf(table, erased))
      }),
      { numRuns: 40 },
    )
  })

  it.each(ERASABLE)('of %s keeps numbers, moments, states and choices', (table) => {
    for (const row of rows[table] ?? []) {
      const erased = eraseRow<Row>(row, ERASING[table], ERASED)
      for (const key of ['id', 'number', 'register', 'state', 'seq', 'year', 'rev', 'createdAt', 'updatedAt'])
        expect(erased[key], key).toEqual(row[key])
      for (const key of ['closedAt', 'duty', 'attachmentIds', 'links', 'escalatedAt', 'restricted', 'kind'])
        expect(erased[key], key).toEqual(row[key])
    }
  })

  it('is erased once', () => {
    const [row = {}] = rows['complaints'] ?? []
    const erased = eraseRow<Row>(row, ERASING.complaints, ERASED)
    expect(eraseRow(erased, ERASING.complaints, { ...ERASED, by: '别人' })).toBe(erased)
  })
})
