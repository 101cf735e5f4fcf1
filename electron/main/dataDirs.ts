import { join, resolve } from 'node:path'

/** Name of the folders in the system's place for applications' data. */
export const APP_NAME = 'front-desk'

/** Where everything lives. The ledger is never inside the profile, which Chromium may empty (quality 1). */
export interface DataDirs {
  profile: string
  ledger: string
  logFile: string
  windowState: string
  settings: string
}

/** Folders for a start: below `deskData` when it was given, else in the system's place `appData`. */
export function dataDirs(appData: string, deskData: string | null): DataDirs {
  const profile = deskData ? join(resolve(deskData), 'profile') : join(appData, APP_NAME)
  const ledger = deskData ? join(resolve(deskData), 'ledger') : join(appData, `${APP_NAME}-ledger`)
  return {
    profile,
    ledger,
    logFile: join(profile, 'logs', 'desk.log'),
    windowState: join(profile, 'window-state.json'),
    settings: join(profile, 'machine-settings.json'),
  }
}
