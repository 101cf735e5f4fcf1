import type { BrowserWindow, SaveDialogOptions } from 'electron'
import type { Output } from '../../shared/ipc/channels'
import type { Dataset } from '../../shared/ipc/datasetChannels'
import type { PageFacts } from '../../shared/ipc/troubleChannels'
import type { Result } from '../../shared/util/result'
import type { AttachmentStore } from '../services/attachments/store'
import type { Backups } from '../services/backup/backups'
import type { BackupStore } from '../services/backupFile'
import type { Datasets } from '../services/datasets'
import type { Ledger } from '../services/ledger'
import type { Log } from '../services/log'
import type { Notice } from '../services/notify'
import type { Printing } from '../services/printing/types'
import type { Restores } from '../services/restore/restores'
import type { ScanFolder } from '../services/scanFolder'
import type { Locale } from '../services/settings'
import type { Sync } from '../services/sync/sync'
import type { Vault } from '../services/vault/vault'

/** What of an office lies in its ledger's folder besides the journal: its secrets, and its files. */
export interface OfficePlace {
  vault: Vault
  /** Folder of its attachments. */
  files: string
  /** Removes what this machine keeps of its secrets, when the dataset itself is gone. */
  forget: () => Promise<void>
}

/** What the composition root lends to the handlers: services, and what only it can do with windows.
 * Those of the office's data change with a restore: read them from here each time. */
export interface Ports {
  ledger: Ledger
  /** Plain copies before a migration, where there is no vault. */
  backups: BackupStore
  /** Sealed backups, in several places. */
  archives: Backups
  attachments: AttachmentStore
  vault: Vault
  /** The way to head office's server, where one is set up. */
  sync: Sync
  datasets: Datasets
  restores: Restores
  /** Where a dataset that is not in use keeps what is its own. */
  placeOf: (dataset: Dataset) => OfficePlace
  /** Folder of the attachments of the office that is in use. */
  ownFiles: () => string
  /**
   * Makes another dataset the office's: services are opened anew, windows load anew. The former is kept unless it was
   * never used; see `dataset.activate`. Refuses `dataset.unknown`.
   */
  activate: (id: string, unused: boolean) => Promise<Result<Record<string, never>>>
  printing: Printing
  log: Log
  /** Throws away what Chromium keeps of databases, readable or not. */
  discardDatabases: () => Promise<void>
  /** Bytes free where profile and ledger live. */
  freeBytes: () => Promise<number>
  info: () => Output<'app.info'>
  ready: (window: BrowserWindow, screen: string) => void
  quit: () => void
  /** Ends the program in order, and starts it anew. */
  restart: () => void
  /** The text of a diagnostics file, without personal data; see `diagnosticsText`. */
  diagnose: (page: PageFacts | null) => Promise<string>
  openExternal: (url: string) => Promise<Result<Record<string, never>>>
  setLocale: (locale: Locale) => Promise<void>
  openRecord: (route: string) => void
  mayClose: (window: BrowserWindow) => void
  /** A window that is going, the last of the desk, stays until its backup is made; false where it is another one. */
  keepForBackup: (window: BrowserWindow) => boolean
  /** Calls once when the window, or the page in it, is there no more; answers how to stop waiting for that. */
  whenGone: (window: BrowserWindow, then: () => void) => () => void
  /** Lets the window's page use the camera, or no longer. */
  useCamera: (window: BrowserWindow, on: boolean) => void
  /** False where the system shows no notifications. */
  notify: (notice: Notice) => boolean
  /** The system's save dialog; null when the user gave up. */
  askWhere: (window: BrowserWindow, options: SaveDialogOptions) => Promise<string | null>
  /** The system's file chooser, for files with one of the endings; none when the user gave up. */
  askWhich: (
    window: BrowserWindow,
    wanted: { several: boolean; endings: readonly string[]; what?: 'attachments' | 'backups' },
  ) => Promise<readonly string[]>
  /** The system's folder chooser; null when the user gave up. */
  askFolder: (window: BrowserWindow) => Promise<string | null>
  /** Shows a folder in the system's file manager; false where it has none. */
  openFolder: (folder: string) => Promise<boolean>
  documentsFolder: () => string
  scanFolder: ScanFolder
  /** Remembers the watched folder on this machine; null for none. */
  keepScanFolder: (folder: string | null) => Promise<void>
}
