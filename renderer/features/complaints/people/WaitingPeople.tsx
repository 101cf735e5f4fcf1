import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import {
  notVisitedYet,
  type Party,
  reachableParties,
  waitingForAnswer,
} from '../../../../shared/domain/complaint'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { NoticeBar } from '../../../ui'
import { PersonLine } from './PersonLine'

/** Who waits for this 答复, where it is not the one complainant alone: nobody is to be forgotten. */
export function WaitingForAnswer({ record }: { record: Complaint }) {
  const { t } = useTranslation('people')
  const waiting = waitingForAnswer(record)
  if (reachableParties(record).length < 2 || waiting.length === 0) return null
  return <People label={t('waiting', { count: waiting.length })} people={waiting} />
}

/** Everybody still to be asked at the 回访, where there are several. */
export function PeopleToVisit({ record }: { record: Complaint }) {
  const { t } = useTranslation('people')
  const people = notVisitedYet(record)
  if (reachableParties(record).length < 2 || people.length === 0) return null
  return <People label={t('toVisit', { count: people.length })} people={people} />
}

function People({ label, people }: { label: string; people: readonly Party[] }) {
  return (
    <Box sx={{ gridColumn: '1 / -1' }}>
      <NoticeBar tone="plain">
        {label}
        <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {people.map(({ called, first }) => (
            <Box
              component="li"
              key={called}
              sx={{ display: 'flex', alignItems: 'center', gap: '0 12px', flexWrap: 'wrap', minHeight: 28 }}
            >
              <PersonLine complainant={first.complainant} />
            </Box>
          ))}
        </Box>
      </NoticeBar>
    </Box>
  )
}
