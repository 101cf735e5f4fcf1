import Box from '@mui/material/Box'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterWords, ScreenHead, useNow } from '../../ui'
import { DraftList, type DraftRoute } from './DraftList'
import { type Due, DueList } from './DueList'
import { countByKind, countByUrgency, type Urgency, urgencyOf } from './urgency'

export interface TodayProps {
  /** What waits in all registers, soonest first; undefined until read. */
  dues: readonly Due[] | undefined
  /** How many were asked for: when there are as many, the rest is not listed. */
  limit: number
  /** Only what this user took in (首问责任, domain 5). */
  mine: boolean
  onMine: (mine: boolean) => void
  onOpenDue: (due: Due) => void
  /** Where a draft is gone on with; null for kinds nobody knows any more. */
  draftRoute: DraftRoute
  onOpenDraft: (route: string) => void
}

const URGENCIES: readonly Urgency[] = ['overdue', 'soon', 'later']

/** 今日待办 (domain 11): what is due, overdue or soon due, worst first; drafts beside it. */
export function Today(props: TodayProps) {
  const { dues, limit, mine, onMine, onOpenDue } = props
  const { t } = useTranslation('today')
  const now = useNow()
  const [urgencies, setUrgencies] = useState<string[]>([])
  const [kinds, setKinds] = useState<string[]>([])
  const all = dues ?? []
  const counts = countByUrgency(all, now)
  const rows = all.filter(
    (due) =>
      (urgencies.length === 0 || urgencies.includes(urgencyOf(due.dueAt, now))) &&
      (kinds.length === 0 || kinds.includes(due.dutyLabel)),
  )
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) 272px',
        height: '100%',
        minHeight: 0,
        '@media (max-width: 1100px)': {
          gridTemplateColumns: 'minmax(0, 1fr)',
          gridTemplateRows: 'minmax(0, 1fr) auto',
        },
      }}
    >
      <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, minWidth: 0 }}>
        <ScreenHead title={t('title')}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px 20px' }}>
            <FilterWords
              label={t('filter')}
              options={URGENCIES.map((value) => ({ value, label: t(value), count: counts[value] }))}
              value={urgencies}
              onChange={setUrgencies}
            />
            <FilterWords
              label={t('column.duty')}
              options={[...countByKind(all)].map(([label, count]) => ({ value: label, label, count }))}
              value={kinds}
              onChange={setKinds}
            />
            <FilterWords
              label={t('whose')}
              options={[{ value: 'mine', label: t('mine') }]}
              value={mine ? ['mine'] : []}
              onChange={(value) => onMine(value.length > 0)}
            />
          </Box>
        </ScreenHead>
        <DueList rows={rows} reading={dues === undefined} mine={mine} onOpen={onOpenDue} />
        {all.length >= limit && (
          <Box sx={{ px: 4, py: 1, color: 'text.secondary' }}>{t('more', { count: limit })}</Box>
        )}
      </Box>
      <DraftList route={props.draftRoute} onOpen={props.onOpenDraft} />
    </Box>
  )
}
