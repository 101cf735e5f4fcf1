import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../../../../shared/domain/office/permissions'
import type { DeclinedTime, VisitPreference } from '../../../../shared/domain/visit/types'
import { preferenceOf, useQuery, useRole } from '../../../data'
import { SectionPanel } from '../../../ui'
import { DeclinedForm } from './DeclinedForm'

/** 不便时间 of a household: never visited then, and never suggested (domain 8). */
export function Declined({ unitId }: { unitId: string }) {
  const { t } = useTranslation('visits')
  const role = useRole()
  const [open, setOpen] = useState(false)
  const known = useQuery((db) => preferenceOf(db, unitId), [unitId])
  if (known === undefined) return null
  return (
    <SectionPanel id="visits.declined" title={t('declined.title')} count={known?.declinedTimes.length ?? 0}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        {open ? (
          <DeclinedForm unitId={unitId} known={known} onDone={() => setOpen(false)} />
        ) : (
          <Known known={known} />
        )}
        {!open && may(role, 'record.process') && (
          <Button variant="text" sx={{ justifySelf: 'start' }} onClick={() => setOpen(true)}>
            {t('declined.edit')}
          </Button>
        )}
      </Box>
    </SectionPanel>
  )
}

function Known({ known }: { known: VisitPreference | null }) {
  const { t } = useTranslation('visits')
  const times = known?.declinedTimes ?? []
  const lines = [
    ...(known?.noVisits ? [t('declined.noVisits')] : []),
    ...times.map((time) => wordsOf(time, t)),
    ...(known?.note ? [known.note] : []),
  ]
  if (lines.length === 0) return <Box sx={{ color: 'text.secondary' }}>{t('declined.none')}</Box>
  return lines.map((line) => <div key={line}>{line}</div>)
}

/** `周六、周日 12:00–14:00` */
function wordsOf({ weekdays, from, to }: DeclinedTime, t: TFunction<'visits'>): string {
  const days = weekdays.map((day) => t(`declined.day.${String(day) as '1'}`)).join('、')
  const hours = from === '' ? t('declined.wholeDay') : t('declined.hours', { from, to })
  return `${days || t('declined.everyDay')} ${hours}`
}
