import { open } from 'node:fs/promises'
import type { JournalStatus } from '../../shared/ipc/channels'
import type { PageFacts } from '../../shared/ipc/troubleChannels'
import type { VaultState } from '../../shared/ipc/vaultChannels'
import { errorCode } from './systemRefusal'

/** Program, system and machine; no names of computers, users or folders. */
export interface MachineFacts {
  versions: Record<'app' | 'electron' | 'chrome' | 'node', string>
  system: Record<'platform' | 'release' | 'arch' | 'locale', string>
  packaged: boolean
  demo: boolean
  megabytes: Record<'memory' | 'freeMemory' | 'ownMemory' | 'freeDisk', number>
  cores: number
  uptimeSeconds: number
}

/** Where the facts come from; each may fail, and then its place says by which code. */
export interface DiagnosticsSources {
  at: Date
  machine: () => Promise<MachineFacts>
  ledger: () => Promise<JournalStatus>
  vault: () => Promise<VaultState>
  /** How many datasets are kept beside the one in use. */
  datasets: () => Promise<Record<'staged' | 'replaced', number>>
  logFile: string
  page: PageFacts | null
}

const LOG_BYTES = 96 * 1024
const LOG_LINES = 400
const LINE = /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z (?:info|warn|error)(?: [\w.:?-]{1,64})*$/
/** As long as a phone number: no code, count or duration is. */
const LONG_NUMBER = /(?<![\w-])\d{7,}(?![\w-])/g

/** The last lines of the log that are codes and ids and nothing else; another line becomes `?`. */
export async function logTail(path: string): Promise<string[]> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const from = Math.max(0, size - LOG_BYTES)
    const bytes = Buffer.alloc(size - from)
    await handle.read(bytes, 0, bytes.length, from)
    const lines = bytes.toString('utf8').split('\n').filter(Boolean)
    // The first one may have lost its beginning.
    return (from > 0 ? lines.slice(1) : lines)
      .slice(-LOG_LINES)
      .map((line) => (LINE.test(line) ? line.replaceAll(LONG_NUMBER, '?') : '?'))
  } finally {
    await handle.close()
  }
}

async function orCode<T>(ask: () => Promise<T>): Promise<T | { failed: string }> {
  try {
    return await ask()
  } catch (error) {
    return { failed: errorCode(error) }
  }
}

/** The journal's state and the sentinel's figures; the sentinel names the office, which stays here. */
async function ledgerFacts(ask: () => Promise<JournalStatus>) {
  const { sentinel, lastSeq, lastDigest, problems } = await ask()
  const { dataVersion, lastSeq: seenSeq, counts, writtenAt } = sentinel ?? {}
  return { lastSeq, lastDigest, problems, sentinel: sentinel && { dataVersion, seenSeq, counts, writtenAt } }
}

async function vaultFacts(ask: () => Promise<VaultState>) {
  const { kind, keyStoreIsSafe, sheet } = await ask()
  return { kind, keyStoreIsSafe, hasSheet: sheet !== null, printed: (sheet?.printedAt ?? null) !== null }
}

/**
 * The diagnostics file: JSON of figures and codes, without personal data. No path is in it (folders bear the user's
 * name), no office, no name, nothing that was typed.
 */
export async function diagnosticsText(sources: DiagnosticsSources): Promise<string> {
  const { at, machine, ledger, vault, datasets, logFile, page } = sources
  const facts = {
    about: 'wuye-front-desk diagnostics',
    format: 1,
    at: at.toISOString(),
    machine: await orCode(machine),
    ledger: await orCode(() => ledgerFacts(ledger)),
    vault: await orCode(() => vaultFacts(vault)),
    datasets: await orCode(datasets),
    page,
    log: await orCode(() => logTail(logFile)),
  }
  return `${JSON.stringify(facts, null, 1)}\n`
}
