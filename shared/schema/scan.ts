import { z } from 'zod'
import { REGISTER_CODES } from '../domain/numbering/registers'
import { SCAN_SOURCES, SCAN_STATES, type Scan, type ScanOrigin, type SheetRead } from '../domain/scan/types'
import { count, id, instant, sha256, text } from './basics'
import { erasedSchema } from './privacy'
import { storedFileSchema, voidedSchema } from './register'
import { tie } from './tie'

/** A long PDF may hold a year's paper; more pages than this are a mistake or an attack. */
const MOST_PAGES = 5_000

export const sheetReadSchema = tie<SheetRead>()(
  z.strictObject({
    number: z.strictObject({
      register: z.enum(REGISTER_CODES),
      year: z.number().int().min(1000).max(9999),
      letter: z.string().regex(/^[A-Z]?$/),
      seq: z.number().int().positive(),
    }),
    // What was read before prefixes were kept has none.
    prefix: z.string().max(60).optional(),
    version: z.number().int().nonnegative(),
    form: z.string().max(40),
  }),
)

export const scanOriginSchema = tie<ScanOrigin>()(
  z.strictObject({
    sha256,
    name: z.string().max(500),
    pages: z.array(z.number().int().positive()).max(MOST_PAGES),
    of: z.number().int().positive(),
  }),
)

export const scanSchema = tie<Scan>()(
  z.strictObject({
    id,
    rev: count,
    state: z.enum(SCAN_STATES),
    file: storedFileSchema,
    pages: count,
    origins: z.array(scanOriginSchema),
    sha256s: z.array(sha256),
    source: z.enum(SCAN_SOURCES),
    codes: z.array(sheetReadSchema),
    receivedAt: instant,
    receivedBy: text,
    receivedUserId: text,
    filed: z
      .strictObject({
        table: z.string().max(40),
        recordId: id,
        number: text,
        form: z.string().max(40),
        version: count,
        attachmentId: id,
        at: instant,
        by: text,
      })
      .nullable(),
    discarded: voidedSchema.nullable(),
    erased: erasedSchema.optional(),
  }),
)
