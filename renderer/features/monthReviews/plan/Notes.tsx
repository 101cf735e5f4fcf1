import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { NOTED_DUTIES, type NotedDuty } from '../../../../shared/domain/month/servicePlan'
import type { MonthReview, PlanTick } from '../../../../shared/domain/monthReview/types'
import { may } from '../../../../shared/domain/office/permissions'
import type { MonthId } from '../../../../shared/util/months'
import { untickDutyCommand, useRole } from '../../../data'
import { useSave } from '../../../register/saving/saving'
import { announce, formatDateTime, refusalText } from '../../../ui'
import { useMonth } from '../shell/month'
import { NoteForm } from './NoteForm'
import { dutyWord } from './words'

/** 员工培训 and 工作评估考核 of the month, which no register shows: each noted with its date, and taken back. */
export function Notes({ month, ticks }: { month: MonthId; ticks: readonly PlanTick[] }) {
  const { t } = useTranslation('servicePlan')
  const { record } = useMonth()
  const frame = useRef<HTMLDivElement>(null)
  const [noting, note] = useNoting(frame)
  const mayNote = useMayNote(record)
  const sorted = ticks.toSorted((a, b) => (a.doneOn < b.doneOn ? -1 : 1))
  return (
    <Box ref={frame} component="section" aria-label={t('note.list')} sx={{ display: 'grid', gap: 2 }}>
      <Box component="h2" sx={{ m: 0, fontSize: 16, fontWeight: 600 }}>
        {t('note.list')}
      </Box>
      {sorted.length === 0 && <Box sx={{ color: 'text.secondary' }}>{t('note.nobody')}</Box>}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {sorted.map((tick) => (
          <NoteLine key={tick.id} tick={tick} record={mayNote ? record : null} />
        ))}
      </Box>
      {mayNote && record && noting ? (
        <NoteForm key={noting} review={record} month={month} duty={noting} onDone={() => note(null)} />
      ) : (
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
          {mayNote ? (
            NOTED_DUTIES.map((duty) => (
              <Button key={duty} data-note={duty} onClick={() => note(duty)}>
                {t(`note.${duty}`)}
              </Button>
            ))
          ) : (
            <Box sx={{ color: 'text.secondary' }}>
              {t(record?.state === 'approved' ? 'note.closed' : 'note.notYours')}
            </Box>
          )}
        </Box>
      )}
    </Box>
  )
}

/** Which form is open; a draft opens its own. The button that opened it has the keyboard again once it has closed. */
function useNoting(
  frame: RefObject<HTMLElement | null>,
): [NotedDuty | null, (duty: NotedDuty | null) => void] {
  const [params] = useSearchParams()
  const [noting, setNoting] = useState(() => NOTED_DUTIES.find((duty) => duty === params.get('note')) ?? null)
  const before = useRef(noting)
  useEffect(() => {
    const closed = noting === null ? before.current : null
    before.current = noting
    if (closed) frame.current?.querySelector<HTMLElement>(`[data-note=${closed}]`)?.focus()
  }, [frame, noting])
  return [noting, setNoting]
}

function useMayNote(record: MonthReview | null): boolean {
  const role = useRole()
  return may(role, 'month.review') && (record?.state === 'running' || record?.state === 'reviewed')
}

function NoteLine({ tick, record }: { tick: PlanTick; record: MonthReview | null }) {
  const { t } = useTranslation('servicePlan')
  const save = useSave()
  const word = { duty: dutyWord(tick.duty), day: tick.doneOn }
  const takeBack = async (review: MonthReview) => {
    const input = { id: review.id, rev: review.rev, tickId: tick.id }
    const { refusal } = await save(untickDutyCommand, input, undefined, () => t('note.takenBack', word))
    if (refusal) announce(refusalText(refusal), 'problem')
  }
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: '2px 12px',
        flexWrap: 'wrap',
        alignItems: 'center',
        minHeight: 36,
        borderBottom: '1px solid',
        borderColor: 'divider',
      }}
    >
      <strong>{word.duty}</strong>
      <span>{tick.doneOn}</span>
      <Box component="span" sx={{ flex: 1, minWidth: 160, overflowWrap: 'anywhere' }}>
        {tick.note}
      </Box>
      <Box component="span" sx={{ color: 'text.secondary', fontSize: 12 }}>
        {t('note.by', { by: tick.by, at: formatDateTime(tick.at) })}
      </Box>
      {record && (
        <Tooltip title={t('note.takeBack', word)}>
          <IconButton aria-label={t('note.takeBack', word)} onClick={() => void takeBack(record)}>
            <DeleteOutlined />
          </IconButton>
        </Tooltip>
      )}
    </Box>
  )
}
