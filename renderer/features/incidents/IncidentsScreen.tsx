import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { RegisterScreen } from '../../register/screen/RegisterScreen'
import { IntakeScreen } from './intake/IntakeScreen'
import { IncidentList } from './list/IncidentList'
import { RecordScreen } from './record/RecordScreen'

/** 突发事件 (domain 7): list, quick intake and records. */
export function IncidentsScreen() {
  const { t } = useTranslation('incidents')
  const more = useMemo(() => [{ keys: 'Ctrl+T', text: t('keys.stamp') }], [t])
  return (
    <RegisterScreen
      id="incidents"
      title={t('title')}
      pick={t('list.pick')}
      keys={{
        open: t('keys.open'),
        create: t('keys.new'),
        print: t('keys.print'),
        edit: t('keys.edit'),
        phrases: 'records',
        guide: 'everywhere',
        more,
      }}
      ListScreen={IncidentList}
      RecordScreen={RecordScreen}
      IntakeScreen={IntakeScreen}
    />
  )
}
