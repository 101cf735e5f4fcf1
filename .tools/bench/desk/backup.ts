import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { app } from 'electron'
import { z } from 'zod'
import type { Services } from '../../../electron/main/services'
import { ATTACHMENT_BYTES_CEILING, type StoredFile } from '../../../shared/domain/register/attachment'
import { accepted, type Calls } from './calls'

/** How often the memory of all processes is looked at, ms. */
const LOOK_MS = 100

/** Main memory of the desk's processes, MB: all together, main, and the window's page. */
interface Memory {
  all: number
  main: number
  page: number
}

const filesOrder = z.object({ count: z.number(), bytes: z.number() })

/** What measuring backups asks of main: made-up files, memory and stalls of a stretch, the digests of kept files. */
export function backupCalls(services: Services): Calls {
  let stretch: Stretch | null = null
  return {
    makeFiles: async (input) => {
      const { count, bytes } = filesOrder.parse(input)
      const files: StoredFile[] = []
      for (let at = 0; at < count; at += 1) {
        const content = { bytes: Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(bytes)]) }
        const name = `附件${at + 1}.pdf`
        files.push(accepted(await services.office.attachments.store(content, name, ATTACHMENT_BYTES_CEILING)))
      }
      return files
    },
    beginStretch: async () => {
      stretch = new Stretch()
    },
    endStretch: async () => stretch?.end(),
    memory: async () => ({ ...memoryNow(), once: await sharedOnce() }),
    // Those that are not there, or no longer what their name says.
    spoiltFiles: async (input) => {
      const names = z.array(z.string()).parse(input)
      let spoilt = 0
      for (const name of names) if ((await services.office.attachments.check(name)) !== 'sound') spoilt += 1
      return spoilt
    },
  }
}

/** A stretch of time: what the processes hold at its beginning and at most, and the longest stall of main. */
class Stretch {
  private readonly before = memoryNow()
  private readonly peak = { ...this.before }
  private readonly delay = monitorEventLoopDelay({ resolution: 5 })
  private readonly timer = setInterval(() => this.look(), LOOK_MS)

  constructor() {
    this.delay.enable()
  }

  end(): { before: Memory; peak: Memory; mainStall: number } {
    clearInterval(this.timer)
    this.look()
    this.delay.disable()
    return { before: this.before, peak: this.peak, mainStall: this.delay.max / 1e6 }
  }

  private look(): void {
    const now = memoryNow()
    for (const name of ['all', 'main', 'page'] as const)
      this.peak[name] = Math.max(this.peak[name], now[name])
  }
}

/**
 * What all processes take of the machine, MB: a page that several share counts once, as Linux reckons it (Pss); null on
 * other systems.
 */
async function sharedOnce(): Promise<number | null> {
  if (process.platform !== 'linux') return null
  const sizes = app.getAppMetrics().map(async ({ pid }) => {
    const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) / 1024
  })
  return (await Promise.all(sizes)).reduce((sum, mb) => sum + mb, 0)
}

function memoryNow(): Memory {
  const parts = app.getAppMetrics().map(({ type, memory }) => ({ type, mb: memory.workingSetSize / 1024 }))
  const of = (types: readonly string[]): number =>
    parts.filter(({ type }) => types.includes(type)).reduce((sum, { mb }) => sum + mb, 0)
  const all = parts.reduce((sum, { mb }) => sum + mb, 0)
  return { all, main: of(['Browser']), page: of(['Tab']) }
}
