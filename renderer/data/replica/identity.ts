import { SETTINGS_ID } from '../core/tables'
import type { DeskDatabase } from '../core/database'
import type { Sender } from './documents'
import { replicationOf, type ReplicationMark, UNKNOWN } from './mark'

/** Who this machine is to the server; null while there is no office, or no vault to seal with. */
export interface Identity extends Sender {
  letter: string
  mark: ReplicationMark
  /** Of this machine's chain: how far it goes. */
  lastSeq: number
}

export async function identityOf(db: DeskDatabase): Promise<Identity | null> {
  const [office, settings, meta] = await Promise.all([
    db.of('office').toCollection().first(),
    db.of('settings').get(SETTINGS_ID),
    db.of('meta').bulkGet(['deviceId', 'chain', 'replication']),
  ])
  if (!office || !db.fieldKey) return null
  const [device, chain, replication] = meta
  const deviceId = String(device?.value ?? '')
  const known = replicationOf(replication?.value)
  return {
    officeId: office.id,
    deviceId,
    letter: office.deviceLetter,
    fieldKey: db.fieldKey,
    notReplicated: settings?.notReplicated ?? [],
    mark: known && known.deviceId === deviceId ? known : { ...UNKNOWN, deviceId },
    lastSeq: (chain?.value as { seq: number } | undefined)?.seq ?? 0,
  }
}

/** Remembers how far the exchange came; also that changes are kept for merging from now on. */
export async function setMark(db: DeskDatabase, mark: ReplicationMark): Promise<void> {
  await db.of('meta').put({ key: 'replication', value: mark })
}
