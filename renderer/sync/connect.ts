import { z } from 'zod'
import { DATA_VERSION } from '../../shared/schema'
import { compareCheckpoints } from '../../shared/sync/checkpoints'
import { guardCodeOf } from '../../shared/sync/design'
import { goes } from '../../shared/sync/travel'
import {
  checkpointSchema,
  deviceDocId,
  deviceDocSchema,
  type DeviceDoc,
  WIRE_VERSION,
} from '../../shared/sync/wire'
import { chainDevices } from '../data/core/chainDevices'
import type { DeskDatabase } from '../data/core/database'
import { identityOf, type Identity, setMark } from '../data/replica/identity'
import { BEGINNING, type OwnCheckpoint, type ReplicationMark } from '../data/replica/mark'
import { hasAgreed } from '../data/replica/outbox'
import type { Connection } from './connection'
import { NeedsYou } from './needs'
import type { SyncWorld } from './ports'
import { type Couch, ServerTrouble } from './server/couch'

/** What somebody agreed to, so that it is not asked again in this attempt. */
export interface Agreements {
  /** The server lost everything, and is to be filled from here. */
  fillEmptied: boolean
  /** This machine replaces those that bear its letter. */
  replaces: boolean
}

/** A connection, and what is to be compared with the server before anything else. */
export interface Connected {
  connection: Connection
  /** `sent`: what went there under a checkpoint that it may never have kept. */
  compare: 'all' | 'sent' | null
}

/** Who claims a letter, and with which release. */
type Claimant = Identity & Pick<SyncWorld, 'appVersion'>

const anything = z.looseObject({})

/** The document that tells how far this machine is; the server keeps it to itself. */
export function checkpointPath({ deviceId }: Pick<Identity, 'deviceId'>): string {
  return `_local/device-${deviceId}`
}

/**
 * Looks whether the server is the one it was, and this machine the one that goes about under its name, before anything
 * is exchanged (issue "Engine", "Several machines"). Throws `NeedsYou`, `ServerTrouble`, `Cancelled`.
 */
export async function connect(
  db: DeskDatabase,
  couch: Couch,
  agreed: Agreements,
  { appVersion }: Pick<SyncWorld, 'appVersion'>,
): Promise<Connected> {
  const me = await identityOf(db)
  if (!me) throw new NeedsYou('vault')
  const [server, database] = [await couch.server(), await couch.database()]
  // Without its guard CouchDB takes a stale revision of a document that it lost, and answers as if nothing were amiss.
  if (!(await couch.read(anything, '_design/front-desk'))) throw new NeedsYou('notPrepared')
  const devices = await devicesOf(couch, me)
  const place = `${server.uuid ?? ''}|${database.instance_start_time}`
  const told = await couch.read(checkpointSchema, checkpointPath(me))
  const standing = compareCheckpoints(me.mark.checkpoint, me.mark.confirmed, told)
  if (standing === 'notOurs') throw new NeedsYou('cloned')
  const known = me.mark.checkpoint.n > 0
  if (known && devices.length === 0 && !agreed.fillEmptied) throw new NeedsYou('emptied')
  await claim(couch, { ...me, appVersion }, devices, agreed)
  const moved = known && me.mark.server !== place
  // Under a new id, or cut off before the first note, nothing tells whether the server has what was agreed on, nor the
  // chain of before.
  const unknown = standing === 'fresh' && ((await hasAgreed(db)) || (await chainDevices(db)).length > 1)
  const all = standing === 'serverOlder' || moved || unknown
  const unsure = me.mark.checkpoint.n > me.mark.confirmed
  const compare = all ? 'all' : unsure ? 'sent' : null
  const mark: ReplicationMark = {
    ...me.mark,
    replicating: true,
    server: place,
    checkpoint: common(me.mark.checkpoint, told),
    ...(known ? {} : { filling: 'first' }),
    ...(known && devices.length === 0 ? { filling: 'emptied' } : {}),
  }
  await setMark(db, mark)
  return { connection: { couch, me, mark, goes: (table) => goes(table, me.notReplicated) }, compare }
}

