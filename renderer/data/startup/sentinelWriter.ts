import type { Sentinel } from '../../../shared/ipc/channels'
import { DATA_VERSION } from '../../../shared/schema/dataVersion'
import type { DeskDatabase } from '../core/database'
import { type ChainState, RECORD_TABLES } from '../core/tables'

const SETTLE_MS = 1000

/** Facts that main keeps outside the profile, read from counters, not by counting. */
export async function readSentinel(db: DeskDatabase, now: string): Promise<Sentinel | null> {
  const [office, chain, deviceId, counters] = await Promise.all([
    db.of('office').toCollection().first(),
    db.of('meta').get('chain'),
    db.of('meta').get('deviceId'),
    db.of('counters').bulkGet(RECORD_TABLES.map((table) => `${table}|rows`)),
  ])
  const state = chain?.value as ChainState | undefined
  if (!office || !state) return null
  const rows = counters.filter((row) => row !== undefined)
  return {
    officeId: office.id,
    officeName: office.officeName,
    deviceId: String(deviceId?.value ?? ''),
    dataVersion: DATA_VERSION,
    lastSeq: state.seq,
    lastDigest: state.digest,
    counts: Object.fromEntries(rows.map((row) => [row.id.slice(0, -'|rows'.length), row.count])),
    writtenAt: now,
  }
}

/**
 * Writes the sentinel with the first command and a moment after the last: the journal's own tail covers the time
 * between. `settle` writes what waits, before the window closes.
 */
export class SentinelWriter {
  private timer: ReturnType<typeof setTimeout> | null = null
  private begun = false

  constructor(
    private readonly db: DeskDatabase,
    private readonly now: () => string,
    private readonly write: (sentinel: Sentinel) => Promise<unknown>,
  ) {}

  touch(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), SETTLE_MS)
    if (!this.begun) void this.flush()
    this.begun = true
  }

  async settle(): Promise<void> {
    if (this.timer) await this.flush()
  }

  async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    const sentinel = await readSentinel(this.db, this.now())
    if (sentinel) await this.write(sentinel)
  }
}
