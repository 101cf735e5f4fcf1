import { useTranslation } from 'react-i18next'
import { SectionPanel } from '../../ui'
import { GoalLines, usePresentGoals } from './visit/Goals'

/** The goals of the month and the year beside 今日 (domain 11); nothing while no household is occupied. */
export default function GoalsHeadline() {
  const { t } = useTranslation('visits')
  const { month, goals } = usePresentGoals()
  if (!goals || goals.month.denominator === 0) return null
  return (
    <SectionPanel id="today.visits" title={t('goals.title')}>
      <GoalLines month={month} goals={goals} />
    </SectionPanel>
  )
}