/**
 * Whether the server still keeps what it was told of this machine: not where its database was deleted and made again, or
 * put back from a backup, while a connection stood.
 */
export async function isAsTold({ couch, me, mark }: Connection): Promise<boolean> {
  const told = await couch.read(checkpointSchema, checkpointPath(me))
  const standing = compareCheckpoints(mark.checkpoint, mark.confirmed, told)
  return standing === 'goesOn' || standing === 'fresh'
}

/**
 * Where both sides go on: where the server says they were. What came and went behind it is looked at again, for the server
 * may have come back from a backup in which all that is missing, and its places mean something else since.
 */
function common(own: OwnCheckpoint, told: OwnCheckpoint | null): OwnCheckpoint {
  const { since, pushedSeq } = told ?? BEGINNING
  return { ...own, since, pushedSeq: Math.min(pushedSeq, own.pushedSeq) }
}

/** From now on everything is looked at again, from the server's beginning; the count of checkpoints goes on. */
export function fromTheBeginning(connection: Connection): void {
  const { since, pushedSeq } = BEGINNING
  const { mark } = connection
  connection.mark = { ...mark, checkpoint: { ...mark.checkpoint, since, pushedSeq } }
}

async function devicesOf(couch: Couch, { officeId }: Identity): Promise<DeviceDoc[]> {
  const found = await couch.beginningWith('device:')
  const devices = found
    .map((doc) => deviceDocSchema.safeParse(doc))
    .flatMap(({ data }) => (data ? [data] : []))
  if (devices.some(({ office }) => office !== officeId)) throw new NeedsYou('otherOffice')
  if (devices.some(({ wire, dataVersion }) => wire > WIRE_VERSION || dataVersion > DATA_VERSION))
    throw new NeedsYou('newerApp')
  return devices
}

/** One letter a machine, or two records would bear one number (domain 2). */
async function claim(
  couch: Couch,
  me: Claimant,
  devices: readonly DeviceDoc[],
  agreed: Agreements,
): Promise<void> {
  const others = devices.filter(
    ({ deviceId, letter, replacedBy }) =>
      deviceId !== me.deviceId && letter === me.letter && replacedBy === null,
  )
  if (others.length > 0 && !agreed.replaces) throw new NeedsYou('letterTaken')
  const own = devices.find(({ deviceId }) => deviceId === me.deviceId)
  const replaced = others.map((doc) => ({ ...doc, replacedBy: me.deviceId }))
  const mine = deviceDocOf(me, own)
  const results = await couch.write(sameClaim(own, mine) ? replaced : [...replaced, mine])
  const refused = results.find(({ error }) => error && error !== 'conflict')
  if (refused) throw refusalOf(refused.reason ?? '')
}

/** The guard was made for another office, or by an older release: head office runs the preparation again. */
function refusalOf(reason: string): Error {
  const code = guardCodeOf(reason)
  if (code === 'office') return new NeedsYou('otherOffice')
  if (code === 'older') return new NeedsYou('newerApp')
  return code === 'wire' ? new NeedsYou('notPrepared') : new ServerTrouble('refused')
}

function sameClaim(own: DeviceDoc | undefined, mine: DeviceDoc): boolean {
  return (
    own?.letter === mine.letter && own.dataVersion === mine.dataVersion && own.appVersion === mine.appVersion
  )
}

function deviceDocOf(
  { officeId, deviceId, letter, appVersion }: Claimant,
  own: DeviceDoc | undefined,
): DeviceDoc {
  return {
    ...(own?._rev ? { _rev: own._rev } : {}),
    _id: deviceDocId(deviceId),
    type: 'device',
    wire: WIRE_VERSION,
    office: officeId,
    dataVersion: DATA_VERSION,
    deviceId,
    letter,
    replacedBy: null,
    appVersion,
  }
}
