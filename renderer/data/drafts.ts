import type { Draft } from '../../shared/schema/draft'
import type { DeskDatabase } from './core/database'
import { apart } from './queries/apart'

export type { Draft } from '../../shared/schema/draft'

/** The newest draft a user left in a form, or null. */
export async function findDraft(
  db: DeskDatabase,
  kind: string,
  targetId: string,
  userId: string,
): Promise<Draft | null> {
  const drafts = await readable(db)
  return (
    drafts.find((draft) => draft.kind === kind && draft.targetId === targetId && draft.userId === userId) ??
    null
  )
}

/** The draft of that id, where it is this user's; else null. */
export async function ownDraft(db: DeskDatabase, id: string, userId: string): Promise<Draft | null> {
  const draft = await apart(() => db.of('drafts').get(id))
  return draft?.userId === userId ? draft : null
}

/** All drafts of a user, newest first: the list 草稿. */
export async function listDrafts(db: DeskDatabase, userId: string): Promise<Draft[]> {
  const drafts = await readable(db)
  return drafts.filter((draft) => draft.userId === userId)
}

/**
 * All drafts, newest first. A damaged one is left out: it must not keep any form from opening, nor the others from
 * whoever typed them (quality 6).
 */
async function readable(db: DeskDatabase): Promise<Draft[]> {
  const all = () => db.of('drafts').orderBy('updatedAt').reverse()
  const drafts = await apart(() => all().toArray())
  if (drafts) return drafts
  const each = (await all().primaryKeys()).map((id) => apart(() => db.of('drafts').get(id)))
  return (await Promise.all(each)).filter((draft) => draft !== null && draft !== undefined)
}

/**
 * Saves drafts while somebody types: at the latest `MAX_WAIT_MS` after the first unsaved key, so that a power
 * cut loses at most the last second (domain 10).
 */
export class DraftKeeper {
  private pending: Draft | null = null
  private timer: ReturnType<typeof setTimeout> | null = null
  private readonly listeners = new Set<() => void>()

  constructor(private readonly db: DeskDatabase) {}

  /** Takes over what is typed; the write follows by itself. */
  keep(draft: Draft): void {
    this.pending = draft
    this.timer ??= setTimeout(() => void this.flush(), MAX_WAIT_MS)
  }

  /** Writes now: on closing, locking, leaving the screen. */
  async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    const draft = this.pending
    this.pending = null
    if (!draft) return
    try {
      await this.db.of('drafts').put(draft)
    } catch {
      // The disk is full, or the database is busy with its recovery: what was typed since is newer, else this one waits.
      this.pending ??= draft
      this.timer ??= setTimeout(() => void this.flush(), RETRY_MS)
      return
    }
    for (const listener of this.listeners) listener()
  }

  /** Whether something was typed that is not written yet. */
  waits(): boolean {
    return this.pending !== null
  }

  /** Forgets what waits and removes the draft. */
  async discard(id: string): Promise<void> {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    this.pending = null
    await this.db.of('drafts').delete(id)
  }

  readonly onSaved = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}

const MAX_WAIT_MS = 600
const RETRY_MS = 5_000
