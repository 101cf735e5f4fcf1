import type { SnapshotGroup, SnapshotHead } from './snapshot'

/** Which documents a commit wrote, for a snapshot that is older than it. */
export interface Told {
  seq: number
  digest: string
  ids: string[]
}

const HEAD = 'head'
const STORES = ['head', 'groups', 'told'] as const
const ALL_TOLD = 100_000

/** Where the snapshot of the search of a database lies: beside it, in the same profile, and as open as its documents. */
export function snapshotName(database: string): string {
  return `${database}-search`
}

/**
 * The stored index of the search. All of it can be made anew from the books at any time: it is written without waiting
 * for the disk, and believed only where it agrees with them.
 */
export class SnapshotStore {
  private constructor(private readonly db: IDBDatabase) {}

  static async open(database: string): Promise<SnapshotStore> {
    const opening = indexedDB.open(snapshotName(database), 1)
    opening.addEventListener('upgradeneeded', () => {
      opening.result.createObjectStore('head')
      opening.result.createObjectStore('groups')
      opening.result.createObjectStore('told', { keyPath: 'seq' })
    })
    return new SnapshotStore(await answerTo(opening))
  }

  close(): void {
    this.db.close()
  }

  async head(): Promise<SnapshotHead | null> {
    return (await this.get<SnapshotHead>('head', HEAD)) ?? null
  }

  group(at: number): Promise<SnapshotGroup | undefined> {
    return this.get('groups', at)
  }

  /** What commits between two entries wrote, by their numbers; `after` is not among them. */
  async told(after: number, last: number): Promise<Map<number, Told>> {
    if (last <= after) return new Map()
    const rows = this.db
      .transaction('told')
      .objectStore('told')
      .getAll(IDBKeyRange.bound(after, last, true), ALL_TOLD)
    return new Map(((await answerTo(rows)) as Told[]).map((row) => [row.seq, row]))
  }

  tell(rows: readonly Told[]): Promise<void> {
    return this.write((stores) => {
      for (const row of rows) stores.objectStore('told').put(row)
    })
  }

  putGroup(at: number, group: SnapshotGroup): Promise<void> {
    return this.write((stores) => stores.objectStore('groups').put(group, at))
  }

  /** All groups are there: from now on it may be believed. */
  putHead(head: SnapshotHead): Promise<void> {
    return this.write((stores) => {
      stores.objectStore('head').put(head, HEAD)
      stores.objectStore('groups').delete(IDBKeyRange.lowerBound(head.groups))
      stores.objectStore('told').delete(IDBKeyRange.upperBound(head.covered.seq))
    })
  }

  clear(): Promise<void> {
    return this.write((stores) => {
      for (const name of STORES) stores.objectStore(name).clear()
    })
  }

  private async get<T>(store: 'head' | 'groups', key: IDBValidKey): Promise<T | undefined> {
    return answerTo(this.db.transaction(store).objectStore(store).get(key)) as Promise<T | undefined>
  }

  private write(work: (stores: IDBTransaction) => void): Promise<void> {
    const stores = this.db.transaction([...STORES], 'readwrite', { durability: 'relaxed' })
    work(stores)
    return new Promise((resolve, reject) => {
      stores.addEventListener('complete', () => resolve())
      stores.addEventListener('abort', () => reject(stores.error ?? new Error('aborted')))
    })
  }
}

/** Throws the stored index of a database away: it holds words that are to be gone. */
export async function clearSnapshot(database: string): Promise<void> {
  const store = await SnapshotStore.open(database)
  try {
    await store.clear()
  } finally {
    store.close()
  }
}

function answerTo<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer')))
  })
}
