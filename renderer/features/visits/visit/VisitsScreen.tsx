import { useTranslation } from 'react-i18next'
import { RegisterScreen } from '../../../register/screen/RegisterScreen'
import { useVisitTabs } from '../useVisitTabs'
import { IntakeScreen } from './IntakeScreen'
import { RecordScreen } from './RecordScreen'
import { VisitList } from './VisitList'

/** 走访 (domain 8): list with the goals, intake and records. */
export function VisitsScreen() {
  const { t } = useTranslation('visits')
  return (
    <RegisterScreen
      id="visits"
      title={t('title')}
      pick={t('list.pick')}
      keys={{
        open: t('keys.open'),
        create: t('keys.new'),
        print: t('keys.print'),
        edit: t('keys.edit'),
        phrases: 'everywhere',
      }}
      tabs={useVisitTabs()}
      ListScreen={VisitList}
      RecordScreen={RecordScreen}
      IntakeScreen={IntakeScreen}
    />
  )
}
