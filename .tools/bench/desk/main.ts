import { join } from 'node:path'
import { app, BrowserWindow, type IpcMainInvokeEvent, ipcMain, protocol } from 'electron'
import { allHandlers } from '../../../electron/ipc/handlers'
import { registerHandlers } from '../../../electron/ipc/registrar'
import { prepare } from '../../../electron/main/prepare'
import { platformPrinting } from '../../../electron/main/printing'
import { serveFrom } from '../../../electron/security/appScheme'
import { SCHEME, START_URL } from '../../../electron/security/origin'
import { isOwnFrame } from '../../../electron/security/sender'
import { securePreferences } from '../../../electron/security/windowPreferences'
import { openAttachments } from '../../../electron/services/attachments/store'
import { Backups } from '../../../electron/services/backup/backups'
import { systemDisk } from '../../../electron/services/backup/disk'
import { openBackups } from '../../../electron/services/backupFile'
import { freeBytes } from '../../../electron/services/diskSpace'
import { systemKeyStore } from '../../../electron/main/keyStore'
import { openDatasets } from '../../../electron/services/datasets'
import { openRestores } from '../../../electron/services/restore/restores'
import { openVault } from '../../../electron/services/vault/vault'
import { openLedger } from '../../../electron/services/ledger'
import { openLog } from '../../../electron/services/log'
import { openScanFolder } from '../../../electron/services/scanFolder'
import { accept } from '../../../shared/util/result'
import { answerCalls, type Calls } from './calls'
import { PrintRival } from './printRival'

/*
 * A desk for measuring: the app's own scheme, profile, preload, handlers and ledger around a page that measures
 * instead of one that is used. Only the clock of the ledger can be set, so that made-up years can be written.
 */

function given(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}

const { dirs } = prepare(process.argv)
const pageFolder = given('BENCH_PAGE')
let today: string | null = null
const clock = (): Date => (today === null ? new Date() : new Date(today))

function openWindow(): BrowserWindow {
  return new BrowserWindow({
    width: 1280,
    height: 800,
    webPreferences: securePreferences(given('BENCH_PRELOAD'), { backgroundThrottling: false }),
  })
}

function connect(window: BrowserWindow): { ledger: ReturnType<typeof openLedger> } {
  const log = openLog({ path: dirs.logFile, clock })
  const ledger = openLedger(dirs.ledger, clock)
  const callerOf = (event: IpcMainInvokeEvent) => (isOwnFrame(event.senderFrame) ? { window } : null)
  const vault = openVault({
    vaultPath: join(dirs.ledger, 'vault.json'),
    slotPath: join(dirs.profile, 'vault.json'),
    keyStore: systemKeyStore,
    clock,
  })
  const place = { vault, files: join(dirs.ledger, 'attachments'), forget: async () => undefined }
  const handlers = allHandlers({
    ledger,
    log,
    backups: openBackups({ folder: join(dirs.ledger, 'backups'), clock, newToken: () => 'bench' }),
    archives: new Backups({
      disk: systemDisk,
      patienceMs: 20_000,
      memoryPath: join(dirs.ledger, 'backup-places.json'),
      localRoot: dirs.backups,
      filesFolder: place.files,
      vault,
      clock,
      newToken: () => 'bench',
      onChange: () => undefined,
    }),
    attachments: openAttachments(join(dirs.ledger, 'attachments')),
    vault: place.vault,
    restores: openRestores({ folders: async () => [], missingOf: async () => 0 }),
    placeOf: () => place,
    ownFiles: () => place.files,
    datasets: openDatasets({ folder: dirs.ledger, clock, newId: () => 'bench' }),
    activate: async () => accept({}),
    printing: platformPrinting(app.getPath('temp')),
    notify: () => false,
    discardDatabases: async () => undefined,
    freeBytes: () => freeBytes([dirs.profile, dirs.ledger]),
    info: () => ({
      version: '0',
      platform: process.platform,
      profileDir: dirs.profile,
      ledgerDir: dirs.ledger,
      locale: 'zh-CN',
      database: 'front-desk',
      demo: false,
    }),
    ready: () => undefined,
    useCamera: () => undefined,
    quit: () => undefined,
    restart: () => undefined,
    diagnose: async () => '',
    openExternal: async () => accept({}),
    setLocale: async () => undefined,
    openRecord: () => undefined,
    mayClose: () => undefined,
    keepForBackup: () => false,
    askWhere: async () => null,
    askWhich: async () => [],
    askFolder: async () => null,
    scanFolder: openScanFolder({ folder: null, onChange: () => undefined, pollMs: 5_000, settleMs: 1_500 }),
    keepScanFolder: async () => undefined,
    documentsFolder: () => app.getPath('temp'),
  })
  registerHandlers({ ipcMain, handlers, callerOf, log })
  return { ledger }
}

async function start(): Promise<void> {
  protocol.handle(
    SCHEME,
    serveFrom(pageFolder, async () => null),
  )
  const window = openWindow()
  const { ledger } = connect(window)
  const rival = new PrintRival(pageFolder)
  await window.loadURL(START_URL)
  const calls: Calls = {
    // Everything that is not main's own is the page's.
    page: async (request) => {
      const answer = await window.webContents.executeJavaScript(`bench(${JSON.stringify(request)})`)
      if ('error' in answer) throw new Error(answer.error)
      return answer.value
    },
    setClock: async (at) => {
      today = typeof at === 'string' ? at : null
    },
    loadHtml: (html) => rival.load(String(html)),
    printHtml: () => rival.print(),
    closeHtml: async () => rival.close(),
    quit: async () => {
      await ledger.journal.close()
      setImmediate(() => app.quit())
    },
  }
  answerCalls(calls)
}

void app.whenReady().then(start)
