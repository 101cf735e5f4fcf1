import type { BrowserWindow, SaveDialogOptions } from 'electron'
import type { Output } from '../../shared/ipc/channels'
import type { Result } from '../../shared/util/result'
import type { BackupStore } from '../services/backupFile'
import type { Ledger } from '../services/ledger'
import type { Log } from '../services/log'
import type { Printing } from '../services/printing/types'
import type { Locale } from '../services/settings'

/** What the composition root lends to the handlers: services, and what only it can do with windows. */
export interface Ports {
  ledger: Ledger
  backups: BackupStore
  printing: Printing
  log: Log
  /** Bytes free where profile and ledger live. */
  freeBytes: () => Promise<number>
  info: () => Output<'app.info'>
  ready: (window: BrowserWindow, screen: string) => void
  quit: () => void
  openExternal: (url: string) => Promise<Result<Record<string, never>>>
  setLocale: (locale: Locale) => Promise<void>
  openRecord: (route: string) => void
  mayClose: (window: BrowserWindow) => void
  /** The system's save dialog; null when the user gave up. */
  askWhere: (window: BrowserWindow, options: SaveDialogOptions) => Promise<string | null>
  documentsFolder: () => string
}
