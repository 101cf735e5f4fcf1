import { mkdirSync } from 'node:fs'
import { app, protocol } from 'electron'
import { APP_SCHEME } from '../security/appScheme'
import { APP_NAME, type DataDirs, dataDirs } from './dataDirs'
import { readSwitches, type Switches } from './switches'

/** What a start is about. */
export interface Start {
  dirs: DataDirs
  switches: Switches
}

/**
 * Everything that must stand before Electron is ready: profile, scheme, sandbox, quiet network.
 * Throws the system's error when the folders cannot be made.
 */
export function prepare(args: readonly string[]): Start {
  const switches = readSwitches(args)
  app.setName(APP_NAME)
  // Windows groups windows and notifications by it: the id of electron-builder.yml.
  app.setAppUserModelId('cn.wuye.frontdesk')
  const dirs = dataDirs(app.getPath('appData'), switches.deskData, switches.demo)
  for (const folder of [dirs.profile, dirs.ledger]) mkdirSync(folder, { recursive: true, mode: 0o700 })
  app.setPath('userData', dirs.profile)
  // The development start as root passes the switch from outside; with both, no child process would live.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  // Chromium's own services would look for the internet; this desk must not need one, nor talk to it.
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('no-pings')
  protocol.registerSchemesAsPrivileged([APP_SCHEME])
  return { dirs, switches }
}
