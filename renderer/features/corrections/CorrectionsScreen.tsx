import { useTranslation } from 'react-i18next'
import { may } from '../../../shared/domain/office/permissions'
import { useRole } from '../../data'
import { RegisterScreen } from '../../register/screen/RegisterScreen'
import { IntakeScreen } from './intake/IntakeScreen'
import { CorrectionList } from './list/CorrectionList'
import { RecordScreen } from './record/RecordScreen'

/** 更正单 (domain 12): the list, and what waits for 核实 or 批准. A new one begins in the record that it corrects. */
export function CorrectionsScreen() {
  const { t } = useTranslation(['corrections', 'shell'])
  // Whoever reviews months comes from there, and goes back.
  const reviews = may(useRole(), 'month.review')
  const tabs = [
    { to: '/monthReviews', label: t('shell:nav.monthReviews') },
    { to: '/corrections', label: t('title') },
  ]
  return (
    <RegisterScreen
      id="corrections"
      title={t('title')}
      pick={t('list.pick')}
      keys={{ open: t('keys.open'), print: t('keys.print') }}
      {...(reviews ? { tabs } : {})}
      ListScreen={CorrectionList}
      RecordScreen={RecordScreen}
      IntakeScreen={IntakeScreen}
    />
  )
}
