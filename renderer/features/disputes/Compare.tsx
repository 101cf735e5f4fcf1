import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Refusal } from '../../../shared/util/result'
import { type DisputeView, isRegisterTable } from '../../data'
import {
  NoticeBar,
  RefusalBar,
  ScreenBody,
  ScreenHead,
  StatusChip,
  translateKey,
  useMenuCommand,
  useScreenKeys,
} from '../../ui'
import { Actions } from './Actions'
import { CompareTable } from './CompareTable'
import { compareRows } from './rows'
import { Sides } from './Sides'
import { useChoice } from './useChoice'
import { useCompareWords } from './useCompareWords'

/** One line of 待核对: both versions field by field, who made each, and what can be done. */
export function Compare({ view, onBack }: { view: DisputeView; onBack: () => void }) {
  const { t } = useTranslation('disputes')
  const navigate = useNavigate()
  const { dispute, row } = view
  const { table, kind, number, recordId, fields, waiting } = dispute
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const words = useCompareWords(table, row ?? waiting)
  const rows = useMemo(() => compareRows(dispute, row, words), [dispute, row, words])
  const choosing = useChoice(table, fields)
  useMenuCommand('escape', onBack)
  useScreenKeys(useKeys())
  return (
    <>
      <ScreenHead
        title={`${translateKey(`sync:table.${table}`, undefined, table)} ${number}`}
        facts={<StatusChip tone="soon" label={t(`kind.${kind}`)} />}
        actions={
          isRegisterTable(table) &&
          row && <Button onClick={() => void navigate(`/${table}/${recordId}`)}>{t('action.record')}</Button>
        }
      />
      <ScreenBody>
        <Box>
          <RefusalBar refusal={refusal} onClose={() => setRefusal(null)} />
          <NoticeBar tone={kind === 'locked' || kind === 'refused' ? 'soon' : 'plain'}>
            {t(`about.${kind}`)}
          </NoticeBar>
          <Sides view={view} />
          {kind !== 'number' && rows.length > 0 && (
            <CompareTable rows={rows} choosing={kind === 'fields' ? choosing : null} />
          )}
          <Actions view={view} chosen={choosing.chosen} onRefused={setRefusal} onDone={onBack} />
        </Box>
      </ScreenBody>
    </>
  )
}

/** Its keys for F1. */
function useKeys() {
  const { t } = useTranslation('disputes')
  return useMemo(
    () => [
      { keys: '↑ ↓', text: t('keys.move') },
      { keys: '1', text: t('keys.inForce') },
      { keys: '2', text: t('keys.waiting') },
      { keys: 'Ctrl+S', text: t('keys.save') },
    ],
    [t],
  )
}
