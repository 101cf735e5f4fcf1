import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CoComplainant, Complaint } from '../../../../shared/domain/complaint/types'
import { may } from '../../../../shared/domain/office/permissions'
import { againIds, isOpen } from '../../../../shared/domain/complaint'
import { useRole } from '../../../data'
import { formatDateTime } from '../../../ui'
import { PersonLine } from './PersonLine'
import { RemoveDialog } from './RemoveDialog'

/** 其他投诉人: everybody else who brought this matter, each in their own words; and who rang again, not counted twice. */
export function OtherPeople({ record }: { record: Complaint }) {
  const { t } = useTranslation('people')
  const mayRemove = may(useRole(), 'record.process') && isOpen(record)
  const [leaving, setLeaving] = useState<CoComplainant | null>(null)
  const again = againIds(record)
  const onRemove = mayRemove ? setLeaving : null
  const others = record.others.filter(({ id }) => !again.has(id))
  const agains = record.others.filter(({ id }) => again.has(id))
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      <People
        title={t('others', { count: others.length })}
        label={t('title')}
        people={others}
        onRemove={onRemove}
      />
      <People
        title={t('agains', { count: agains.length })}
        label={t('again')}
        people={agains}
        onRemove={onRemove}
      />
      {leaving && <RemoveDialog record={record} one={leaving} onClose={() => setLeaving(null)} />}
    </Box>
  )
}

interface PeopleProps {
  title: string
  label: string
  people: readonly CoComplainant[]
  onRemove: ((one: CoComplainant) => void) | null
}

function People({ title, label, people, onRemove }: PeopleProps) {
  if (people.length === 0) return null
  return (
    <div>
      <Box component="h3" sx={{ m: 0, mb: 1, fontSize: 14, fontWeight: 600 }}>
        {title}
      </Box>
      <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 3 }}>
        {people.map((one) => (
          <Person key={one.id} one={one} onRemove={one.fromNumber ? null : onRemove} />
        ))}
      </Box>
    </div>
  )
}

interface PersonProps {
  one: CoComplainant
  /** Null where nobody may, or where the person came with a joined record. */
  onRemove: ((one: CoComplainant) => void) | null
}

function Person({ one, onRemove }: PersonProps) {
  const { t } = useTranslation(['people', 'complaints'])
  const { complainant, channel, saidAt, receivedBy, fromNumber, words } = one
  return (
    <li>
      <Box sx={{ display: 'flex', alignItems: 'start', gap: 2 }}>
        <Box sx={LINE}>
          <PersonLine complainant={complainant} />
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {t('said', {
              channel: t(`complaints:channel.${channel}`),
              at: formatDateTime(saidAt),
              by: receivedBy,
            })}
          </Box>
          {fromNumber && <span>{t('from', { number: fromNumber })}</span>}
        </Box>
        {onRemove && (
          <Button variant="text" sx={{ minHeight: 28, flexShrink: 0 }} onClick={() => onRemove(one)}>
            {t('remove')}
          </Button>
        )}
      </Box>
      <Box sx={{ fontSize: 16, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{words}</Box>
    </li>
  )
}

const LINE = {
  flex: 1,
  display: 'flex',
  alignItems: 'center',
  gap: '0 12px',
  flexWrap: 'wrap',
  minHeight: 28,
}
