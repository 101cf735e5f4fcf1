import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CoComplainant, Complaint } from '../../../../shared/domain/complaint/types'
import { may } from '../../../../shared/domain/office/permissions'
import { isOpen } from '../../../../shared/domain/complaint'
import { useRole } from '../../../data'
import { formatDateTime } from '../../../ui'
import { PersonLine } from './PersonLine'
import { RemoveDialog } from './RemoveDialog'

/** 其他投诉人: everybody else who brought this matter, each in their own words. */
export function OtherPeople({ record }: { record: Complaint }) {
  const { t } = useTranslation('people')
  const mayRemove = may(useRole(), 'record.process') && isOpen(record)
  const [leaving, setLeaving] = useState<CoComplainant | null>(null)
  if (record.others.length === 0) return null
  return (
    <div>
      <Box component="h3" sx={{ m: 0, mb: 1, fontSize: 14, fontWeight: 600 }}>
        {t('others', { count: record.others.length })}
      </Box>
      <Box
        component="ul"
        aria-label={t('title')}
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 3 }}
      >
        {record.others.map((one) => (
          <Person key={one.id} one={one} onRemove={mayRemove && !one.fromNumber ? setLeaving : null} />
        ))}
      </Box>
      {leaving && <RemoveDialog record={record} one={leaving} onClose={() => setLeaving(null)} />}
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
