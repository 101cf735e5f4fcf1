import { useTranslation } from 'react-i18next'
import { ListFrame } from '../../../register/screen/ListFrame'
import { type ListPlace, RegisterScreen } from '../../../register/screen/RegisterScreen'
import { REPORT_PRINTING } from '../print/printing'
import { useLostTabs } from '../useLostTabs'
import { IntakeScreen } from './IntakeScreen'
import { RecordScreen } from './RecordScreen'
import { useReportList } from './useReportList'

function ReportList(place: ListPlace) {
  return <ListFrame place={place} list={useReportList()} printing={REPORT_PRINTING} />
}

/** 寻物 (domain 6): list, intake and records. */
export function LostReportsScreen() {
  const { t } = useTranslation('lostReports')
  return (
    <RegisterScreen
      id="lostReports"
      title={t('title')}
      pick={t('list.pick')}
      keys={{ open: t('keys.open'), create: t('keys.new'), edit: t('keys.edit') }}
      tabs={useLostTabs()}
      ListScreen={ReportList}
      RecordScreen={RecordScreen}
      IntakeScreen={IntakeScreen}
    />
  )
}
