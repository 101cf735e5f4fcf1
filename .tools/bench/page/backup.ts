import { DeskData } from '../../../renderer/data/deskData'
import { inspectBackup, removeStaged, runRestore } from '../../../renderer/features/restore/run'
import { removeDatabase } from '../../../renderer/data/restore/restore'
import { desk } from '../../../renderer/platform/desk'
import type { BackupReason } from '../../../shared/schema/backup'
import { accepted, data } from './office'
import { prepareSaves, saveBlock } from './save'
import { timed } from './timing'

/** The last table that a backup reads: what is saved before it belongs to the backup. */
const LAST = 'tables/auditDetails/'

/** Saves that somebody makes who goes on working, about so far apart, ms. */
const SAVE_EVERY_MS = 300

let longest = 0

new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
}).observe({ type: 'longtask' })

/** Gives the office its vault, where it has none: without one there is nothing to seal a backup with. */
export async function makeVault(): Promise<void> {
  accepted(await data.makeVault())
}

/** A backup that was made: how long it took, of it the reading of the tables, and the window's longest task, ms. */
interface Made {
  name: string
  bytes: number
  ms: number
  rowsMs: number
  longTask: number
  /** ms of the saves that went on meanwhile. */
  saves: number[]
}

/** Makes a backup as the desk does; with `saving` somebody goes on registering while the tables are read. */
export async function backUp({ reason, saving }: { reason: BackupReason; saving: boolean }): Promise<Made> {
  const { archive } = data.ports
  if (!archive) throw new Error('a desk with a vault has an archive')
  const clerk = new Clerk()
  let read = 0
  const began = performance.now()
  data.ports.archive = {
    ...archive,
    add: async (token, name, content, rows) => {
      if (name.startsWith(LAST)) await clerk.stop()
      return archive.add(token, name, content, rows)
    },
    finish: (token, ending) => {
      read = performance.now() - began
      return archive.finish(token, ending)
    },
  }
  longest = 0
  if (saving) clerk.start()
  try {
    const { ms, value } = await timed(() => data.makeBackup(reason))
    return { ...accepted(value), ms, rowsMs: read, longTask: longest, saves: clerk.times }
  } finally {
    data.ports.archive = archive
    await clerk.stop()
  }
}

/** Somebody who registers one complaint after another. */
class Clerk {
  readonly times: number[] = []
  private working = false
  private work: Promise<void> = Promise.resolve()

  start(): void {
    this.working = true
    this.work = this.register()
  }

  stop(): Promise<void> {
    this.working = false
    return this.work
  }

  private async register(): Promise<void> {
    while (this.working) {
      this.times.push(...(await saveBlock({ way: 'app', count: 1 })).times)
      await new Promise((resolve) => setTimeout(resolve, SAVE_EVERY_MS))
    }
  }
}

/** ms of saves in a desk that does nothing else. */
export async function quietSaves({ count }: { count: number }): Promise<number[]> {
  await prepareSaves()
  return (await saveBlock({ way: 'app', count })).times
}

/** A restore: ms of looking into the backup, and of each of its parts. */
interface Restored {
  inspectMs: number
  rowsMs: number
  filesMs: number
  longTask: number
  database: string
  rows: number
  files: number
}

/** Restores a backup as the screen does, up to and with the switch; this page keeps the replaced data open. */
export async function restore({ name }: { name: string }): Promise<Restored> {
  const { offers } = accepted(await desk.invoke('restore.known', {}))
  const offer = offers.find((one) => one.name === name)
  if (!offer) throw new Error('the backup is not offered')
  const { password } = accepted(await desk.invoke('vault.sheet', {}))
  const { signal } = new AbortController()
  longest = 0
  const looked = await timed(() => inspectBackup(offer, password, { onProgress: () => undefined, signal }))
  const inspection = accepted(looked.value)
  if (inspection.chain.broken) throw new Error('the chain in the backup is broken')
  let filesAt = 0
  const began = performance.now()
  const onProgress = ({ phase }: { phase: string }): void => {
    // Until the last row is there, and again when the first files are.
    if (phase === 'rows') filesAt = performance.now()
  }
  const order = { offer, password, inspection, ledger: null, erasures: [], onProgress, signal }
  accepted(await runRestore(order))
  const { current } = accepted(await desk.invoke('dataset.list', {}))
  return {
    inspectMs: looked.ms,
    rowsMs: filesAt - began,
    filesMs: performance.now() - filesAt,
    longTask: longest,
    database: current.database,
    rows: Object.values(inspection.rows).reduce((sum, count) => sum + count, 0),
    files: inspection.attachments.named,
  }
}

/** The first start after a restore: the ledger is written anew, then the desk is ready. ms. */
export async function finishRestore(): Promise<number> {
  const restored = await openRestored()
  const { ms, value } = await timed(() => restored.rebuildLedger(() => undefined))
  accepted(value)
  const state = accepted(await restored.start())
  if (state.kind !== 'ready') throw new Error(`the restored office opened as ${state.kind}`)
  return ms
}

async function openRestored(): Promise<DeskData> {
  const { database } = accepted(await desk.invoke('app.info', {}))
  const restored = new DeskData(data.ports, database)
  const state = accepted(await restored.start())
  if (state.kind !== 'restored') throw new Error(`the restored office opened as ${state.kind}`)
  return restored
}

/** Goes back to the data that the restore replaced, and removes what it made: the desk is as it was before. */
export async function undoRestore(): Promise<void> {
  await removeStaged()
  const { current, replaced } = accepted(await desk.invoke('dataset.list', {}))
  const former = replaced[0]
  if (!former) return
  accepted(await desk.invoke('dataset.activate', { id: former.id }))
  await removeDatabase(current.database)
  accepted(await desk.invoke('dataset.remove', { id: current.id }))
}
