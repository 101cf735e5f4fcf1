import { z } from 'zod'
import type { JournalLine } from '../../../shared/ipc/channels'

/** What main must know of a `JournalEntry`: whose chain it is, and that it is the entry which the line names. */
const entryHead = z.object({
  audit: z.object({
    seq: z.number(),
    prev: z.string(),
    digest: z.string(),
    deviceId: z.string().regex(/^[\w-]{1,64}$/),
  }),
})

/**
 * The device of a line's entry, or null when the body is not one line of JSON or names another entry:
 * such a line could never be replayed, so it must not count as written.
 */
export function deviceOf({ seq, prev, digest, body }: JournalLine): string | null {
  if (body.includes('\n')) return null
  try {
    const { audit } = entryHead.parse(JSON.parse(body))
    return audit.seq === seq && audit.prev === prev && audit.digest === digest ? audit.deviceId : null
  } catch {
    return null
  }
}
