import { z } from 'zod'

const done = z.object({}).strict()
const token = z.string().regex(/^[\w-]{1,64}$/)
/** A file below the chosen folder, one folder deep at most; main makes every part a name that the system takes. */
const path = z.array(z.string().min(1).max(300)).min(1).max(2)

/** 导出全部资料 (issue "Move and merge"): files into one folder that somebody chose. Refuses leaving.unknown, leaving.full, disk.gone. */
export const leavingChannels = {
  /** Asks for a folder and makes a new one in it, called `halfName` until it is whole; null when the user gave up. */
  'leaving.choose': {
    writes: true,
    input: z.object({ name: z.string().min(1).max(120), halfName: z.string().min(1).max(120) }).strict(),
    output: z.object({ chosen: z.object({ token }).nullable() }),
  },
  'leaving.write': {
    writes: true,
    input: z.object({ token, path, bytes: z.instanceof(Uint8Array) }).strict(),
    output: done,
  },
  /** Copies an attachment, opened and checked. Refuses attachment.missing, attachment.altered. */
  'leaving.copy': {
    writes: true,
    input: z.object({ token, path, sha256: z.string().regex(/^[0-9a-f]{64}$/) }).strict(),
    output: done,
  },
  /** Gives the folder its name, now that it is whole, and tells where it lies. */
  'leaving.finish': {
    writes: true,
    input: z.object({ token }).strict(),
    output: z.object({ folder: z.string() }),
  },
  /** Shows the folder that was finished last, in the system's file manager. Refuses leaving.notOpened. */
  'leaving.open': { writes: true, input: z.object({ token }).strict(), output: done },
  /** Removes a folder that did not become whole. */
  'leaving.discard': { writes: true, input: z.object({ token }).strict(), output: done },
} as const
