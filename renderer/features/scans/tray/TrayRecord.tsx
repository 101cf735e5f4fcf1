import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { may } from '../../../../shared/domain/office/permissions'
import type { Result } from '../../../../shared/util/result'
import { discardScanCommand, restoreScanCommand, type Saved, useRole, useRun } from '../../../data'
import { useFileStates } from '../../../register/attachments/useFileStates'
import { sayKept } from '../../../register/saving/saving'
import {
  announce,
  ConfirmDialog,
  EmptyState,
  formatDateTime,
  refusalText,
  ScreenHead,
  StatusChip,
  useMenuCommand,
} from '../../../ui'
import { About } from '../glance/GlanceLine'
import type { ScanRow } from '../glance/rows'
import { useVerdictWords } from '../glance/verdictWords'
import { AssignForm } from './AssignForm'

// The PDF reader is heavy: it comes with the first sheet that is looked at.
const FileView = lazy(() =>
  import('../../../register/attachments/preview/FileView').then((module) => ({ default: module.FileView })),
)

interface TrayRecordProps {
  row: ScanRow
  /** It was dealt with: on to the next. */
  onDone: () => void
  onBack: () => void
}

/** One sheet of the tray: large, what was read on it, and where it goes. */
export function TrayRecord({ row, onDone, onBack }: TrayRecordProps) {
  const { t } = useTranslation('scans')
  const { scan } = row
  const words = useVerdictWords()(row)
  const works = may(useRole(), 'record.process')
  const states = useFileStates([scan.file.sha256])
  useMenuCommand('escape', onBack)
  return (
    <>
      <ScreenHead
        title={row.found?.record.number ?? scan.file.name}
        facts={<StatusChip tone={words.tone} label={words.word} />}
        actions={
          <>
            <Button onClick={onBack}>{t('tray.toList')}</Button>
            {works && <Decisions row={row} onDone={onDone} />}
          </>
        }
      >
        <About row={row} />
      </ScreenHead>
      <Box sx={BODY}>
        <Box sx={{ flex: 1, minWidth: 0, minHeight: 280, display: 'flex', flexDirection: 'column' }}>
          {row.hidden ? (
            <EmptyState title={t('tray.hidden')} />
          ) : (
            <Suspense fallback={null}>
              <FileView
                key={scan.file.sha256}
                file={{ ...scan.file, key: scan.id, about: '', voided: null }}
                state={states.get(scan.file.sha256)}
              />
            </Suspense>
          )}
        </Box>
        <Box sx={SIDE}>
          {words.why !== '' && <Box sx={{ fontWeight: 600 }}>{words.why}</Box>}
          <Box sx={{ fontSize: 13, color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {t('tray.came', {
              at: formatDateTime(scan.receivedAt),
              by: scan.receivedBy,
              name: scan.origins[0]?.name ?? '',
            })}
          </Box>
          {works && scan.state === 'waiting' && <AssignForm key={scan.id} row={row} onFiled={onDone} />}
        </Box>
      </Box>
    </>
  )
}

const BODY = {
  flex: 1,
  minHeight: 0,
  display: 'flex',
  overflow: 'auto',
  '@media (max-width: 1200px)': { flexDirection: 'column' },
} as const

const SIDE = {
  width: 300,
  flex: 'none',
  p: 4,
  display: 'grid',
  gap: 3,
  alignContent: 'start',
  overflow: 'auto',
  borderLeft: '1px solid',
  borderColor: 'divider',
  '@media (max-width: 1200px)': { width: 'auto', borderLeft: 0, order: -1, overflow: 'visible' },
} as const

/** 不归档 with its reason, 放回待归档, or the way to the record that has it. */
function Decisions({ row: { scan }, onDone }: Pick<TrayRecordProps, 'row' | 'onDone'>) {
  const { t } = useTranslation('scans')
  const navigate = useNavigate()
  const run = useRun()
  const [asking, setAsking] = useState(false)
  const { id, rev, state, filed } = scan
  const say = (answer: Result<Saved<unknown>>, done: string): boolean => {
    if (answer.ok) sayKept(answer.value.confirmed, done, scan.file.name)
    else announce(refusalText(answer.refusal), 'problem')
    return answer.ok
  }
  const restore = async () => {
    const answer = await run(restoreScanCommand, { id, rev })
    say(answer, t('tray.restored'))
  }
  const discard = async (reason: string) => {
    const answer = await run(discardScanCommand, { id, rev, reason })
    // Refused, the reason that was typed stays.
    if (!say(answer, t('tray.discarded'))) return
    setAsking(false)
    onDone()
  }
  if (filed) {
    return (
      <Button variant="contained" onClick={() => void navigate(`/${filed.table}/${filed.recordId}`)}>
        {t('tray.openRecord', { number: filed.number })}
      </Button>
    )
  }
  if (state === 'discarded') return <Button onClick={() => void restore()}>{t('tray.restore')}</Button>
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('tray.discard')}</Button>
      <ConfirmDialog
        open={asking}
        title={t('tray.discardTitle')}
        confirmLabel={t('tray.discardAndKeep')}
        reasonLabel={t('tray.reason')}
        onCancel={() => setAsking(false)}
        onConfirm={(reason) => void discard(reason)}
      >
        {t('tray.discardText')}
      </ConfirmDialog>
    </>
  )
}
