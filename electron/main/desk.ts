import { join } from 'node:path'
import { app, type BrowserWindow, ipcMain, Menu, powerMonitor, protocol, session } from 'electron'
import icon from '../../resources/icons/icon.png?asset'
import { allHandlers } from '../ipc/handlers'
import { registerHandlers } from '../ipc/registrar'
import { serveFrom } from '../security/appScheme'
import { guardAllContents } from '../security/navigation'
import { closeNetwork, closeRelays } from '../security/network'
import { SCHEME } from '../security/origin'
import { guardPermissions } from '../security/permissions'
import { trimTornLogs } from '../services/profile/tornLogs'
import { openScanFolder } from '../services/scanFolder'
import { type Locale, type MachineSettings, readSettings, writeSettings } from '../services/settings'
import { errorCode } from '../services/systemRefusal'
import { readWindowState, type WindowState } from '../services/windowState'
import { saveDiagnostics } from './diagnose'
import { menuTemplate } from './menu'
import { makePorts } from './ports'
import type { Start } from './prepare'
import { restart } from './restart'
import { ScreenshotMode } from './screenshot'
import { sealOlderSoon } from './sealOlder'
import { flushServices, openServices, type Services } from './services'
import { textsIn } from './texts'
import { makeWatcher, watchProcess } from './trouble'
import { Windows } from './windows'

/** Damage that neither size nor time betrays is looked for once the morning's rush is over. */
const VERIFY_AFTER_MS = 60_000

/** A start, and the folder with the built preload and renderer. */
export interface DeskOptions extends Start {
  out: string
}

/** How often a scan folder is looked at that reports nothing by itself, and when a file in it counts as complete, ms. */
const SCAN_POLL_MS = 5_000
const SCAN_SETTLE_MS = 1_500

/** What the parts of the composition share. */
interface Desk extends DeskOptions {
  services: Services
  settings: MachineSettings
  screenshot: ScreenshotMode | null
}

/** Opens the desk: services, guards, window, menu. The journal's state is being found out meanwhile. */
export async function startDesk(options: DeskOptions): Promise<void> {
  const services = await openServices(options.dirs)
  watchProcess(services.log)
  guardSession(options.out, services)
  // Awaited by nobody here: the renderer asks for it first of all, and gets the refusal if there is one.
  void services.office.ledger.status().catch(() => undefined)
  const [settings, state] = await Promise.all([
    readSettings(options.dirs.settings),
    readWindowState(options.dirs.windowState),
    closeRelays(session.defaultSession),
    // The page opens its database as soon as there is a window.
    endTornLogs(options, services),
  ])
  const path = options.switches.screenshot
  const end = (code: number, why?: string): void => void leave(services, code, why)
  const desk: Desk = {
    ...options,
    services,
    settings,
    screenshot: path ? new ScreenshotMode(path, end) : null,
  }
  const windows = makeWindows(desk, state)
  services.onBackup = () => windows.broadcast('backup', {})
  const handlers = allHandlers(portsOf(desk, windows))
  registerHandlers({ ipcMain, handlers, callerOf: windows.callerOf, log: services.log })
  showMenu(settings.locale, windows)
  windows.openMain()
  attendApp(services, windows)
}

/** What cannot be mended here is Chromium's to find, and the recovery screen's to offer a way out of. */
async function endTornLogs({ dirs }: Start, { log }: Services): Promise<void> {
  try {
    for (const { file, bytes } of await trimTornLogs(dirs.profile))
      log.write('warn', 'profile.torn', [file, bytes])
  } catch (error) {
    log.write('warn', 'profile.tornKept', [errorCode(error)])
  }
}

function guardSession(out: string, services: Services): void {
  const { log } = services
  const refused = (code: string): void => log.write('warn', code)
  guardAllContents(app, refused)
  guardPermissions(session.defaultSession, refused)
  closeNetwork(session.defaultSession, !app.isPackaged, refused)
  protocol.handle(
    SCHEME,
    serveFrom(join(out, 'renderer'), ({ sha256, small }) =>
      small ? services.office.attachments.findSmall(sha256) : services.office.attachments.find(sha256),
    ),
  )
}

function makeWindows(
  { services, settings, dirs, switches, out, screenshot }: Desk,
  state: WindowState,
): Windows {
  const texts = () => textsIn(settings.locale)
  const quit = (): void => app.quit()
  const onGone = (reason: string): boolean => {
    screenshot?.failed(`The page ended: ${reason}`)
    return screenshot !== null
  }
  return new Windows({
    preload: join(out, 'preload/index.cjs'),
    icon: process.platform === 'linux' ? icon : null,
    devTools: !app.isPackaged,
    statePath: dirs.windowState,
    state,
    texts,
    onMainClosed: quit,
    watch: makeWatcher({
      log: services.log,
      texts,
      logFile: dirs.logFile,
      quit,
      restart,
      saveDiagnostics: (window) => saveDiagnostics(window, services, dirs, switches.demo),
      onGone,
    }),
  })
}

function showMenu(locale: Locale, windows: Windows): void {
  const template = menuTemplate(textsIn(locale), {
    command: (command) => {
      const window = windows.focused()
      if (window) windows.send(window, 'menu', { command })
    },
    zoom: (direction) => windows.zoom(direction),
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

function portsOf({ services, settings, dirs, switches, screenshot }: Desk, windows: Windows) {
  return makePorts({
    services,
    dirs,
    demo: switches.demo,
    windows,
    locale: () => settings.locale,
    setLocale: async (locale) => {
      settings.locale = locale
      showMenu(locale, windows)
      await writeSettings(dirs.settings, settings)
    },
    scanFolder: openScanFolder({
      folder: settings.scanFolder,
      onChange: () => windows.broadcast('scanFolder', {}),
      pollMs: SCAN_POLL_MS,
      settleMs: SCAN_SETTLE_MS,
    }),
    keepScanFolder: async (folder) => {
      settings.scanFolder = folder
      await writeSettings(dirs.settings, settings)
    },
    firstReady: (window) => onFirstReady(services, window, screenshot),
  })
}

/** Notes how long the start took (read by the bench), takes the picture, plans the slow check. */
function onFirstReady(services: Services, window: BrowserWindow, picture: ScreenshotMode | null): void {
  const { log } = services
  const began = process.getCreationTime() ?? performance.timeOrigin
  log.write('info', 'start.usable', [Math.round(Date.now() - began)])
  void picture?.ready(window)
  sealOlderSoon(log, () => services.office)
  setTimeout(() => {
    // Of the data that is the office's then: a restore may have switched to another.
    void services.office.ledger.journal.verify().catch(() => log.write('error', 'journal.verifyFailed'))
  }, VERIFY_AFTER_MS).unref()
}

function attendApp(services: Services, windows: Windows): void {
  app.on('second-instance', () => windows.focusFirst())
  app.on('window-all-closed', () => app.quit())
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (reason !== 'clean-exit')
      services.log.write('error', 'child.gone', [type.replaceAll(' ', '-'), reason])
  })
  powerMonitor.on('resume', () => windows.broadcast('resume', {}))
  app.once('will-quit', (event) => {
    event.preventDefault()
    void windows.flush().finally(() => leave(services, 0))
  })
}

/** The end: what is under way reaches the disk first. */
async function leave(services: Services, code: number, why?: string): Promise<void> {
  if (why) process.stderr.write(`${why}\n`)
  session.defaultSession.flushStorageData()
  await flushServices(services)
  // A share that no longer answers would hold up the process for ever, and with it the next start.
  if (services.office.archives.isHanging()) process.kill(process.pid, 'SIGKILL')
  app.exit(code)
}
