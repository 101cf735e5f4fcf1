import { useTranslation } from 'react-i18next'
import { RegisterScreen } from '../../../register/screen/RegisterScreen'
import { useVisitTabs } from '../useVisitTabs'
import { IntakeScreen } from './IntakeScreen'
import { RecordScreen } from './RecordScreen'
import { ReturnVisitList } from './ReturnVisitList'

/** 回访 (domain 8): list, intake, records and the 季度回访. */
export function ReturnVisitsScreen() {
  const { t } = useTranslation('returnVisits')
  return (
    <RegisterScreen
      id="returnVisits"
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
      ListScreen={ReturnVisitList}
      RecordScreen={RecordScreen}
      IntakeScreen={IntakeScreen}
    />
  )
}
