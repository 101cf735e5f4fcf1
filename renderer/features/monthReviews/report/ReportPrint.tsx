import Print from '@mui/icons-material/Print'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../../../../shared/domain/office/permissions'
import { useRole } from '../../../data'
import { useMenuCommand } from '../../../ui'
import { useMonth } from '../shell/month'

// The print engine and its fonts are heavy: they come with the first print.
const ReportDialog = lazy(() => import('./ReportDialog'))

/** 打印月报, also by Ctrl+P: of a signed month the same file each time, of another a draft that says so. */
export function ReportPrint() {
  const { t } = useTranslation('report')
  const { record } = useMonth()
  const [open, setOpen] = useState(false)
  const role = useRole()
  const mayPrint = record !== null && may(role, 'record.print')
  useMenuCommand('print', () => setOpen(true), mayPrint && !open)
  if (!record || !mayPrint) return null
  return (
    <Box sx={{ display: 'flex', gap: 3, alignItems: 'center', flexWrap: 'wrap' }}>
      <Button variant="contained" startIcon={<Print />} onClick={() => setOpen(true)}>
        {t('print.report')}
      </Button>
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {t(record.state === 'approved' ? 'print.signed' : 'print.draft')}
      </Box>
      {open && (
        <Suspense fallback={null}>
          <ReportDialog record={record} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Box>
  )
}
