import { useTranslation } from 'react-i18next'
import { ScreenBody, ScreenHead, useMenuCommand } from '../../../ui'
import { UnitForm } from '../form/UnitForm'

interface NewHouseholdProps {
  onSaved: (unitId: string) => void
  onBack: () => void
}

/** 新建住户: the unit first; people, vehicles and notes follow on its record. */
export function NewHousehold({ onSaved, onBack }: NewHouseholdProps) {
  const { t } = useTranslation('households')
  useMenuCommand('escape', onBack)
  return (
    <>
      <ScreenHead title={t('form.newUnit')} />
      <ScreenBody narrow>
        <UnitForm unit={null} onSaved={onSaved} onClose={onBack} />
      </ScreenBody>
    </>
  )
}
