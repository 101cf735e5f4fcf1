import type { DeskData } from '../data'
import type { Activity } from '../data/core/activity'
import { rebuildLedger } from '../data/startup/rebuildLedger'
import type { RunningReplication } from '../data/replication'
import { desk } from '../platform/desk'
import { report } from '../platform/report'
import { Engine } from './engine'
import { mainWay } from './mainWay'
import type { SyncWay } from './ports'
import { Windows } from './windows'

/** How long nobody must have saved anything before rows are written, and how long that is waited for at most, ms. */
const QUIET_MS = 300
const MOST_WAIT_MS = 3_000

/**
 * Replicates the office as long as this window is open, in one window of the desk; the others show what that one does
 * (issue "Engine"). Nothing goes on where no server is set up.
 */
export async function startSync(data: DeskData): Promise<RunningReplication> {
  const info = await desk.invoke('app.info', {})
  const windows = new Windows(engineOf(data, mainWay, info.ok ? info.value.version : ''))
  const unwatch = watchHands(data.runner.activity)
  const stop = () => {
    unwatch()
    windows.stop()
  }
  return { desk: windows, stop }
}

/** Whoever types or clicks is about to wait for something; answers how to stop looking. */
export function watchHands(activity: Activity): () => void {
  const over = new AbortController()
  const options = { capture: true, passive: true, signal: over.signal }
  for (const deed of ['keydown', 'pointerdown'])
    window.addEventListener(deed, () => activity.touch(), options)
  return () => over.abort()
}

/** The engine of a desk, over its way to the server. */
export function engineOf(data: DeskData, way: SyncWay, appVersion: string): Engine {
  const { activity } = data.runner
  return new Engine(
    {
      db: data.db,
      run: (spec, input, options) => data.run(spec, input, options),
      clearErased: () => data.clearErased(),
      renewIdentity: async () => {
        const aside = await data.ports.setAsideLedger()
        if (aside.ok) await rebuildLedger(data.runner.env, () => undefined)
      },
    },
    way,
    {
      now: data.ports.now,
      newId: data.ports.newId,
      random: Math.random,
      sleep,
      quiet: () => activity.quiet(QUIET_MS, MOST_WAIT_MS),
      report: (error) => report('sync', error),
      appVersion,
    },
  )
}

/** A coming network ends the wait: nobody is to wait five minutes after the cable is back. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    window.addEventListener('online', end)
    signal.addEventListener('abort', end)
  })
}
