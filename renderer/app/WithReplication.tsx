import { type ReactNode, useEffect, useState } from 'react'
import { useData } from '../data'
import type { Replication, RunningReplication } from '../data/replication'
import { ReplicationProvider } from '../data/replicationContext'
import { replicationParts } from './replicationParts'
import { report } from '../platform/report'

/** Replicates below screens of an office whose database is whole, and lends them what may be asked of it. */
export function WithReplication({ children }: { children: ReactNode }) {
  const data = useData()
  const [lent, setLent] = useState<Replication | null>(null)
  useEffect(() => {
    const running: RunningReplication[] = []
    let over = false
    for (const start of replicationParts)
      start(data)
        .then((one) => {
          if (over) return one.stop()
          running.push(one)
          setLent(one.desk)
        })
        .catch((error: unknown) => report('replication.failed', error))
    return () => {
      over = true
      setLent(null)
      for (const one of running) one.stop()
    }
  }, [data])
  return <ReplicationProvider desk={lent}>{children}</ReplicationProvider>
}
