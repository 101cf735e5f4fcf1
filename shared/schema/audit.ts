import { z } from 'zod'
import type { AuditDetail, AuditEntry, AuditRef, JournalEntry, TableWrite } from '../domain/audit/types'
import { id, instant, sha256, text } from './basics'
import { tie } from './tie'

const auditRef = tie<AuditRef>()(z.strictObject({ table: text, id, number: text.optional() }))

export const auditEntrySchema = tie<AuditEntry>()(
  z.strictObject({
    seq: z.number().int().positive(),
    deviceId: id,
    opId: id,
    at: instant,
    userId: text,
    command: text,
    refs: z.array(auditRef),
    detailDigest: sha256,
    // The first entry of a chain has none before it.
    prev: z.union([z.literal(''), sha256]),
    digest: sha256,
  }),
)

const fieldChange = z.strictObject({ path: text, before: z.unknown(), after: z.unknown() })

export const auditDetailSchema = tie<AuditDetail>()(
  z.strictObject({
    opId: id,
    userName: text,
    reason: text,
    changes: z.array(z.strictObject({ table: text, id, fields: z.array(fieldChange) })),
  }),
)

const row = z.record(z.string(), z.unknown())

export const tableWriteSchema = tie<TableWrite>()(
  z.union([
    z.strictObject({ table: text, put: row }),
    z.strictObject({ table: text, del: text }),
    z.strictObject({ table: text, erased: id }),
  ]),
)

export const journalEntrySchema = tie<JournalEntry>()(
  z.strictObject({
    audit: auditEntrySchema,
    detail: auditDetailSchema.nullable(),
    writes: z.array(tableWriteSchema),
  }),
)
