import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { type Goal, type MonthId, monthOf, percentOf } from '../../../../shared/domain/visit'
import { instantFromMs } from '../../../../shared/util/civilTime'
import { type MonthGoals, useQuery, visitGoals } from '../../../data'
import { formatDateTime, formatNumber, StatusChip, useNow } from '../../../ui'

/** The goals of the present month and year, live (domain 8). */
export function usePresentGoals(): { month: MonthId; goals: MonthGoals | undefined } {
  const month = monthOf(instantFromMs(useNow()))
  return { month, goals: useQuery((db) => visitGoals(db, month), [month]) }
}

/** One line above the list: how far the month and the year are. */
export function GoalsBar() {
  const { t } = useTranslation('visits')
  const { month, goals } = usePresentGoals()
  if (!goals) return null
  return (
    <Box
      component="section"
      aria-label={t('goals.title')}
      sx={{ px: 4, py: 2, borderBottom: '1px solid', borderColor: 'divider', bgcolor: 'background.paper' }}
    >
      <GoalLines month={month} goals={goals} />
    </Box>
  )
}

/** Both goals with numerator, denominator and what is missing. */
export function GoalLines({ month, goals }: { month: MonthId; goals: MonthGoals }) {
  const { t } = useTranslation('visits')
  const { snapshot } = goals
  return (
    <Box
      sx={{
        display: 'grid',
        gap: '4px 24px',
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(300px, 100%), 1fr))',
      }}
    >
      <GoalLine
        title={t('goals.month', { month })}
        goal={goals.month}
        aim={t('goals.needed', { needed: goals.month.needed })}
      />
      <GoalLine
        title={t('goals.year', { year: month.slice(0, 4) })}
        goal={goals.year}
        aim={t('goals.neededYear', { needed: goals.year.needed })}
      />
      {snapshot && (
        <Box sx={{ color: 'text.secondary', fontSize: 12 }}>
          {t('goals.snapshot', { count: snapshot.occupied })}
          {snapshot.late && t('goals.late', { at: formatDateTime(snapshot.takenAt) })}
        </Box>
      )}
    </Box>
  )
}

function GoalLine({ title, goal, aim }: { title: string; goal: Goal; aim: string }) {
  const { t } = useTranslation('visits')
  const rate = percentOf(goal)
  return (
    <Box
      role="group"
      aria-label={title}
      sx={{ display: 'flex', gap: '2px 12px', flexWrap: 'wrap', alignItems: 'center' }}
    >
      <Box component="strong" sx={{ fontSize: 13 }}>
        {title}
      </Box>
      <span>{t('goals.of', { numerator: goal.numerator, denominator: goal.denominator })}</span>
      <span>{rate === null ? t('goals.none') : t('goals.rate', { rate: formatNumber(rate, 1) })}</span>
      {goal.reached === true && <StatusChip tone="good" label={t('goals.reached')} />}
      {goal.reached === false && (
        <Box component="span" sx={{ color: 'text.secondary', fontSize: 13 }}>
          {aim} · {t('goals.missing', { count: goal.needed - goal.numerator })}
        </Box>
      )}
    </Box>
  )
}
