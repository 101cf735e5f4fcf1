import { useTranslation } from 'react-i18next'
import { RegisterScreen } from '../../../register/screen/RegisterScreen'
import { useLostTabs } from '../useLostTabs'
import { IntakeScreen } from './IntakeScreen'
import { ItemList } from './ItemList'
import { RecordScreen } from './RecordScreen'

/** 失物 (domain 6): list, intake and records. */
export function LostItemsScreen() {
  const { t } = useTranslation('lostItems')
  return (
    <RegisterScreen
      id="lostItems"
      title={t('title')}
      pick={t('list.pick')}
      keys={{
        open: t('keys.open'),
        create: t('keys.new'),
        print: t('keys.print'),
        edit: t('keys.edit'),
      }}
      tabs={useLostTabs()}
      ListScreen={ItemList}
      RecordScreen={RecordScreen}
      IntakeScreen={IntakeScreen}
    />
  )
}
