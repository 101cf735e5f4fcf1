import { useState } from 'react'
import { RouterProvider } from 'react-router'
import type { Office, User } from '../../../shared/domain/office/types'
import { getRecord, useData, useQuery } from '../../data'
import { RowHeightContext } from '../../ui'
import { registers } from '../registers'
import { Ready } from '../start/Ready'
import { ShellContext } from './context'
import { DailyWork } from './DailyWork'
import { makeRouter } from './routes'
import { useIdleLock } from './useIdleLock'

const DEFAULT_IDLE_MINUTES = 10

/** The desk of the signed-in user: frame, routes, row height and the idle lock. */
export function Shell({ office, user }: { office: Office; user: User }) {
  const { session, search } = useData()
  const [router] = useState(() => {
    search.start()
    return makeRouter()
  })
  const settings = useQuery((db) => getRecord(db, 'settings', 'office'), [])
  useIdleLock(settings?.idleLockMinutes ?? DEFAULT_IDLE_MINUTES, () => session.lock())
  return (
    <ShellContext.Provider value={{ office, user, registers }}>
      <RowHeightContext.Provider value={settings?.comfortableRows ? 40 : 32}>
        <RouterProvider router={router} />
        <DailyWork />
        <Ready screen="today" />
      </RowHeightContext.Provider>
    </ShellContext.Provider>
  )
}
