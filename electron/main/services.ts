import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { app } from 'electron'
import type { Dataset } from '../../shared/ipc/datasetChannels'
import { type AttachmentStore, openAttachments } from '../services/attachments/store'
import { Backups } from '../services/backup/backups'
import { systemDisk } from '../services/backup/disk'
import { type BackupStore, openBackups } from '../services/backupFile'
import { type Datasets, openDatasets } from '../services/datasets'
import { freeBytes } from '../services/diskSpace'
import { type Ledger, openLedger } from '../services/ledger'
import { type Log, openLog } from '../services/log'
import type { Printing } from '../services/printing/types'
import { countMissing } from '../services/restore/bringFile'
import { openRestores, type Restores } from '../services/restore/restores'
import { openSync, type Sync } from '../services/sync/sync'
import { fileKeysOf, journalKeyOf } from '../services/vault/keys'
import { openVault, type Vault } from '../services/vault/vault'
import type { OfficePlace } from '../ipc/ports'
import type { DataDirs } from './dataDirs'
import { systemKeyStore } from './keyStore'
import { platformPrinting } from './printing'
import { sealOlderSoon } from './sealOlder'
import { isOnline, syncFetch } from './syncFetch'

/** What belongs to the data that is the office's now; another dataset has its own. */
export interface Office {
  dataset: Dataset
  ledger: Ledger
  backups: BackupStore
  archives: Backups
  attachments: AttachmentStore
  vault: Vault
  sync: Sync
}

/** The services of a running desk. `office` is another one after a switch of datasets: never keep it. */
export interface Services {
  log: Log
  printing: Printing
  datasets: Datasets
  office: Office
  restores: Restores
  /** Folder of a dataset's attachments. */
  filesOf: (dataset: Dataset) => string
  /** Where a dataset that is not in use keeps what is its own. */
  placeOf: (dataset: Dataset) => OfficePlace
  /** Switches to another dataset: what is under way in the old one reaches the disk first. */
  reopen: () => Promise<void>
  /** Called when a backup goes on or ends, or a place changes; set once there are windows to tell. */
  onBackup: () => void
}

const clock = (): Date => new Date()

/** How long a place for backups may take for one request: a hung network share is given up, ms. */
const BACKUP_PATIENCE_MS = 20_000

/** Opens them on the machine's real clock and folders. Only which dataset is the office's is read yet. */
export async function openServices(dirs: DataDirs): Promise<Services> {
  const datasets = openDatasets({
    folder: dirs.ledger,
    clock,
    newId: () => randomUUID().slice(0, 8),
  })
  const filesOf = (dataset: Dataset): string => join(datasets.folderOf(dataset), 'attachments')
  const sealSoon = (): void => sealOlderSoon(services.log, () => services.office)
  const log = openLog({ path: dirs.logFile, clock })
  const told = { kept: sealSoon, backup: () => services.onBackup(), log }
  const services: Services = {
    log,
    printing: platformPrinting(app.getPath('temp')),
    datasets,
    restores: openRestores({
      folders: () => services.office.archives.folders(),
      missingOf: (beside, sha256) => countMissing(beside, filesOf(services.office.dataset), sha256),
    }),
    filesOf,
    placeOf: (dataset) => ({
      vault: vaultOf(dirs, datasets, dataset),
      files: filesOf(dataset),
      forget: async () => {
        await rm(slotOf(dirs, dataset), { force: true })
        await rm(serverFileOf(dirs, dataset), { force: true })
      },
    }),
    office: openOffice(dirs, datasets, await datasets.current(), told),
    reopen: async () => {
      await closeOffice(services.office)
      services.office = openOffice(dirs, datasets, await datasets.current(), told)
    },
    onBackup: () => undefined,
  }
  return services
}

/** Whom an office tells: that its vault was made or opened, that a backup goes on, what went wrong on the way out. */
interface Told {
  kept: () => void
  backup: () => void
  log: Log
}

function openOffice(dirs: DataDirs, datasets: Datasets, dataset: Dataset, told: Told): Office {
  const folder = datasets.folderOf(dataset)
  const vault = vaultOf(dirs, datasets, dataset, told.kept)
  const attachments = openAttachments(join(folder, 'attachments'), fileKeysOf(vault))
  return {
    dataset,
    ledger: openLedger(folder, clock, journalKeyOf(vault)),
    backups: openBackups({ folder: join(folder, 'backups'), clock, newToken: randomUUID }),
    archives: new Backups({
      disk: systemDisk,
      patienceMs: BACKUP_PATIENCE_MS,
      memoryPath: join(dirs.ledger, 'backup-places.json'),
      localRoot: dirs.backups,
      filesFolder: join(folder, 'attachments'),
      vault,
      clock,
      newToken: randomUUID,
      onChange: told.backup,
    }),
    attachments,
    vault,
    sync: openSync({
      path: serverFileOf(dirs, dataset),
      keyStore: systemKeyStore,
      attachments,
      freeBytes: () => freeBytes([dirs.profile, dirs.ledger]),
      clock,
      fetch: syncFetch,
      isOnline,
      log: told.log,
    }),
  }
}

function serverFileOf(dirs: DataDirs, { id }: Pick<Dataset, 'id'>): string {
  return join(dirs.profile, `sync-${id}.json`)
}

function slotOf(dirs: DataDirs, { id }: Pick<Dataset, 'id'>): string {
  return join(dirs.profile, `vault-${id}.json`)
}

function vaultOf(dirs: DataDirs, datasets: Datasets, dataset: Dataset, onKept?: () => void): Vault {
  return openVault({
    vaultPath: join(datasets.folderOf(dataset), 'vault.json'),
    slotPath: slotOf(dirs, dataset),
    keyStore: systemKeyStore,
    clock,
    ...(onKept ? { onKept } : {}),
  })
}

async function closeOffice({ ledger, backups, archives, sync }: Office): Promise<void> {
  sync.close()
  await Promise.allSettled([ledger.journal.close(), backups.close(), archives.close()])
}

/** Brings everything to disk that is still under way; for the last moment. */
export async function flushServices({ log, office }: Services): Promise<void> {
  await closeOffice(office)
  await log.flush()
}
