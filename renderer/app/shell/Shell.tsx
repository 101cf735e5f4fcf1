import { useState } from 'react'
import type { Office, User } from '../../../shared/domain/office/types'
import { getRecord, useData, useQuery } from '../../data'
import { RowHeightContext } from '../../ui'
import { MonthSheetsContext } from '../../register/export/monthSheets'
import { LinkablesContext } from '../../register/links/linkables'
import { SignerContext } from '../../features/scans/signers'
import { linkables } from '../linkables'
import { registers } from '../registers'
import { loadMonthSheets } from '../loadMonthSheets'
import { loadSigners } from '../loadSigners'
import { useScreenChoice } from '../screenChoices'
import { Ready } from '../start/Ready'
import { ShellContext } from './context'
import { DailyWork } from './DailyWork'
import { DueNotices } from './DueNotices'
import { Screens } from './routes'
import { useIdleLock } from './useIdleLock'

const DEFAULT_IDLE_MINUTES = 10

/** The desk of the signed-in user: frame, routes, row height and the idle lock. */
export function Shell({ office, user }: { office: Office; user: User }) {
  const { session, search } = useData()
  useState(() => search.start())
  const settings = useQuery((db) => getRecord(db, 'settings', 'office'), [])
  const comfortable = useScreenChoice('comfortableRows', settings?.comfortableRows ?? false)
  useIdleLock(settings?.idleLockMinutes ?? DEFAULT_IDLE_MINUTES, () => session.lock())
  return (
    <ShellContext.Provider value={{ office, user, registers }}>
      <RowHeightContext.Provider value={comfortable ? 40 : 32}>
        <LinkablesContext.Provider value={linkables}>
          <SignerContext.Provider value={loadSigners}>
            <MonthSheetsContext value={loadMonthSheets}>
              <Screens />
            </MonthSheetsContext>
          </SignerContext.Provider>
        </LinkablesContext.Provider>
        <DailyWork />
        {settings && <DueNotices office={settings.notifyDue} />}
        <Ready screen="today" />
      </RowHeightContext.Provider>
    </ShellContext.Provider>
  )
}
