import { z } from 'zod'
import { SMALL_PICTURE_BYTES } from '../domain/register/picture'
import { backupChannels } from './backupChannels'
import { datasetChannels } from './datasetChannels'
import { incomingChannels, maxBytes, portion, sha256, storedFile } from './incomingChannels'
import { leavingChannels } from './leavingChannels'
import { privacyChannels } from './privacyChannels'
import { restoreChannels } from './restoreChannels'
import { syncChannels } from './syncChannels'
import { troubleChannels } from './troubleChannels'
import { vaultChannels } from './vaultChannels'

/** A journal line: `body` is the JSON of a `JournalEntry`, without line breaks. */
export const journalLine = z.object({
  seq: z.number().int().positive(),
  prev: z.string().regex(/^([0-9a-f]{64})?$/),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  body: z.string().min(2),
})
export type JournalLine = z.infer<typeof journalLine>

/** What main remembers of the database outside the profile, compared before the first screen (quality 1). */
export const sentinel = z.object({
  officeId: z.string(),
  officeName: z.string(),
  deviceId: z.string(),
  dataVersion: z.number().int(),
  lastSeq: z.number().int().nonnegative(),
  lastDigest: z.string(),
  counts: z.record(z.string(), z.number()),
  writtenAt: z.string(),
})
export type Sentinel = z.infer<typeof sentinel>

/** State of the journal on disk. `lastSeq` ends the unbroken run from 1; `problems` are locale keys with places. */
export const journalStatus = z.object({
  lastSeq: z.number().int().nonnegative(),
  lastDigest: z.string(),
  sentinel: sentinel.nullable(),
  problems: z.array(z.object({ key: z.string(), file: z.string(), line: z.number() })),
})
export type JournalStatus = z.infer<typeof journalStatus>

const bytes = z.instanceof(Uint8Array)

/** How a stored file is found: as it was, gone, or with other bytes than its name says. */
export const FILE_STATES = ['sound', 'missing', 'altered'] as const
export type FileState = (typeof FILE_STATES)[number]

/** The folder of the office's scanner: where, what is wrong with it (a refusal's key), and what is there to be read. */
const scanFolderState = z.object({
  folder: z.string().nullable(),
  problem: z.string().nullable(),
  files: z.array(z.string()),
})
export type ScanFolderState = z.infer<typeof scanFolderState>

/** A name in a folder, never a way to another one. */
const fileName = z
  .string()
  .min(1)
  .max(255)
  .regex(/^(?!\.{1,2}$)[^/\\]+$/)

