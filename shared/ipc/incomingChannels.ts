import { z } from 'zod'
import { ATTACHMENT_BYTES_CEILING, ATTACHMENT_KINDS, PORTION_BYTES } from '../domain/register/attachment'

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
export const maxBytes = z.number().int().positive().max(ATTACHMENT_BYTES_CEILING)
export const portion = z.instanceof(Uint8Array).refine(({ length }) => length <= PORTION_BYTES)

/** A file that lies in the ledger's folder, flushed and read back; `kind` and `mime` by its own signature. */
export const storedFile = z.object({
  sha256,
  size: z.number().int().positive(),
  kind: z.enum(ATTACHMENT_KINDS),
  mime: z.string(),
  name: z.string(),
})

const token = z.string().max(64)
const ofToken = z.object({ token }).strict()
const done = z.object({}).strict()

/** Files on their way into 附件, of which neither process ever holds the whole. */
export const incomingChannels = {
  /**
   * Keeps a file that the user dropped or pasted, read by main from where it lies. Asked by the preload alone, which
   * learns the path from Chromium: see `PRELOAD_CHANNEL_NAMES`.
   */
  'attachments.storeDropped': {
    writes: true,
    input: z.object({ path: z.string().min(1).max(32_767), maxBytes }).strict(),
    output: storedFile,
  },
  /**
   * Begins a file that the page made or was handed without a path; `size` in bytes, of the whole. It counts after
   * `finish` only, and is gone with the window, its page, or eight others that began later. Refuses attachment.tooBig,
   * system.diskFull.
   */
  'attachments.begin': {
    writes: true,
    input: z.object({ name: z.string().max(500), size: z.number().int().nonnegative(), maxBytes }).strict(),
    output: z.object({ token: z.string() }),
  },
  /**
   * The next bytes; answered when there is room for more. Refuses what `finish` would: nothing more is to be sent then.
   */
  'attachments.append': {
    writes: true,
    input: z.object({ token, bytes: portion }).strict(),
    output: done,
  },
  /** Refuses attachment.interrupted where it is not whole, and those of a file that is not to be kept. */
  'attachments.finish': { writes: true, input: ofToken, output: storedFile },
  /** Nothing of it stays. */
  'attachments.giveUp': { writes: true, input: ofToken, output: done },
} as const
