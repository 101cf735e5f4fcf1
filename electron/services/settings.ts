import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { writeFileAtomic } from './atomicFile'

export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

const schema = z.object({
  locale: z.enum(LOCALES).catch('zh-CN'),
  /** The folder into which the office's scanner writes; null where none is watched. */
  scanFolder: z.string().nullable().catch(null),
})
/** What the machine remembers of this user's taste; the office's settings are in the database. */
export type MachineSettings = z.infer<typeof schema>

/** Reads the settings; a missing or damaged file gives the defaults. */
export async function readSettings(path: string): Promise<MachineSettings> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return schema.parse({})
  }
}

/** Replaces the settings file. Throws the system's error. */
export async function writeSettings(path: string, settings: MachineSettings): Promise<void> {
  await writeFileAtomic(path, JSON.stringify(settings))
}
