import { app, type BrowserWindow, dialog, session, shell } from 'electron'
import type { Dataset } from '../../shared/ipc/datasetChannels'
import { accept, refuse } from '../../shared/util/result'
import type { Ports } from '../ipc/ports'
import { cameras } from '../security/cameras'
import { openLink } from '../security/externalLinks'
import { freeBytes } from '../services/diskSpace'
import { makeNotifier } from '../services/notify'
import type { ScanFolder } from '../services/scanFolder'
import type { Locale } from '../services/settings'
import type { DataDirs } from './dataDirs'
import { diagnose } from './diagnose'
import { systemNotices } from './notices'
import { restart } from './restart'
import type { Office, Services } from './services'
import { textsIn } from './texts'
import type { Windows } from './windows'

/** What the ports are made of. */
export interface PortsOptions {
  services: Services
  dirs: DataDirs
  /** This is the demo office. */
  demo: boolean
  windows: Windows
  locale: () => Locale
  setLocale: (locale: Locale) => Promise<void>
  scanFolder: ScanFolder
  keepScanFolder: (folder: string | null) => Promise<void>
  /** Called once, when the first screen can be used. */
  firstReady: (window: BrowserWindow) => void
}

/** Lends the handlers what only the composition root has. */
export function makePorts(options: PortsOptions): Ports {
  const { services, dirs, windows, locale, setLocale, firstReady, scanFolder, keepScanFolder } = options
  let isReady = false
  return {
    log: services.log,
    printing: services.printing,
    datasets: services.datasets,
    restores: services.restores,
    placeOf: services.placeOf,
    ownFiles: () => services.filesOf(services.office.dataset),
    // Asked each time: a restore switches to another dataset while the desk runs.
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
    activate: async (id, unused) => {
      const former = unused && (await isUnused(services.office)) ? services.office.dataset : null
      const chosen = await services.datasets.activate(id)
      if (!chosen.ok) return chosen
      await services.reopen()
      // Switched already: what cannot be cleared away now is listed as replaced.
      if (former)
        await forgetDataset(services, former).catch(() => services.log.write('warn', 'dataset.kept', []))
      windows.reloadAll()
      return accept({})
    },
    discardDatabases: () => session.defaultSession.clearStorageData({ storages: ['indexdb'] }),
    freeBytes: () => freeBytes([dirs.profile, dirs.ledger]),
    info: () => ({
      version: app.getVersion(),
      platform: process.platform,
      profileDir: dirs.profile,
      ledgerDir: dirs.ledger,
      database: services.office.dataset.database,
      locale: locale(),
      demo: options.demo,
    }),
    ready: (window) => {
      if (!isReady) firstReady(window)
      isReady = true
    },
    quit: () => app.quit(),
    restart,
    diagnose: (page) => diagnose(services, dirs, options.demo, page),
    openExternal: async (url) => {
      const opening = await openLink(url, (link) => shell.openExternal(link))
      return opening === 'opened' ? accept({}) : refuse(`link.${opening}`, 'url')
    },
    setLocale,
    openRecord: (route) => windows.openRecord(route),
    mayClose: (window) => windows.farewell.mayClose(window),
    keepForBackup: (window) => windows.keepForBackup(window),
    whenGone,
    useCamera: ({ webContents }, on) => cameras.use(webContents, on),
    notify: makeNotifier(systemNotices, (route) => windows.showRoute(route)),
    askWhere: async (window, saveOptions) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, saveOptions)
      return canceled || !filePath ? null : filePath
    },
    askWhich: async (window, { several, endings, what = 'attachments' }) => {
      const filters = [{ name: textsIn(locale()).dialog[what], extensions: [...endings] }]
      const multi = several ? (['multiSelections'] as const) : []
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        filters,
        properties: ['openFile', ...multi],
      })
      return canceled ? [] : filePaths
    },
    askFolder: async (window) => {
      const properties = ['openDirectory', 'createDirectory'] as const
      const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: [...properties] })
      return canceled ? null : (filePaths[0] ?? null)
    },
    // Its answer is what went wrong; '' where nothing did.
    openFolder: async (folder) => (await shell.openPath(folder)) === '',
    documentsFolder: () => app.getPath('documents'),
    scanFolder,
    keepScanFolder,
  }
}

/** The page is gone when its window is closed, its process ended, or it is loaded anew. */
function whenGone(window: BrowserWindow, then: () => void): () => void {
  const { webContents } = window
  const stop = (): void => {
    window.off('closed', gone)
    webContents.off('render-process-gone', gone).off('did-navigate', gone)
  }
  const gone = (): void => {
    stop()
    then()
  }
  window.on('closed', gone)
  webContents.on('render-process-gone', gone).on('did-navigate', gone)
  return stop
}

/** The beginning of a machine: a first start that somebody left for a backup. */
async function isUnused({ ledger, vault }: Office): Promise<boolean> {
  const [{ lastSeq, sentinel, problems }, { kind }] = await Promise.all([ledger.status(), vault.state()])
  return lastSeq === 0 && sentinel === null && problems.length === 0 && kind === 'none'
}

async function forgetDataset({ datasets, placeOf }: Services, dataset: Dataset): Promise<void> {
  await datasets.remove(dataset.id)
  await placeOf(dataset).forget()
}
