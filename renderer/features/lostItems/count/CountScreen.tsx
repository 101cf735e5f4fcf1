import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { lazy, Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../../../../shared/domain/office/permissions'
import { missingOf } from '../../../../shared/domain/shelfCount/count'
import type { ShelfCount } from '../../../../shared/domain/shelfCount/types'
import { finishCountCommand, getRecord, useQuery, useRole, useRun } from '../../../data'
import { useFocusBack } from '../../../register/record/useFocusBack'
import { sayKept } from '../../../register/saving/saving'
import type { RecordPlace } from '../../../register/screen/RegisterScreen'
import {
  announce,
  ConfirmDialog,
  formatDateTime,
  refusalText,
  ScreenHead,
  StatusChip,
  useMenuCommand,
} from '../../../ui'
import { CountLines } from './CountLines'
import { ScanField } from './ScanField'
import { useTicking } from './useTicking'

// The print engine and its fonts are heavy: they come with the first print.
const CountPrint = lazy(() => import('./CountPrint'))

/** One count: what should be on the shelf, ticked off by the label or by hand. */
export function CountScreen({ id, onBack }: RecordPlace) {
  const count = useQuery((db) => getRecord(db, 'shelfCounts', id), [id])
  return count ? <OpenCount count={count} onBack={onBack} /> : null
}

function OpenCount({ count, onBack }: { count: ShelfCount; onBack: () => void }) {
  const { t } = useTranslation('shelfCounts')
  const [dialog, setDialog] = useState<'finish' | 'print' | null>(null)
  const mayCount = may(useRole(), 'record.process') && count.finishedAt === null
  const ticking = useTicking(count, mayCount && dialog === null)
  const frame = useRef<HTMLDivElement>(null)
  // 完成盘点 goes with the count: what is left to do is to print it.
  const focusBack = useFocusBack(frame, dialog === null && count.finishedAt !== null)
  useMenuCommand('escape', onBack)
  useMenuCommand('print', () => setDialog('print'))
  return (
    <Box
      ref={frame}
      tabIndex={-1}
      sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', outline: 'none' }}
    >
      <ScreenHead
        title={formatDateTime(count.startedAt)}
        facts={<Progress count={count} />}
        actions={
          <>
            <Button onClick={onBack}>{t('back')}</Button>
            <Button data-print onClick={() => setDialog('print')}>
              {t('print')}
            </Button>
            {mayCount && (
              <Button variant="contained" onClick={() => setDialog('finish')}>
                {t('finish')}
              </Button>
            )}
          </>
        }
      >
        {mayCount && <ScanField onNumber={ticking.byNumber} />}
      </ScreenHead>
      <Strays count={count} />
      <CountLines count={count} onToggle={mayCount ? ticking.toggle : null} />
      {dialog === 'finish' && (
        <FinishDialog
          count={count}
          onClose={() => setDialog(null)}
          onDone={() => focusBack('[data-print]')}
        />
      )}
      {dialog === 'print' && (
        <Suspense fallback={null}>
          <CountPrint count={count} onClose={() => setDialog(null)} />
        </Suspense>
      )}
    </Box>
  )
}

function Progress({ count }: { count: ShelfCount }) {
  const { t } = useTranslation('shelfCounts')
  const { lines, finishedAt, finishedBy } = count
  const ticked = lines.filter(({ tick }) => tick).length
  const missing = missingOf(count).length
  return (
    <>
      <StatusChip tone={finishedAt ? 'done' : 'working'} label={finishedAt ? t('finished') : t('going')} />
      <span>{t('progress', { ticked, all: lines.length })}</span>
      {finishedAt && <span>{t('ended', { at: formatDateTime(finishedAt), by: finishedBy })}</span>}
      {finishedAt && missing > 0 && (
        <StatusChip tone="danger" label={t('missingCount', { count: missing })} />
      )}
    </>
  )
}

/** What was scanned though it should not be here, and what was found out about what is missing. */
function Strays({ count: { strays, words } }: { count: ShelfCount }) {
  const { t } = useTranslation('shelfCounts')
  if (strays.length === 0 && words === '') return null
  return (
    <Box sx={{ px: 4, py: 2, display: 'grid', gap: 1, overflowWrap: 'anywhere' }}>
      {strays.length > 0 && (
        <div>
          <strong>{t('strays')}</strong> {strays.map(({ number, name }) => `${number} ${name}`).join('；')}
        </div>
      )}
      {words && (
        <div>
          <strong>{t('words')}</strong> {words}
        </div>
      )}
    </Box>
  )
}

interface FinishDialogProps {
  count: ShelfCount
  onClose: () => void
  onDone: () => void
}

function FinishDialog({ count, onClose, onDone }: FinishDialogProps) {
  const { t } = useTranslation('shelfCounts')
  const run = useRun()
  const missing = missingOf(count).length
  const finish = async (words: string) => {
    const done = await run(finishCountCommand, { id: count.id, words })
    if (!done.ok) return announce(refusalText(done.refusal), 'problem')
    sayKept(done.value.confirmed, t('done'), t('title'))
    onDone()
    onClose()
  }
  return (
    <ConfirmDialog
      open
      title={t('finish')}
      confirmLabel={t('finish')}
      {...(missing > 0 ? { reasonLabel: t('words') } : {})}
      onConfirm={(words) => void finish(words)}
      onCancel={onClose}
    >
      <p>{missing > 0 ? t('finishText', { count: missing }) : t('finishAll')}</p>
    </ConfirmDialog>
  )
}
