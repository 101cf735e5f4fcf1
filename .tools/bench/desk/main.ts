import { app, BrowserWindow, type IpcMainInvokeEvent, ipcMain, protocol } from 'electron'
import { allHandlers } from '../../../electron/ipc/handlers'
import { registerHandlers } from '../../../electron/ipc/registrar'
import { prepare } from '../../../electron/main/prepare'
import { serveFrom } from '../../../electron/security/appScheme'
import { SCHEME, START_URL } from '../../../electron/security/origin'
import { isOwnFrame } from '../../../electron/security/sender'
import { securePreferences } from '../../../electron/security/windowPreferences'
import { journalKeyOf } from '../../../electron/services/vault/keys'
import { flushServices, openServices, type Services } from '../../../electron/main/services'
import { freeBytes } from '../../../electron/services/diskSpace'
import { openLedger } from '../../../electron/services/ledger'
import { openScanFolder } from '../../../electron/services/scanFolder'
import { accept } from '../../../shared/util/result'
import { backupCalls } from './backup'
import { answerCalls, type Calls } from './calls'
import { PrintRival } from './printRival'
import { traceCalls } from './trace'

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

/** PouchDB asks its server from the page, which the app's policy and Chromium's rules of origin would not let it. */
const hasOpenNetwork = process.env['BENCH_NETWORK'] === 'open'

function openWindow(): BrowserWindow {
  const preferences = securePreferences(given('BENCH_PRELOAD'), { backgroundThrottling: false })
  return new BrowserWindow({
    width: 1280,
    height: 800,
    webPreferences: hasOpenNetwork ? { ...preferences, webSecurity: false } : preferences,
  })
}

function serve(): ReturnType<typeof serveFrom> {
  const files = serveFrom(pageFolder, async () => null)
  if (!hasOpenNetwork) return files
  return async (request) => {
    const response = await files(request)
    response.headers.delete('Content-Security-Policy')
    return response
  }
}

function connect(window: BrowserWindow, services: Services): void {
  const { log, printing, datasets, restores, placeOf } = services
  const callerOf = (event: IpcMainInvokeEvent) => (isOwnFrame(event.senderFrame) ? { window } : null)
  const handlers = allHandlers({
    log,
    printing,
    datasets,
    restores,
    placeOf,
    ownFiles: () => services.filesOf(services.office.dataset),
    // Asked each time, as the app does: a restore switches to another dataset.
    get ledger() {
      return services.office.ledger
    },
    get archives() {
      return services.office.archives
    },
    get backups() {
      return services.office.backups
    },
    get attachments() {
      return services.office.attachments
    },
    get vault() {
      return services.office.vault
    },
    get sync() {
      return services.office.sync
    },
    // The page stays: it is to compare both datasets.
    activate: async (id) => {
      const chosen = await datasets.activate(id)
      if (chosen.ok) await services.reopen()
      return chosen.ok ? accept({}) : chosen
    },
    notify: () => false,
    discardDatabases: async () => undefined,
    freeBytes: () => freeBytes([dirs.profile, dirs.ledger]),
    info: () => ({
      version: '0',
      platform: process.platform,
      profileDir: dirs.profile,
      ledgerDir: dirs.ledger,
      locale: 'zh-CN',
      database: services.office.dataset.database,
      demo: false,
    }),
    ready: () => undefined,
    useCamera: () => undefined,
    whenGone: () => () => undefined,
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
    openFolder: async () => false,
    documentsFolder: () => app.getPath('temp'),
  })
  registerHandlers({ ipcMain, handlers, callerOf, log })
}

/** The app's own; only their ledger goes by the clock that can be set. */
async function officeServices(): Promise<Services> {
  const opened = await openServices(dirs)
  const { dataset, vault } = opened.office
  opened.office.ledger = openLedger(opened.datasets.folderOf(dataset), clock, journalKeyOf(vault))
  return opened
}

async function start(): Promise<void> {
  protocol.handle(SCHEME, serve())
  const window = openWindow()
  const opened = await officeServices()
  connect(window, opened)
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
    ...backupCalls(opened),
    ...traceCalls(window),
    quit: async () => {
      await flushServices(opened)
      setImmediate(() => app.quit())
    },
  }
  answerCalls(calls)
}

void app.whenReady().then(start)
