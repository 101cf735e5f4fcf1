import { z } from 'zod'
import { BACKUP_REASONS, backupEndSchema, backupIndexSchema } from '../schema/backup'

const nothing = z.object({}).strict()
const done = z.object({}).strict()
const office = z
  .object({
    officeId: z.string().min(1).max(100),
    estateName: z.string().max(200),
    officeName: z.string().max(200),
  })
  .strict()
const refusal = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

/** Where copies go: a folder on this machine, and the one that somebody chose. */
export const BACKUP_PLACES = ['local', 'second'] as const
export type BackupPlace = (typeof BACKUP_PLACES)[number]

const placeState = z.object({
  place: z.enum(BACKUP_PLACES),
  /** The folder that was chosen; the office's own folder lies in it. */
  root: z.string(),
  /** Whether it can be reached now. */
  there: z.boolean(),
  /** What went wrong last, and since when without once going well; null after a good backup. */
  trouble: refusal.extend({ since: z.string() }).nullable(),
  /** Its newest good backup, known even while the place is away. */
  goodAt: z.string().nullable(),
  goodBytes: z.number().nullable(),
  /** It lacks the newest backup there is. */
  behind: z.boolean(),
  /** Attachments that records name and this machine no longer holds as they were. */
  lostFiles: z.number(),
  freeBytes: z.number().nullable(),
  /** The second place lies on the disk that holds the data: one broken disk takes both. False where that is not known. */
  sameDisk: z.boolean(),
  /** Oldest first. */
  backups: backupIndexSchema.shape.backups,
})
export type BackupPlaceState = z.infer<typeof placeState>

/** What a backup is doing: reading tables, reading back, copying to the other place, bringing attachments. */
export const BACKUP_PHASES = ['rows', 'checking', 'copying', 'files'] as const

const running = z.object({
  reason: z.enum(BACKUP_REASONS),
  phase: z.enum(BACKUP_PHASES),
  /** Rows, bytes or files; `total` 0 where it is not known. */
  done: z.number(),
  total: z.number(),
})
export type BackupRunning = z.infer<typeof running>

const backupState = z.object({
  running: running.nullable(),
  /** The newest good backup of any place: when, its size, and where this machine's chain ended in it. */
  last: z.object({ madeAt: z.string(), seq: z.number(), bytes: z.number() }).nullable(),
  places: z.array(placeState),
})
export type BackupState = z.infer<typeof backupState>

const token = z.string().max(64)

/** Making backups (issue "Backups without anybody thinking of it"; docs/backup-format.md). */
export const backupChannels = {
  'backup.state': { writes: false, input: nothing, output: backupState },
  /**
   * Begins a backup in the first place that takes it; the journal's lines are remembered from now on. Refuses
   * vault.none, vault.locked, backup.running, and what is wrong with the places: backup.missing, .full, .readOnly,
   * .slow, .failed.
   */
  'backup.begin': {
    writes: true,
    input: z.object({ reason: z.enum(BACKUP_REASONS), office }).strict(),
    output: z.object({ token: z.string() }),
  },
  /**
   * Adds an entry: the manifest first, then numbers and tables in portions. `rows`: how many it holds. Refuses
   * backup.cancelled, backup.placeFailed where another place is to be tried by beginning anew, or the place's trouble.
   */
  'backup.add': {
    writes: true,
    input: z
      .object({
        token,
        name: z.string().regex(/^(manifest\.json|numbers\.jsonl|tables\/\w{1,40}\/\d{4,6}\.jsonl)$/),
        content: z.string(),
        rows: z.number().int().nonnegative(),
      })
      .strict(),
    output: done,
  },
  /**
   * Ends it: journal, end, flushed, read back; then the other place and the attachments. Answers once all of that is
   * done or has failed; a place that failed is in `backup.state`. Refuses as `backup.add`,
   * backup.journalBehind, and backup.databaseShort where the journal knows more than the page.
   */
  'backup.finish': {
    writes: true,
    input: backupEndSchema
      .omit({ attachments: true })
      .extend({ token, attachments: backupEndSchema.shape.attachments }),
    output: z.object({ name: z.string(), bytes: z.number() }),
  },
  /** Gives up what is running. */
  'backup.cancel': { writes: true, input: nothing, output: done },
  /** Brings the newest backup to a place that is back. Refuses backup.running. */
  'backup.mend': { writes: true, input: nothing, output: done },
  /** Asks for the second place in the system's dialog; unchanged where the user gave up. Refuses the place's trouble. */
  'backup.chooseSecond': { writes: true, input: z.object({ office }).strict(), output: backupState },
  /** 停用 of the second place; its files stay. */
  'backup.forgetSecond': { writes: true, input: nothing, output: backupState },
  /**
   * Whether this window, the last of the desk, is to make a backup before it goes: then it is kept until
   * `window.mayClose`, and shown again if that takes long.
   */
  'backup.atClosing': { writes: false, input: nothing, output: z.object({ wanted: z.boolean() }) },
} as const
