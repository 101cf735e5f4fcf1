import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { VisitMonth } from '../../../../shared/domain/visitMonth/types'
import { keepMonths, useData, useQuery, visitMonths } from '../../../data'
import { type ListPlace, RegisterScreen } from '../../../register/screen/RegisterScreen'
import { DueText, EmptyState, ScreenBody, StatusChip, translateKey } from '../../../ui'
import { useVisitTabs } from '../useVisitTabs'
import { MONTH_TONES } from './kind'
import { MonthRecord } from './MonthRecord'

/** 访问总结 (domain 8): the months, each with its opinion, suggestions and summary. */
export function MonthsScreen() {
  const { t } = useTranslation('visitMonths')
  return (
    <RegisterScreen
      id="visitMonths"
      title={t('title')}
      pick={t('list.pick')}
      keys={{ open: t('keys.open'), print: t('keys.print'), phrases: 'records', single: true }}
      tabs={useVisitTabs()}
      ListScreen={MonthList}
      RecordScreen={MonthRecord}
    />
  )
}

/** Twelve lines a year: the months that have a record, the newest first. */
function MonthList({ openId, frame }: ListPlace) {
  const { t } = useTranslation('visitMonths')
  const data = useData()
  const months = useQuery(visitMonths, [])
  useEffect(() => {
    // The month of the first visit begins when somebody looks, or the day changes.
    void keepMonths(data)
  }, [data])
  if (!months) return null
  if (months.length === 0) return <EmptyState title={t('list.none')} />
  return (
    <Box ref={frame} sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <ScreenBody>
        <Box component="ul" aria-label={t('list.label')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {months.map((month) => (
            <MonthLine key={month.id} month={month} open={month.id === openId} />
          ))}
        </Box>
      </ScreenBody>
    </Box>
  )
}

function MonthLine({ month, open }: { month: VisitMonth; open: boolean }) {
  const { t } = useTranslation('visitMonths')
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 3,
        alignItems: 'center',
        minHeight: 40,
        px: 2,
        borderBottom: '1px solid',
        borderColor: 'divider',
        bgcolor: open ? 'action.selected' : undefined,
      }}
    >
      <MuiLink
        component={Link}
        to={`/visitMonths/${month.id}`}
        aria-current={open ? 'true' : undefined}
        sx={{ fontWeight: 600 }}
      >
        {month.id}
      </MuiLink>
      <StatusChip tone={MONTH_TONES[month.state]} label={t(`state.${month.state}`)} />
      {month.duty && (
        <DueText dueAt={month.duty.dueAt} what={translateKey(`visitMonths:duty.${month.duty.kind}`)} />
      )}
    </Box>
  )
}
