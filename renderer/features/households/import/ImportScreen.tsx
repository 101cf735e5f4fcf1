import Check from '@mui/icons-material/Check'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { NoticeBar, ProgressPanel, RefusalBar, ScreenBody, ScreenHead, useMenuCommand } from '../../../ui'
import { FileChooser } from './FileChooser'
import { PreviewPanel } from './PreviewPanel'
import { ReportList } from './ReportList'
import { type ImportState, useImport, type Working } from './useImport'

/** 导入住户 (domain 4): choose a file, see what it would do, import it all or not at all. */
export function ImportScreen({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('households')
  const { state, choose, start, cancel, restart } = useImport()
  useMenuCommand('escape', onBack, state.step !== 'working')
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}>
      <ScreenHead
        title={t('import.title')}
        actions={state.step !== 'working' && <Button onClick={onBack}>{t('action.back')}</Button>}
      />
      <ScreenBody>
        {state.step === 'choose' && (
          <div>
            <RefusalBar refusal={state.refusal} />
            {state.cancelled && <NoticeBar tone="plain">{t('import.cancelled')}</NoticeBar>}
            <FileChooser onChoose={(file) => void choose(file)} />
          </div>
        )}
        {state.step === 'working' && <WorkingPanel state={state} onCancel={cancel} />}
        {state.step === 'preview' && (
          <PreviewPanel
            state={state}
            onStart={() => void start(state.name, state.preview)}
            onRestart={restart}
          />
        )}
        {state.step === 'done' && <DonePanel state={state} onBack={onBack} onRestart={restart} />}
      </ScreenBody>
    </Box>
  )
}

function WorkingPanel({ state, onCancel }: { state: Working; onCancel: () => void }) {
  const { t } = useTranslation('households')
  const units = { reading: '', checking: 'rowUnit', comparing: 'unitUnit', saving: 'rowWritten' } as const
  const unit = units[state.phase]
  return (
    <ProgressPanel
      what={t(`import.phase.${state.phase}`)}
      done={state.done}
      total={state.total}
      elapsedMs={state.elapsedMs}
      unit={unit && t(`import.${unit}`)}
      onCancel={onCancel}
    />
  )
}

interface DonePanelProps {
  state: Extract<ImportState, { step: 'done' }>
  onBack: () => void
  onRestart: () => void
}

function DonePanel({ state, onBack, onRestart }: DonePanelProps) {
  const { t } = useTranslation('households')
  const { created, updated, unchanged } = state.result
  const done = t('import.done', { created, updated, unchanged })
  return (
    <>
      <Box role="status">
        {state.confirmed ? (
          // All went well: nothing that looks like a warning.
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 3 }}>
            <Check color="success" aria-hidden />
            <strong>{done}</strong>
          </Box>
        ) : (
          <NoticeBar tone="danger">{`${done} ${t('import.unconfirmed')}`}</NoticeBar>
        )}
      </Box>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button variant="contained" autoFocus onClick={onBack}>
          {t('import.toList')}
        </Button>
        <Button onClick={onRestart}>{t('import.again')}</Button>
      </Box>
      <ReportList reports={state.preview.reports} />
    </>
  )
}
