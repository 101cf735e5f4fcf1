import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { app } from 'electron'
import { type AttachmentStore, openAttachments } from '../services/attachments/store'
import { type BackupStore, openBackups } from '../services/backupFile'
import { type Ledger, openLedger } from '../services/ledger'
import { type Log, openLog } from '../services/log'
import type { Printing } from '../services/printing/types'
import type { DataDirs } from './dataDirs'
import { platformPrinting } from './printing'

/** The services of a running desk. */
export interface Services {
  log: Log
  ledger: Ledger
  backups: BackupStore
  attachments: AttachmentStore
  printing: Printing
}

const clock = (): Date => new Date()

/** Opens them on the machine's real clock and folders. Nothing is read yet. */
export function openServices({ ledger, logFile }: DataDirs): Services {
  return {
    log: openLog({ path: logFile, clock }),
    ledger: openLedger(ledger, clock),
    backups: openBackups({ folder: join(ledger, 'backups'), clock, newToken: randomUUID }),
    attachments: openAttachments(join(ledger, 'attachments')),
    printing: platformPrinting(app.getPath('temp')),
  }
}

/** Brings everything to disk that is still under way; for the last moment. */
export async function flushServices({ log, ledger, backups }: Services): Promise<void> {
  await Promise.allSettled([ledger.journal.close(), backups.close()])
  await log.flush()
}
