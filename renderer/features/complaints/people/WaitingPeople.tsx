import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { reachable, type Voice, voicesOf, waitingForAnswer } from '../../../../shared/domain/complaint'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { NoticeBar } from '../../../ui'
import { PersonLine } from './PersonLine'

/** Who waits for this 答复, where it is not the one complainant alone: nobody is to be forgotten. */
export function WaitingForAnswer({ record }: { record: Complaint }) {
  const { t } = useTranslation('people')
  const waiting = waitingForAnswer(record)
  if (record.others.length === 0 || waiting.length === 0) return null
  return <People label={t('waiting', { count: waiting.length })} people={waiting} />
}

/** Everybody to be asked at the 回访, where there are several. */
export function PeopleToVisit({ record }: { record: Complaint }) {
  const { t } = useTranslation('people')
  const people = reachable(voicesOf(record))
  if (people.length < 2) return null
  return <People label={t('toVisit', { count: people.length })} people={people} />
}

function People({ label, people }: { label: string; people: readonly Voice[] }) {
  return (
    <Box sx={{ gridColumn: '1 / -1' }}>
      <NoticeBar tone="plain">
        {label}
        <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {people.map(({ id, complainant }) => (
            <Box
              component="li"
              key={id}
              sx={{ display: 'flex', alignItems: 'center', gap: '0 12px', flexWrap: 'wrap', minHeight: 28 }}
            >
              <PersonLine complainant={complainant} />
            </Box>
          ))}
        </Box>
      </NoticeBar>
    </Box>
  )
}
