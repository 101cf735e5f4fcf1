import type { BackupState } from '../../../shared/ipc/backupChannels'
import type { VaultState } from '../../../shared/ipc/vaultChannels'
import { msOf } from '../../../shared/util/civilTime'
import type { Instant } from '../../../shared/util/instant'

/** Worst first. `soon` is to be seen to today; `plain` is a piece of advice. */
export type Reminder =
  | { key: 'stale'; tone: 'danger'; since: Instant | null }
  | { key: 'localTrouble' | 'secondTrouble'; tone: 'soon'; since: Instant; why: string }
  | { key: 'low'; tone: 'soon'; freeBytes: number; root: string }
  | { key: 'lostFiles'; tone: 'soon'; count: number }
  | { key: 'noVault' | 'noSecond' | 'sameDisk'; tone: 'plain' }

const DAY_MS = 24 * 60 * 60_000

/** Room for fewer backups than this, and at least so much, is little. */
const BACKUPS_LEFT = 10
const LOW_BYTES = 1024 ** 3

/**
 * What somebody has to be told of the backups. `unsavedSince`: the oldest work that no backup holds. Nothing while the
 * vault is locked: the desk says that itself.
 */
export function remindersOf(
  state: BackupState,
  vault: VaultState['kind'],
  unsavedSince: Instant | null,
  now: number,
): Reminder[] {
  if (vault === 'none') return [{ key: 'noVault', tone: 'plain' }]
  if (vault !== 'open') return []
  const stale = unsavedSince !== null && now - msOf(unsavedSince) > DAY_MS
  const found: Reminder[] = stale ? [{ key: 'stale', tone: 'danger', since: state.last?.madeAt ?? null }] : []
  for (const { place, root, trouble, freeBytes, goodBytes } of state.places) {
    if (trouble) found.push({ key: `${place}Trouble`, tone: 'soon', since: trouble.since, why: trouble.key })
    else if (freeBytes !== null && freeBytes < Math.max(LOW_BYTES, BACKUPS_LEFT * (goodBytes ?? 0)))
      found.push({ key: 'low', tone: 'soon', freeBytes, root })
  }
  const lost = Math.max(0, ...state.places.map(({ lostFiles }) => lostFiles))
  if (lost > 0) found.push({ key: 'lostFiles', tone: 'soon', count: lost })
  const second = state.places.find(({ place }) => place === 'second')
  if (!second) found.push({ key: 'noSecond', tone: 'plain' })
  else if (second.sameDisk) found.push({ key: 'sameDisk', tone: 'plain' })
  return found
}
