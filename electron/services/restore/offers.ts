import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { BackupOffer } from '../../../shared/ipc/restoreChannels'
import { BACKUP_ENDING, backupIndexSchema, type BackupListing } from '../../../shared/schema/backup'
import { sheetIdOf } from '../vault/sealed'

/** Name of the list beside the backups. */
const INDEX = 'index.json'

/** A backup file on this machine, and what the list beside it says of it. */
export interface Offered {
  path: string
  bytes: number
  listing: BackupListing | null
}

/** What is known of a file before its password is. Throws the system's error. */
export async function lookAt(path: string): Promise<Offered> {
  const [{ size }, listings] = await Promise.all([stat(path), listingsIn(dirname(path))])
  const listing = listings.find(({ name }) => name === basename(path)) ?? null
  return { path, bytes: size, listing }
}

/** The backups of a folder that are really there, newest first; none where it cannot be read. */
export async function offersIn(folder: string): Promise<Offered[]> {
  const listings = await listingsIn(folder)
  const found = await Promise.all(
    listings
      .filter(({ name }) => basename(name) === name && name.endsWith(BACKUP_ENDING))
      .map(async (listing) => {
        const path = join(folder, listing.name)
        const bytes = await stat(path).then(
          ({ size }) => size,
          () => null,
        )
        return bytes === null ? [] : [{ path, bytes, listing }]
      }),
  )
  return found.flat().sort((a, b) => (a.listing.madeAt < b.listing.madeAt ? 1 : -1))
}

/** The offer as the page sees it. */
export function offerOf(token: string, { path, bytes, listing }: Offered): BackupOffer {
  const { sha256: _sha, bytes: _bytes, name: _name, ...listed } = listing ?? {}
  return {
    token,
    name: basename(path),
    folder: dirname(path),
    bytes,
    listed: listing ? (listed as BackupOffer['listed']) : null,
  }
}

/** Whether the list beside a backup names another 《恢复单》 than the one with this password. */
export function namesOtherSheet(listing: BackupListing | null, password: string): boolean {
  return listing !== null && listing.sheetId !== sheetIdOf(password)
}

async function listingsIn(folder: string): Promise<readonly BackupListing[]> {
  try {
    const read = backupIndexSchema.safeParse(JSON.parse(await readFile(join(folder, INDEX), 'utf8')))
    return read.success ? read.data.backups : []
  } catch {
    return []
  }
}
