import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Complaint, VisitOutcome } from '../../../../shared/domain/complaint/types'
import { StillOpen } from '../people/PersonChoice'
import { useCalledName } from '../people/useCalledName'
import { type ChipTone, formatDateTime, StatusChip } from '../../../ui'

const OUTCOME_TONES: Record<VisitOutcome, ChipTone> = {
  satisfied: 'good',
  fairlySatisfied: 'good',
  dissatisfied: 'danger',
  notReached: 'waiting',
}

/** 答复, each with how, when and by whom. */
export function Answers({ record }: { record: Complaint }) {
  const { t } = useTranslation(['complaints', 'people', 'record'])
  const nameOf = useCalledName()
  return (
    <Entries open={<StillOpen record={record} about="answers" />}>
      {record.answers.map((answer) => (
        <Entry
          key={`${answer.answeredAt}${answer.content}`}
          head={
            <>
              <strong>{t(`way.${answer.way}`)}</strong>
              {answer.person && <span>{t('people:answeredTo', { name: nameOf(answer.person) })}</span>}
              <span>
                {t('record:byAt', { by: answer.answeredBy, at: formatDateTime(answer.answeredAt) })}
              </span>
            </>
          }
          text={answer.content}
        />
      ))}
    </Entries>
  )
}

/** 回访, each attempt with its outcome and the person's words. */
export function Visits({ record }: { record: Complaint }) {
  const { t } = useTranslation(['complaints', 'people', 'record'])
  const nameOf = useCalledName()
  return (
    <Entries open={<StillOpen record={record} about="visits" />}>
      {record.returnVisits.map((visit) => (
        <Entry
          key={visit.id}
          head={
            <>
              <StatusChip tone={OUTCOME_TONES[visit.outcome]} label={t(`outcome.${visit.outcome}`)} />
              {visit.person && <span>{t('people:visitedTo', { name: nameOf(visit.person) })}</span>}
              <span>{t(`way.${visit.way}`)}</span>
              <span>{t('record:byAt', { by: visit.visitedBy, at: formatDateTime(visit.visitedAt) })}</span>
            </>
          }
          text={visit.words}
        />
      ))}
    </Entries>
  )
}

function Entries({ open, children }: { open: ReactNode; children: ReactNode }) {
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 3 }}>
        {children}
      </Box>
      {open}
    </Box>
  )
}

function Entry({ head, text }: { head: ReactNode; text: string }) {
  return (
    <li>
      <Box sx={{ display: 'flex', gap: '0 12px', flexWrap: 'wrap', alignItems: 'center' }}>{head}</Box>
      {text && (
        <Box sx={{ fontSize: 16, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', mt: 0.5 }}>{text}</Box>
      )}
    </li>
  )
}
