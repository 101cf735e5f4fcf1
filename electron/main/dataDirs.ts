import { join, resolve } from 'node:path'

/** Name of the folders in the system's place for applications' data. */
export const APP_NAME = 'front-desk'

/** Where everything lives. The ledger is never inside the profile, which Chromium may empty (quality 1). */
export interface DataDirs {
  profile: string
  ledger: string
  /** Where backups go that nobody has to think of: neither in the ledger nor in the profile. */
  backups: string
  logFile: string
  windowState: string
  settings: string
}

/**
 * Folders for a start: below `deskData` when it was given, else in the system's place `appData`. The demo's are others
 * in both, so that real and made-up data never stand in one database.
 */
export function dataDirs(appData: string, deskData: string | null, demo = false): DataDirs {
  const below = demo ? 'demo-' : ''
  const name = demo ? `${APP_NAME}-demo` : APP_NAME
  const profile = deskData ? join(resolve(deskData), `${below}profile`) : join(appData, name)
  const ledger = deskData ? join(resolve(deskData), `${below}ledger`) : join(appData, `${name}-ledger`)
  return {
    profile,
    ledger,
    backups: deskData ? join(resolve(deskData), `${below}backups`) : join(appData, `${name}-backups`),
    logFile: join(profile, 'logs', 'desk.log'),
    windowState: join(profile, 'window-state.json'),
    settings: join(profile, 'machine-settings.json'),
  }
}
