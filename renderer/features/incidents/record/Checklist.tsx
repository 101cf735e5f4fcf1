import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CHECKLISTS, checklistProgress } from '../../../../shared/domain/incident/checklists'
import type { CheckMark, Incident } from '../../../../shared/domain/incident/types'
import { markIncidentStepCommand, unmarkIncidentStepCommand } from '../../../data'
import { ConfirmDialog, formatTime, RefusalBar } from '../../../ui'
import { useIncidentWords, wordIn } from '../catalogue'
import { useWrites } from './TimelineBox'
import { useSaving } from './useSaving'

const MOVES: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

/** Arrows go from step to step; Space ticks as in any box. */
function moveTick(event: KeyboardEvent<HTMLElement>): void {
  const by = MOVES[event.key]
  if (!by) return
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input:not(:disabled)')]
  const at = boxes.findIndex((box) => box === event.target)
  if (at < 0) return
  event.preventDefault()
  boxes[(at + by + boxes.length) % boxes.length]?.focus()
}

/** The checklist of the type: ticked with time and by whom, or 不适用 with a reason (domain 7). */
export function Checklist({ record }: { record: Incident }) {
  const { t } = useTranslation('incidents')
  const { kind } = record.report
  const words = useIncidentWords(kind)
  const writes = useWrites(record)
  const { run, refused, forget } = useSaving(record.id)
  const [excused, setExcused] = useState<{ stepId: string; text: string } | null>(null)
  const { settled, steps } = checklistProgress(record)
  const { id } = record
  const settle = (stepId: string, outcome: CheckMark['outcome'], reason = '') =>
    run(markIncidentStepCommand, { id, stepId, outcome, reason })
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <RefusalBar refusal={refused} onClose={forget} />
      <Box sx={{ color: 'text.secondary' }}>{t('checks.progress', { settled, steps })}</Box>
      <Box component="ul" onKeyDown={moveTick} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {CHECKLISTS[kind].map((stepId) => {
          const text = wordIn(words?.steps.find((step) => step.id === stepId))
          return (
            <StepLine
              key={stepId}
              text={text}
              mark={record.checks.find((check) => check.stepId === stepId) ?? null}
              disabled={!writes}
              onTick={(on) =>
                void (on ? settle(stepId, 'done') : run(unmarkIncidentStepCommand, { id, stepId }))
              }
              onExcuse={() => setExcused({ stepId, text })}
            />
          )
        })}
      </Box>
      {excused && (
        <ConfirmDialog
          open
          title={t('checks.excuseTitle')}
          confirmLabel={t('checks.excuseConfirm')}
          reasonLabel={t('field.checkReason')}
          onCancel={() => setExcused(null)}
          onConfirm={(reason) =>
            void settle(excused.stepId, 'notApplicable', reason).then((kept) => kept && setExcused(null))
          }
        >
          <p>{excused.text}</p>
        </ConfirmDialog>
      )}
    </Box>
  )
}

interface StepLineProps {
  text: string
  mark: CheckMark | null
  disabled: boolean
  onTick: (on: boolean) => void
  onExcuse: () => void
}

function StepLine({ text, mark, disabled, onTick, onExcuse }: StepLineProps) {
  const { t } = useTranslation('incidents')
  const id = useId()
  const excused = mark?.outcome === 'notApplicable'
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, minHeight: 32 }}>
      <Checkbox
        checked={mark !== null}
        indeterminate={excused}
        disabled={disabled}
        onChange={() => onTick(mark === null)}
        sx={{ p: 1, ml: -1 }}
        slotProps={{ input: { id } }}
      />
      <Box sx={{ flex: 1, minWidth: 0, pt: '5px' }}>
        <Box component="label" htmlFor={id} sx={{ color: excused ? 'text.secondary' : 'text.primary' }}>
          {text}
        </Box>
        {mark && (
          <Box component="span" sx={{ color: 'text.secondary', fontSize: 13, ml: 2 }}>
            {excused
              ? t('checks.excused', { reason: mark.reason, by: mark.by, at: formatTime(mark.at) })
              : t('checks.done', { by: mark.by, at: formatTime(mark.at) })}
          </Box>
        )}
      </Box>
      {!mark && !disabled && (
        <Button
          variant="text"
          size="small"
          aria-label={t('checks.excuseOf', { step: text })}
          onClick={onExcuse}
        >
          {t('checks.excuse')}
        </Button>
      )}
    </Box>
  )
}
