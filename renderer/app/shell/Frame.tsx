import Box from '@mui/material/Box'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useJournalHealth } from '../../data'
import { NoticeBar, NoticeStackProvider, OneNotice } from '../../ui'
import { ScanDesk } from '../../features/scans/ScanDesk'
import { HealthBars } from './HealthBars'
import { VaultBars } from './VaultBars'
import { ClockBar } from './ClockBar'
import { Navigation } from './Navigation'
import { ShellDialogs } from './ShellDialogs'
import { TopBar } from './TopBar'
import { useFirstFocus } from './useFirstFocus'
import { useOpenScanned } from './useOpenScanned'
import { useShellCommands } from './useShellCommands'

/** The frame around every screen (ui.md, "Frame"). */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('shell')
  const healthy = useJournalHealth()
  const shell = useShellCommands()
  const screen = useRef<HTMLElement>(null)
  useFirstFocus(screen)
  useOpenScanned()
  return (
    <Box sx={{ display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr)', height: '100%' }}>
      <TopBar {...shell} />
      <Box sx={{ display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', minHeight: 0 }}>
        <Navigation />
        <Box component="main" sx={{ display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0 }}>
          <NoticeStackProvider>
            <OneNotice>
              <ClockBar />
              <VaultBars />
              <HealthBars />
              {!healthy && <NoticeBar tone="danger">{t('journal.stopped')}</NoticeBar>}
            </OneNotice>
            <Box ref={screen} sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
              {children}
            </Box>
          </NoticeStackProvider>
        </Box>
      </Box>
      <ShellDialogs {...shell} />
      <ScanDesk />
    </Box>
  )
}
