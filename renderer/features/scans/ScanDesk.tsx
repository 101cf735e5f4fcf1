import Box from '@mui/material/Box'
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../../../shared/domain/office/permissions'
import { useRole, useSession } from '../../data'
import { useFileDrops, useMenuCommand } from '../../ui'
import { useScanFolder } from './folder/useScanFolder'
import { hasSomething, useGlance } from './glance/session'
import { openScanChooser, takeHandedIn } from './handIn'
import { useReadIn } from './intake/useReadIn'

// On most days paper comes back once: what shows and files it comes with it.
const GlancePanel = lazy(() => import('./glance/GlancePanel'))

/**
 * The ways in which paper comes back (domain 10), from any screen: dropped on the window, chosen by Ctrl+O, or put into
 * the watched folder; and what was read, for a glance. 查阅 files nothing.
 */
export function ScanDesk() {
  const works = may(useRole(), 'record.process')
  return works ? <WaysIn /> : null
}

function WaysIn() {
  const { locked } = useSession()
  const read = useReadIn()
  const glance = useGlance()
  const over = useFileDrops(!locked, {
    // Dialogs and what keeps drops for itself, as 附件 of a record, have their own.
    isOurs: (target) => !target.closest('.MuiModal-root, [data-own-drops]'),
    onFiles: (files) => void read(files, 'dropped'),
  })
  useScanFolder(!locked, read)
  useMenuCommand('scan', openScanChooser, true, true)
  useEffect(() => takeHandedIn((files) => files.length > 0 && void read(files, 'chosen')), [read])
  return (
    <>
      {over && <DropHere />}
      {hasSomething(glance) && (
        <Suspense fallback={null}>
          <GlancePanel glance={glance} />
        </Suspense>
      )}
    </>
  )
}

/** Where files may be let go: all of the window but what keeps them for itself. */
function DropHere() {
  const { t } = useTranslation('scans')
  return (
    <Box
      sx={{
        position: 'fixed',
        inset: 8,
        zIndex: 1250,
        // The mouse goes through to what lies below, 附件 among it.
        pointerEvents: 'none',
        border: '3px dashed',
        borderColor: 'primary.main',
        borderRadius: '8px',
        display: 'grid',
        justifyItems: 'center',
        alignContent: 'start',
        pt: 12,
      }}
    >
      <Box sx={{ px: 5, py: 3, bgcolor: 'primary.main', color: 'primary.contrastText', borderRadius: '6px' }}>
        <Box sx={{ fontSize: 18, fontWeight: 600 }}>{t('dropHere')}</Box>
        {document.querySelector('[data-own-drops]') && <Box>{t('dropOnAttachments')}</Box>}
      </Box>
    </Box>
  )
}
