import { z } from 'zod'

const nothing = z.object({}).strict()
const done = z.object({}).strict()
const id = z.string().regex(/^[\w-]{1,40}$/)
const one = z.object({ id }).strict()

const dataset = z.object({
  id,
  /** Name of its IndexedDB database. */
  database: z.string(),
  /** ISO instant; when it was made, or put aside. */
  since: z.string(),
})
export type Dataset = z.infer<typeof dataset>

/**
 * The office's data as one whole: a database in the profile and a ledger outside it. A restore fills another one and
 * switches over to it in one step; what was replaced stays until somebody removes it.
 */
export const datasetChannels = {
  /** `staged`: filled by a restore that was not finished. `replaced`: what worked here before. */
  'dataset.list': {
    writes: false,
    input: nothing,
    output: z.object({ current: dataset, staged: z.array(dataset), replaced: z.array(dataset) }),
  },
  /** Makes room for a restore: an empty ledger folder, and the name of a database that does not exist yet. */
  'dataset.stage': { writes: true, input: nothing, output: dataset },
  /**
   * The one step: from now on this dataset is the office's, for every window; they load anew. `unused`: the page found the
   * former database empty; where its ledger is too, there is nothing to keep of it. Refuses dataset.unknown.
   */
  'dataset.activate': {
    writes: true,
    input: z.object({ id, unused: z.boolean().optional() }).strict(),
    output: done,
  },
  /**
   * Removes the ledger of a staged or replaced dataset for good; the page has deleted its database before. Refuses
   * dataset.unknown, dataset.inUse.
   */
  'dataset.remove': { writes: true, input: one, output: done },
} as const
