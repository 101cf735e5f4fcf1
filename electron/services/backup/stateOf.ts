import type { BackupPlaceState } from '../../../shared/ipc/backupChannels'
import { type Memory, PLACES, type PlaceName } from './memory'
import type { Place } from './place'

/** How each place stands, for the screen: a place that cannot be reached is told by what is remembered of it. */
export async function placesState(
  memory: Memory,
  placeOf: (name: PlaceName) => Place | null,
): Promise<BackupPlaceState[]> {
  const states = PLACES.map((name) => {
    const place = placeOf(name)
    return place && placeState(memory, name, place)
  })
  return (await Promise.all(states)).filter((state) => state !== null)
}

async function placeState(memory: Memory, name: PlaceName, place: Place): Promise<BackupPlaceState> {
  const known = memory.places[name]
  const seen = await look(place)
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
    backups: seen?.backups ?? [],
  }
}

async function look(place: Place) {
  try {
    if (!(await place.isThere())) return null
    const [{ backups }, freeBytes] = await Promise.all([place.shelf(), place.disk.free(place.folder)])
    return { backups, freeBytes }
  } catch {
    return null
  }
}
