import { type ReactNode, useEffect, useState } from 'react'
import { useData } from '../data'
import type { Replication } from '../data/replication'
import { ReplicationProvider } from '../data/replicationContext'
import { desk } from '../platform/desk'
import { report } from '../platform/report'
import { LateReplication } from './lateReplication'
import { replicationParts } from './replicationParts'

/** Replicates below screens of an office whose database is whole, and lends them what may be asked of it. */
export function WithReplication({ children }: { children: ReactNode }) {
  const data = useData()
  const [lent, setLent] = useState<Replication | null>(null)
  useEffect(() => {
    const parts = replicationParts.map(
      (start) =>
        new LateReplication({
          start: () => start(data),
          isSetUp,
          report: (error) => report('replication.failed', error),
        }),
    )
    let over = false
    for (const one of parts) void one.startIfSetUp().then(() => over || setLent(one))
    return () => {
      over = true
      setLent(null)
      for (const one of parts) one.stop()
    }
  }, [data])
  return <ReplicationProvider desk={lent}>{children}</ReplicationProvider>
}

async function isSetUp(): Promise<boolean> {
  const answer = await desk.invoke('sync.state', {})
  return answer.ok && answer.value.server !== null
}
