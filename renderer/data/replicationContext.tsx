import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import type { Replication, ReplicationState } from './replication'

const ReplicationContext = createContext<Replication | null>(null)

/** Lends the screens the engine of sync; null where there is none. */
export function ReplicationProvider({ desk, children }: { desk: Replication | null; children: ReactNode }) {
  return <ReplicationContext value={desk}>{children}</ReplicationContext>
}

/** What may be asked of the engine; null where there is none. */
export function useReplicationDesk(): Replication | null {
  return useContext(ReplicationContext)
}

const nothing = (): null => null
const never = () => () => undefined

/** How replication stands, followed; null where there is no engine. */
export function useReplication(): ReplicationState | null {
  const desk = useReplicationDesk()
  return useSyncExternalStore<ReplicationState | null>(desk?.subscribe ?? never, desk?.snapshot ?? nothing)
}