const paper = z.enum(['A4', 'A5', 'A5-landscape', 'A4-landscape', 'label'])
const nothing = z.object({}).strict()
const done = z.object({}).strict()
const refusalShape = z.object({
  key: z.string(),
  field: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

/**
 * Every request the renderer may make of main. `input` is checked in main before a handler sees it;
 * `writes` says that the handler changes something outside its own process.
 * Every answer travels as `Result<output>`; refusal keys are in the locale namespace `refusal`.
 */
export const channels = {
  'app.info': {
    writes: false,
    input: nothing,
    output: z.object({
      version: z.string(),
      platform: z.string(),
      profileDir: z.string(),
      ledgerDir: z.string(),
      /** Name of the IndexedDB database that is the office's now. */
      database: z.string(),
      locale: z.string(),
      demo: z.boolean(),
    }),
  },
  /** The screen is usable: ends `--screenshot`, times the start. */
  'app.ready': { writes: false, input: z.object({ screen: z.string().max(100) }).strict(), output: done },
  'app.quit': { writes: true, input: nothing, output: done },
  'app.openExternal': { writes: true, input: z.object({ url: z.url() }).strict(), output: done },
  'app.setLocale': {
    writes: true,
    input: z.object({ locale: z.enum(['zh-CN', 'en']) }).strict(),
    output: done,
  },
  /** Opens a record in a window of its own; `route` is a hash route such as `/complaints/<id>`. */
  'window.openRecord': {
    writes: false,
    input: z.object({ route: z.string().regex(/^\/[\w/-]{1,200}$/) }).strict(),
    output: done,
  },
  /** Drafts are saved after `closing`: the window may go now. Without this it goes after a short grace. */
  'window.mayClose': { writes: false, input: nothing, output: done },
  /** 拍照 is open or closed in this window: only in between may its page see through the camera. */
  'window.useCamera': { writes: false, input: z.object({ on: z.boolean() }).strict(), output: done },
  /** A quiet notification of the system; a click brings the main window forward and opens `route`. */
  'notify.show': {
    writes: true,
    input: z
      .object({
        title: z.string().min(1).max(80),
        body: z.string().max(200),
        route: z.string().regex(/^\/[\w/-]{1,200}$/),
      })
      .strict(),
    output: done,
  },
  'journal.status': { writes: false, input: nothing, output: journalStatus },
  /** Appends and flushes; answers only after the flush. Lines already there (same seq and digest) are skipped. */
  'journal.append': {
    writes: true,
    input: z.object({ lines: z.array(journalLine).min(1) }).strict(),
    output: z.object({ lastSeq: z.number() }),
  },
  /** Reads lines with seq > afterSeq in order, at most about `maxBytes`. */
  'journal.read': {
    writes: false,
    input: z
      .object({ afterSeq: z.number().int().nonnegative(), maxBytes: z.number().int().positive() })
      .strict(),
    output: z.object({ lines: z.array(journalLine), done: z.boolean() }),
  },
  /** Moves the whole ledger aside (kept, never deleted) so that a new office can start. */
  'journal.setAside': { writes: true, input: nothing, output: z.object({ movedTo: z.string() }) },
  'sentinel.write': { writes: true, input: sentinel, output: done },
  /** Free space where the ledger and the profile live. */
  /** Throws away the files of every database: only after somebody chose recovery of one that cannot even be opened. */
  'disk.discardDatabases': { writes: true, input: nothing, output: done },
  'disk.status': { writes: false, input: nothing, output: z.object({ freeBytes: z.number() }) },
  /** Memory-hard hash of a PIN (domain 1). */
  'pin.hash': {
    writes: false,
    input: z.object({ pin: z.string().min(1).max(64) }).strict(),
    output: z.object({ hash: z.string() }),
  },
  'pin.verify': {
    writes: false,
    input: z.object({ pin: z.string().max(64), hash: z.string().max(400) }).strict(),
    output: z.object({ matches: z.boolean() }),
  },
  'printing.list': {
    writes: false,
    input: nothing,
    output: z.object({
      printers: z.array(
        z.object({ name: z.string(), isDefault: z.boolean(), problem: z.string().nullable() }),
      ),
    }),
  },
  'printing.print': {
    writes: true,
    input: z
      .object({
        pdf: bytes,
        printer: z.string().min(1).max(300),
        copies: z.number().int().min(1).max(99),
        paper,
        tray: z.string().max(100).nullable(),
        title: z.string().max(200),
      })
      .strict(),
    output: z.object({ job: z.string() }),
  },
  /** Shows the system's save dialog, writes by temp + flush + rename. `path` null: the user gave up. */
  'files.save': {
    writes: true,
    input: z.object({ suggestedName: z.string().min(1).max(200), bytes }).strict(),
    output: z.object({ path: z.string().nullable() }),
  },
  'files.saveText': {
    writes: true,
    input: z
      .object({
        suggestedName: z.string().min(1).max(200),
        text: z.string(),
        encoding: z.enum(['utf8-bom', 'gb18030']),
      })
      .strict(),
    output: z.object({ path: z.string().nullable() }),
  },
  /** Shows the system's file chooser and keeps what was chosen; each file has its own answer. */
  'attachments.choose': {
    writes: true,
    input: z.object({ maxBytes, several: z.boolean(), handOverPictures: z.boolean() }).strict(),
    output: z.object({
      stored: z.array(storedFile),
      refused: z.array(z.object({ name: z.string(), refusal: refusalShape })),
      /**
       * With `handOverPictures` they are not kept yet: the page takes each (`takeChosen`), scales and stores it.
       * `after`: how many of `stored` were chosen before it.
       */
      pictures: z.array(z.object({ token: z.string(), name: z.string(), after: z.number().int() })),
    }),
  },
  /** The bytes of a picture that the user chose last; once each. */
  'attachments.takeChosen': {
    writes: false,
    input: z.object({ token: z.string().max(64) }).strict(),
    output: z.object({ bytes }),
  },
  /** Keeps bytes that the page holds, if one message carries them; longer ones come by `attachments.begin`. */
  'attachments.store': {
    writes: true,
    input: z.object({ name: z.string().max(500), bytes: portion, maxBytes }).strict(),
    output: storedFile,
  },
  ...incomingChannels,
  /** Keeps the small picture that was drawn of a kept one; `kept` false where there is no such file. */
  'attachments.keepSmall': {
    writes: true,
    input: z.object({ sha256, bytes: bytes.refine(({ length }) => length <= SMALL_PICTURE_BYTES) }).strict(),
    output: z.object({ kept: z.boolean() }),
  },
  /**
   * Reads stored files through and compares them with their names; answers in the order of the question. `thorough`: also
   * those that were sound and were not touched since.
   */
  'attachments.check': {
    writes: false,
    input: z.object({ sha256: z.array(sha256).max(500), thorough: z.boolean().default(false) }).strict(),
    output: z.object({ states: z.array(z.enum(FILE_STATES)) }),
  },
  /** 另存: asks where, copies, compares. `path` null: the user gave up. */
  'attachments.saveCopy': {
    writes: true,
    input: z.object({ sha256, suggestedName: z.string().min(1).max(200) }).strict(),
    output: z.object({ path: z.string().nullable() }),
  },
  'scanFolder.state': { writes: false, input: nothing, output: scanFolderState },
  /** Asks for a folder and watches it from now on; unchanged where the user gave up. */
  'scanFolder.choose': { writes: true, input: nothing, output: scanFolderState },
  'scanFolder.forget': { writes: true, input: nothing, output: scanFolderState },
  /** The bytes of a complete file of the folder. */
  'scanFolder.take': {
    writes: false,
    input: z.object({ name: fileName }).strict(),
    output: z.object({ bytes }),
  },
  /** A file was read and waits in the tray: it moves into 已读入. */
  'scanFolder.done': { writes: true, input: z.object({ name: fileName }).strict(), output: done },
  /**
   * Streams a plain copy of the database into the ledger before a migration, where there is no vault to seal a backup;
   * the file counts only after `finish`.
   */
  'copy.begin': {
    writes: true,
    input: z.object({ label: z.string().regex(/^[\w.-]{1,80}$/) }).strict(),
    output: z.object({ token: z.string() }),
  },
  'copy.append': {
    writes: true,
    input: z.object({ token: z.string(), chunk: z.string() }).strict(),
    output: done,
  },
  'copy.finish': {
    writes: true,
    input: z.object({ token: z.string() }).strict(),
    output: z.object({ path: z.string() }),
  },
  ...backupChannels,
  ...vaultChannels,
  ...troubleChannels,
  ...privacyChannels,
  ...datasetChannels,
  ...restoreChannels,
  ...leavingChannels,
  ...syncChannels,
  /** The log holds codes and ids only, never residents' data. */
  'log.write': {
    writes: true,
    input: z
      .object({
        level: z.enum(['info', 'warn', 'error']),
        code: z.string().regex(/^[\w.:-]{1,120}$/),
        ids: z.array(z.string().max(64)).max(10),
      })
      .strict(),
    output: done,
  },
} as const

export type Channel = keyof typeof channels
export type Input<C extends Channel> = z.input<(typeof channels)[C]['input']>
export type Output<C extends Channel> = z.output<(typeof channels)[C]['output']>
/** The input as a handler sees it: checked, with the schema's defaults. */
export type Parsed<C extends Channel> = z.output<(typeof channels)[C]['input']>
