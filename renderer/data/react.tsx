import { useLiveQuery } from 'dexie-react-hooks'
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import type { Role, User } from '../../shared/domain/office/types'
import type { Result } from '../../shared/util/result'
import type { CommandOptions, CommandSpec, Saved } from './core/commandRunner'
import type { DeskDatabase } from './core/database'
import type { SessionState } from './core/session'
import type { DeskData } from './deskData'
import type { SelfCheckReport } from './selfCheck/types'
import { type Draft, DraftKeeper, findDraft, ownDraft } from './drafts'

const DataContext = createContext<DeskData | null>(null)

/** Gives the screens below their office's data. */
export function DataProvider({ data, children }: { data: DeskData; children: ReactNode }) {
  return <DataContext.Provider value={data}>{children}</DataContext.Provider>
}

/** The data of this office. */
export function useData(): DeskData {
  const data = useContext(DataContext)
  if (!data) throw new Error('useData outside DataProvider')
  return data
}

/** A query that follows every later write; undefined until its first answer. */
export function useQuery<T>(query: (db: DeskDatabase) => Promise<T>, deps: unknown[]): T | undefined {
  const { db } = useData()
  const { user } = useSession()
  // Dexie follows a query through its awaits only where it is given an async function.
  // What is read depends on who reads: see `RowReading`.
  return useLiveQuery(async () => query(db), [...deps, user?.id, user?.role])
}

/** Runs commands of this office. */
export function useRun(): <I, O>(
  spec: CommandSpec<I, O>,
  input: I,
  options?: CommandOptions,
) => Promise<Result<Saved<O>>> {
  const data = useData()
  return useCallback((spec, input, options) => data.run(spec, input, options), [data])
}

/** Who is signed in and whether the screen is locked. */
export function useSession(): SessionState {
  const { session } = useData()
  return useSyncExternalStore(session.subscribe, session.snapshot)
}

/** The signed-in user; only for screens behind the sign-in. */
export function useUser(): User {
  const { user } = useSession()
  if (!user) throw new Error('useUser before sign-in')
  return user
}

/** The signed-in user's role. */
export function useRole(): Role {
  return useUser().role
}

/** True while the journal takes lines: false shows a bar, and no command is accepted. */
export function useJournalHealth(): boolean {
  const { feeder } = useData().runner
  return useSyncExternalStore(feeder.onHealth, feeder.isHealthy)
}

/** True while a command takes long without getting on: the disk may not answer. */
export function useSlowness(): boolean {
  const { slowness } = useData().runner
  return useSyncExternalStore(slowness.onChange, slowness.isSlow)
}

/** Whether the search may not find all there is: the books could not be read. */
export function useSearchBroken(): boolean {
  const { search } = useData()
  return useSyncExternalStore(search.onBroken, search.isBroken)
}

/** Whether the database was lost while the desk was open. */
export function useLost(): boolean {
  const { lost } = useData().runner
  return useSyncExternalStore(lost.onChange, lost.isLost)
}

/** The last self-check of this window; null before the first. */
export function useSelfCheck(): SelfCheckReport | null {
  const { selfCheck } = useData()
  return useSyncExternalStore(selfCheck.subscribe, selfCheck.last)
}

/** A form's draft. `initial` is undefined while it is read, null where there is none. */
export interface DraftHandle {
  id: string
  initial: Draft | null | undefined
  /** Called with every change of the form. */
  keep: (title: string, values: Record<string, unknown>) => void
  /** Writes what waits. To be awaited before the command that takes the draft with it. */
  flush: () => Promise<void>
  /** Removes the draft: the user threw it away. */
  discard: () => Promise<void>
  /** To be called after a command that was given `draftId`. */
  done: () => void
  /** When the draft was last written, for the small dot; null before the first time. */
  savedAt: string | null
  /** Something newer was typed than what was written last. */
  waits: boolean
}

/**
 * Keeps what is typed in a form of `kind` for record `targetId` ('' for a new one), and finds what was left there
 * (domain 10). Written within 0.6 s, at leaving the screen, and when the window goes away.
 * @param only the id of the one draft that this form goes on with or begins, whatever else of its kind was left.
 */
export function useDraft(kind: string, targetId = '', only: string | null = null): DraftHandle {
  const { db, ports } = useData()
  const user = useUser()
  const keeper = useMemo(() => new DraftKeeper(db), [db])
  const [initial, setInitial] = useState<Draft | null | undefined>(undefined)
  const [id, setId] = useState(() => only ?? ports.newId())
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [waits, setWaits] = useState(false)
  useEffect(() => {
    let stale = false
    const found = only ? ownDraft(db, only, user.id) : findDraft(db, kind, targetId, user.id)
    // Whatever became of the drafts, the form opens.
    const orNone = found.catch(() => null)
    void orNone.then((draft) => {
      if (stale) return
      if (draft) setId(draft.id)
      setInitial(draft)
    })
    return () => {
      stale = true
    }
  }, [db, kind, targetId, only, user.id])
  useEffect(() => {
    const off = keeper.onSaved(() => {
      setSavedAt(ports.now())
      setWaits(keeper.waits())
    })
    const flush = () => void keeper.flush()
    window.addEventListener('pagehide', flush)
    window.addEventListener('blur', flush)
    return () => {
      off()
      window.removeEventListener('pagehide', flush)
      window.removeEventListener('blur', flush)
      flush()
    }
  }, [keeper, ports])
  const keep = useCallback(
    (title: string, values: Record<string, unknown>) => {
      setWaits(true)
      keeper.keep({ id, kind, targetId, title, values, userId: user.id, updatedAt: ports.now() })
    },
    [id, keeper, kind, ports, targetId, user.id],
  )
  const discard = useCallback(async () => {
    // What is typed while it goes belongs to the next draft: kept under the old id it would stay behind for good.
    const gone = keeper.discard(id)
    setId(ports.newId())
    setSavedAt(null)
    setWaits(false)
    setInitial(null)
    await gone
  }, [id, keeper, ports])
  const done = useCallback(() => {
    // The command took the draft along; what a slow save let the form keep meanwhile goes too.
    void keeper.discard(id)
    setId(ports.newId())
    setSavedAt(null)
    setWaits(false)
  }, [id, keeper, ports])
  const flush = useCallback(() => keeper.flush(), [keeper])
  return { id, initial, keep, flush, discard, done, savedAt, waits }
}
