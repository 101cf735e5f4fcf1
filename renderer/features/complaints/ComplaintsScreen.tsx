import { useTranslation } from 'react-i18next'
import { RegisterScreen } from '../../register/screen/RegisterScreen'
import { IntakeScreen } from './intake/IntakeScreen'
import { ComplaintList } from './list/ComplaintList'
import { RecordScreen } from './record/RecordScreen'

/** 投诉 (domain 5): list, intake and records. */
export function ComplaintsScreen() {
  const { t } = useTranslation('complaints')
  return (
    <RegisterScreen
      id="complaints"
      title={t('title')}
      pick={t('list.pick')}
      keys={{
        open: t('keys.open'),
        create: t('keys.new'),
        print: t('keys.print'),
        edit: t('keys.edit'),
        phrases: 'everywhere',
        guide: 'everywhere',
      }}
      ListScreen={ComplaintList}
      RecordScreen={RecordScreen}
      IntakeScreen={IntakeScreen}
    />
  )
}
