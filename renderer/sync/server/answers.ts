import { z } from 'zod'

/** What CouchDB answers, as far as it is used. */

export const serverInfoSchema = z.looseObject({
  couchdb: z.literal('Welcome'),
  version: z.string(),
  uuid: z.string().optional(),
})

export const databaseInfoSchema = z.looseObject({
  doc_count: z.number().int().nonnegative(),
  update_seq: z.string(),
  instance_start_time: z.string(),
})

const change = z.looseObject({
  seq: z.string().nullable(),
  id: z.string().max(300),
  deleted: z.boolean().optional(),
  /** Looked into by its own schema: one document that is none must not hide the others. */
  doc: z.unknown(),
})

export const changesSchema = z.looseObject({
  results: z.array(change),
  last_seq: z.string(),
  pending: z.number().int().nonnegative().optional(),
})
export type ChangesPage = z.infer<typeof changesSchema>

const rowResult = z.looseObject({
  id: z.string(),
  rev: z.string().optional(),
  error: z.string().optional(),
  reason: z.string().optional(),
})
export const rowResultsSchema = z.array(rowResult)
export type RowResult = z.infer<typeof rowResult>

export const manySchema = z.looseObject({
  rows: z.array(
    z.looseObject({
      key: z.string().optional(),
      value: z.looseObject({ rev: z.string(), deleted: z.boolean().optional() }).nullable().optional(),
      doc: z.unknown().optional(),
      error: z.string().optional(),
    }),
  ),
})
