import { useTranslation } from 'react-i18next'
import { RegisterScreen } from '../../../register/screen/RegisterScreen'
import { useLostTabs } from '../useLostTabs'
import { CountList } from './CountList'
import { CountScreen } from './CountScreen'

/** 盘点 (domain 6): the counts, and one of them with everything that should be on the shelf. */
export function ShelfCountsScreen() {
  const { t } = useTranslation('shelfCounts')
  return (
    <RegisterScreen
      id="shelfCounts"
      title={t('title')}
      pick={t('startText')}
      keys={{ open: t('keys.open'), print: t('keys.print'), single: true }}
      tabs={useLostTabs()}
      ListScreen={CountList}
      RecordScreen={CountScreen}
    />
  )
}
