import { z } from 'zod'

const id = z.string().min(1).max(100)

/** Rows whose older writings go, and entries (by operation) whose details go. */
const redaction = z
  .object({
    rows: z.array(
      z.object({ table: z.string().max(40), id, before: z.number().int().nonnegative() }).strict(),
    ),
    details: z.array(id),
    files: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
  })
  .strict()
export type ClearingOrder = z.infer<typeof redaction>

/** What main keeps of records that were erased by law (domain 13). */
export const privacyChannels = {
  /**
   * Takes words out of lines of the journal: writings of the rows in lines before `before`, and the details. Heads, chain
   * and checksums hold. Then deletes attachments by their SHA-256. Answers how many journal files were written anew.
   */
  'privacy.clear': {
    writes: true,
    input: redaction,
    output: z.object({ files: z.number().int(), deleted: z.number().int() }),
  },
} as const
