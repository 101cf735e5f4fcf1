import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { DisputeKind } from '../../../shared/domain/dispute/types'
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
import { aboutOf, elsewhereOf } from './about'
import { Actions } from './Actions'
import { CompareTable } from './CompareTable'
import { compareRows, recordRows } from './rows'
import { Sides } from './Sides'
import { useChoice } from './useChoice'
import { useCompareWords } from './useCompareWords'

interface CompareProps {
  view: DisputeView
  /** The keyboard belongs here, not to the list beside it. */
  entered: boolean
  onBack: () => void
  /** It was decided. */
  onDone: () => void
}

/** One line of 待核对: both versions field by field, who made each, and what can be done. */
export function Compare({ view, entered, onBack, onDone }: CompareProps) {
  const { t } = useTranslation('disputes')
  const navigate = useNavigate()
  const { dispute, row, held } = view
  const { table, kind, number, recordId, fields, waiting } = dispute
  const place = isRegisterTable(table) ? `/${table}/${recordId}` : elsewhereOf(dispute)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const words = useCompareWords(table, row ?? waiting)
  const records = kind === 'number'
  const rows = useMemo(() => {
    // Which two it is stands above; there is nothing to choose between.
    if (kind === 'rule') return []
    if (!records) return compareRows(dispute, row, words)
    return held ? recordRows(held, dispute.waiting, words) : []
  }, [kind, records, dispute, row, held, words])
  const choosing = useChoice(table, fields)
  const frame = useRef<HTMLDivElement>(null)
  useKeyboard(frame, kind, entered)
  useMenuCommand('escape', onBack)
  useScreenKeys(useKeys(kind))
  return (
    <>
      <ScreenHead
        title={`${translateKey(`sync:table.${table}`, undefined, table)} ${number}`}
        facts={<StatusChip tone="soon" label={t(`kind.${kind}`)} />}
        actions={
          place !== null && row && <Button onClick={() => void navigate(place)}>{t('action.record')}</Button>
        }
      />
      <ScreenBody>
        <Box ref={frame}>
          <RefusalBar refusal={refusal} onClose={() => setRefusal(null)} />
          <NoticeBar tone={kind === 'locked' || kind === 'rule' ? 'soon' : 'plain'}>
            {t(aboutOf(dispute))}
          </NoticeBar>
          {kind !== 'rule' && <Sides view={view} />}
          {rows.length > 0 && (
            <CompareTable rows={rows} choosing={kind === 'fields' ? choosing : null} records={records} />
          )}
          <Actions view={view} chosen={choosing.chosen} onRefused={setRefusal} onDone={onDone} />
        </Box>
      </ScreenBody>
    </>
  )
}

/** Where fields are chosen the keyboard is for the fields, else for what is done most; what stands above stays in sight. */
function useKeyboard(frame: RefObject<HTMLDivElement | null>, kind: DisputeKind, entered: boolean): void {
  useEffect(() => {
    if (!entered) return
    const first = kind === 'fields' ? '[role=listbox]' : 'button[data-main]'
    frame.current?.querySelector<HTMLElement>(first)?.focus({ preventScroll: true })
  }, [frame, kind, entered])
}

/** Its keys for F1. */
function useKeys(kind: DisputeKind) {
  const { t } = useTranslation('disputes')
  return useMemo(() => {
    const choosing = [
      { keys: '↑ ↓', text: t('keys.move') },
      { keys: '1', text: t('keys.inForce') },
      { keys: '2', text: t('keys.waiting') },
    ]
    const saving = { keys: 'Ctrl+S', text: t(kind === 'fields' ? 'keys.save' : 'action.seen') }
    return [
      ...(kind === 'fields' ? choosing : []),
      ...(kind === 'void' || kind === 'number' ? [] : [saving]),
      { keys: 'Esc', text: t('keys.back') },
    ]
  }, [t, kind])
}
