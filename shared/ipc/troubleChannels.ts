import { z } from 'zod'

const nothing = z.object({}).strict()
const done = z.object({}).strict()
/** Names of tables and settings, never anything that somebody typed. */
const name = z.string().regex(/^[A-Za-z]{1,40}$/)

/** What the page knows for a diagnostics file: figures under names of its own, no text. */
const pageFacts = z
  .object({
    dataVersion: z.number().int().nullable(),
    /** Rows a table. */
    rows: z.record(name, z.number().int().nonnegative()),
    settings: z.record(name, z.union([z.number(), z.boolean()])),
    /** First part of the route: which screen it was. */
    screen: z.string().regex(/^[A-Za-z-]{0,40}$/),
  })
  .strict()
export type PageFacts = z.infer<typeof pageFacts>

/** When things go wrong for a user: a new start, and a file for whoever looks after the machine. */
export const troubleChannels = {
  /** Ends the program and starts it anew; drafts are saved before, as at every closing. */
  'trouble.restart': { writes: true, input: nothing, output: done },
  /** Asks where, and writes what is known of machine, ledger and page, without personal data. `path` null: given up. */
  'trouble.saveDiagnostics': {
    writes: true,
    input: z.object({ page: pageFacts.nullable() }).strict(),
    output: z.object({ path: z.string().nullable() }),
  },
} as const
