import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { NoticeBar, RefusalBar } from '../../../ui'
import { ErrorTable } from './ErrorTable'
import { ReportList } from './ReportList'
import type { ImportState } from './useImport'

interface PreviewPanelProps {
  state: Extract<ImportState, { step: 'preview' }>
  onStart: () => void
  onRestart: () => void
}

/** What the file would do; with an error in it nothing can be imported (domain 4: all or nothing). */
export function PreviewPanel({ state, onStart, onRestart }: PreviewPanelProps) {
  const { t } = useTranslation('households')
  const { preview, name, refusal } = state
  const { errorCount, errors, reports, created, updated, unchanged, ignoredColumns } = preview
  const ready = errorCount === 0 && reports.length > 0
  return (
    <>
      <RefusalBar refusal={refusal} />
      <Box role="status" sx={{ display: 'flex', gap: '4px 24px', flexWrap: 'wrap' }}>
        <span>{t('import.file', { name })}</span>
        <span>{t('import.rows', { count: preview.rowCount })}</span>
        <strong>{t('import.create', { count: created })}</strong>
        <strong>{t('import.update', { count: updated })}</strong>
        <span>{t('import.unchanged', { count: unchanged })}</span>
      </Box>
      {ignoredColumns.length > 0 && (
        <NoticeBar tone="soon">{t('import.ignored', { columns: ignoredColumns.join('、') })}</NoticeBar>
      )}
      {errorCount > 0 && (
        <NoticeBar tone="danger">
          {t('import.errors', { count: errorCount })}
          {errors.length < errorCount && ` ${t('import.errorsShown', { count: errors.length })}`}
        </NoticeBar>
      )}
      {errorCount === 0 && reports.length === 0 && <NoticeBar tone="plain">{t('import.nothing')}</NoticeBar>}
      <Box sx={{ display: 'flex', gap: 2 }}>
        {ready && (
          <Button variant="contained" autoFocus onClick={onStart}>
            {t('import.start')}
          </Button>
        )}
        <Button autoFocus={!ready} variant={ready ? 'outlined' : 'contained'} onClick={onRestart}>
          {t('import.chooseOther')}
        </Button>
      </Box>
      {errorCount > 0 ? (
        <ErrorTable errors={errors} />
      ) : (
        reports.length > 0 && <ReportList reports={reports} />
      )}
    </>
  )
}
