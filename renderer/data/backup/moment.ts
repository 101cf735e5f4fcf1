import type { Office } from '../../../shared/domain/office/types'
import type { BackupManifest } from '../../../shared/schema/backup'
import type { DeskDatabase } from '../core/database'
import { FIRST_VERSION } from '../core/dataVersion'
import type { ChainState } from '../core/tables'
import { isErasing } from '../privacy/erasing'

type ChainEnd = BackupManifest['from']

const ROWS = '|rows'

/** What stands at the beginning of a backup, all of one moment. */
export interface Start {
  office: Office
  from: ChainEnd
  dataVersion: number
  counts: Record<string, number>
  numbers: { id: string; last: number }[]
}

/** Where the chain ends now, and how much there is to read. The office must have been set up. */
export function startNow(db: DeskDatabase): Promise<Start> {
  return db.transaction('r', ['meta', 'office', 'counters', 'numbers'], async () => {
    const [office, facts, counters, numbers, version] = await Promise.all([
      db.of('office').toCollection().first(),
      readEnd(db),
      db.of('counters').toArray(),
      db.of('numbers').toArray(),
      db.of('meta').get('dataVersion'),
    ])
    if (!office) throw new Error('no office')
    const rows = counters.filter(({ id }) => id.endsWith(ROWS))
    const counts = Object.fromEntries(rows.map(({ id, count }) => [id.slice(0, -ROWS.length), count]))
    const { seq } = facts.to
    return {
      office,
      from: facts.to,
      dataVersion: Number(version?.value ?? FIRST_VERSION),
      counts: { ...counts, audit: seq, auditDetails: seq },
      numbers,
    }
  })
}

/** Where the chain ends, and the newest instant in it; read when every table has been. */
export function endNow(db: DeskDatabase): Promise<{ to: ChainEnd; newestAt: string }> {
  return db.transaction('r', ['meta'], () => readEnd(db))
}

/** Whether an entry between two ends of this machine's chain erased something by law: no backup may hold what it took. */
export async function erasedBetween(db: DeskDatabase, from: ChainEnd, to: ChainEnd): Promise<boolean> {
  const entries = await db
    .of('audit')
    .where('[deviceId+seq]')
    .between([to.deviceId, from.seq + 1], [to.deviceId, to.seq], true, true)
    .toArray()
  return entries.some(({ command }) => isErasing(command))
}

async function readEnd(db: DeskDatabase): Promise<{ to: ChainEnd; newestAt: string }> {
  const [chain, device] = await db.of('meta').bulkGet(['chain', 'deviceId'])
  const {
    seq = 0,
    digest = '',
    newestAt = '1970-01-01T00:00:00.000Z',
  } = (chain?.value ?? {}) as Partial<ChainState>
  return { to: { deviceId: String(device?.value ?? ''), seq, digest }, newestAt }
}
