import { setTimeout as pause } from 'node:timers/promises'
import type { BackupPlaceState } from '../../../shared/ipc/backupChannels'
import type { BackupListing } from '../../../shared/schema/backup'
import { type Memory, PLACES, type PlaceName } from './memory'
import type { Place } from './place'

/** A place that takes longer to be looked at is shown as one that is away, ms. */
const LOOK_MS = 2_000

/** What is seen of a place; null where it cannot be reached. */
type Seen = { backups: BackupListing[]; freeBytes: number; device: number } | null

/** Looks that are under way, by folder: a place that hangs is looked at once, however often the screen asks. */
export type Looks = Map<string, Promise<Seen>>

/**
 * How each place stands, for the screen: a place that cannot be reached is told by what is remembered of it.
 * `home`: the disk that holds the data; null where it is not known.
 */
export async function placesState(
  memory: Memory,
  placeOf: (name: PlaceName) => Place | null,
  looks: Looks,
  home: number | null,
): Promise<BackupPlaceState[]> {
  const states = PLACES.map((name) => {
    const place = placeOf(name)
    return place && placeState(memory, name, place, { looks, home })
  })
  return (await Promise.all(states)).filter((state) => state !== null)
}

async function placeState(
  memory: Memory,
  name: PlaceName,
  place: Place,
  { looks, home }: { looks: Looks; home: number | null },
): Promise<BackupPlaceState> {
  const known = memory.places[name]
  const seen = await Promise.race([shared(place, looks), pause(LOOK_MS, null, { ref: false })])
  const newest = memory.last?.madeAt
  return {
    place: name,
    root: place.root,
    there: seen !== null,
    trouble: known.trouble,
    goodAt: known.goodAt,
    goodBytes: known.goodBytes,
    behind: newest !== undefined && (known.goodAt ?? '') < newest,
    lostFiles: known.lostFiles,
    freeBytes: seen?.freeBytes ?? null,
    sameDisk: name === 'second' && seen !== null && seen.device === home,
    backups: seen?.backups ?? [],
  }
}

function shared(place: Place, looks: Looks): Promise<Seen> {
  const underWay = looks.get(place.folder)
  if (underWay) return underWay
  const look = lookAt(place).finally(() => looks.delete(place.folder))
  looks.set(place.folder, look)
  return look
}

async function lookAt(place: Place): Promise<Seen> {
  try {
    if (!(await place.isThere())) return null
    const { disk, folder } = place
    const [{ backups }, freeBytes, device] = await Promise.all([
      place.shelf(),
      disk.free(folder),
      disk.device(folder),
    ])
    return { backups, freeBytes, device }
  } catch {
    return null
  }
}
