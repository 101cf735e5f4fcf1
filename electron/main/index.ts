import { join } from 'node:path'
import { app, dialog } from 'electron'
import { wantedIn } from '../services/sync/preparing'
import { errorCode } from '../services/systemRefusal'
import { startDesk } from './desk'
import { prepare } from './prepare'
import { prepareServer } from './prepareServer'
import { textsIn } from './texts'

/** Where the build puts preload and renderer, seen from `out/main`. */
const OUT = join(import.meta.dirname, '..')

function start(): void {
  const wanted = wantedIn(process.argv)
  if (wanted) return prepareServer(wanted)
  const { dirs, switches } = prepare(process.argv)
  // The lock is the profile's: tests with folders of their own run side by side.
  if (!app.requestSingleInstanceLock()) app.exit(0)
  else void app.whenReady().then(() => startDesk({ dirs, switches, out: OUT }))
}

try {
  start()
} catch (error) {
  const { startTitle, startText } = textsIn('zh-CN').dialog
  dialog.showErrorBox(startTitle, `${startText}${errorCode(error)}`)
  app.exit(1)
}
