import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import { designDocs, MANGO_INDEXES } from '../../shared/sync/design'
import { openLog } from '../services/log'
import { prepareAsAsked, type Wanted } from '../services/sync/preparing'
import { openTerminal } from '../services/sync/terminal'
import { APP_NAME } from './dataDirs'
import { isOnline, syncFetch } from './syncFetch'
import { textsIn } from './texts'

/**
 * Runs as head office's command instead of as a desk: no window, no office, a profile that is thrown away. May run
 * beside a desk.
 */
export function prepareServer(wanted: Wanted): void {
  app.setName(APP_NAME)
  const profile = mkdtempSync(join(tmpdir(), `${APP_NAME}-prepare-`))
  app.setPath('userData', profile)
  app.dock?.hide()
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  void app.whenReady().then(async () => {
    const code = await run(wanted, profile).catch(() => 1)
    await rm(profile, { recursive: true, force: true }).catch(() => undefined)
    app.exit(code)
  })
}

async function run(wanted: Wanted, profile: string): Promise<number> {
  const terminal = openTerminal(process.stdin, process.stdout)
  try {
    return await prepareAsAsked(wanted, {
      texts: [textsIn('zh-CN').prepare, textsIn('en').prepare],
      env: process.env,
      ask: terminal.ask,
      say: (line) => process.stdout.write(`${line}\n`),
      fetch: syncFetch,
      isOnline,
      log: openLog({ path: join(profile, 'prepare.log'), clock: () => new Date() }),
      designDocs: designDocs({ officeId: wanted.officeId }),
      mangoIndexes: MANGO_INDEXES,
    })
  } finally {
    terminal.close()
  }
}
