import { z } from 'zod'
import { DATA_VERSION } from '../../shared/schema'
import { compareCheckpoints } from '../../shared/sync/checkpoints'
import { goes } from '../../shared/sync/travel'
import {
  checkpointSchema,
  deviceDocId,
  deviceDocSchema,
  type DeviceDoc,
  WIRE_VERSION,
} from '../../shared/sync/wire'
import type { DeskDatabase } from '../data/core/database'
import { identityOf, type Identity, setMark } from '../data/replica/identity'
import { BEGINNING } from '../data/replica/mark'
import type { Connection } from './connection'
import { NeedsYou } from './needs'
import { type Couch, ServerTrouble } from './server/couch'

/** What somebody agreed to, so that it is not asked again in this attempt. */
export interface Agreements {
  /** The server lost everything, and is to be filled from here. */
  fillEmptied: boolean
  /** This machine replaces those that bear its letter. */
  replaces: boolean
}

/** A connection, and whether everything is to be compared with the server before anything else. */
export interface Connected {
  connection: Connection
  compare: boolean
}

const anything = z.looseObject({})

/** The document that tells how far this machine is; the server keeps it to itself. */
export function checkpointPath({ deviceId }: Pick<Identity, 'deviceId'>): string {
  return `_local/device-${deviceId}`
}

/**
 * Looks whether the server is the one it was, and this machine the one that goes about under its name, before anything
 * is exchanged (issue "Engine", "Several machines"). Throws `NeedsYou`, `ServerTrouble`, `Cancelled`.
 */
export async function connect(db: DeskDatabase, couch: Couch, agreed: Agreements): Promise<Connected> {
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
  await claim(couch, me, devices, agreed)
  const moved = known && me.mark.server !== place
  const compare = standing === 'serverOlder' || moved
  const mark = { ...me.mark, replicating: true, server: place }
  await setMark(db, mark)
  return { connection: { couch, me, mark, goes: (table) => goes(table, me.notReplicated) }, compare }
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
  me: Identity,
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
  if (refused) throw new ServerTrouble('refused')
}

function sameClaim(own: DeviceDoc | undefined, mine: DeviceDoc): boolean {
  return own?.letter === mine.letter && own.dataVersion === mine.dataVersion
}

function deviceDocOf({ officeId, deviceId, letter }: Identity, own: DeviceDoc | undefined): DeviceDoc {
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
    appVersion: '',
  }
}
