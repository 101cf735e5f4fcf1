import Box from '@mui/material/Box'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficeSettings } from '../../../shared/domain/office/types'
import type { Refusal } from '../../../shared/util/result'
import { changeSettingsCommand } from '../../data'
import { FieldFrame, LanguageSwitch, RefusalBar, Segments } from '../../ui'
import type { ScreenChoices } from './choices'
import { useSave } from './useSave'

/** Language of this machine, and the height of list rows. Both take effect at once. */
export function ScreenPanel({ settings, locale, onLocale }: ScreenChoices & { settings: OfficeSettings }) {
  const { t } = useTranslation('settings')
  const save = useSave()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const changeRows = async (value: string) => {
    setRefusal(await save(changeSettingsCommand, { comfortableRows: value === 'comfortable' }, t('saved')))
  }
  return (
    <Box sx={{ display: 'grid', gap: 5 }}>
      <RefusalBar refusal={refusal} onClose={() => setRefusal(null)} />
      <FieldFrame label={t('screen.language')} hint={t('screen.languageHint')} error={undefined} group>
        {() => <LanguageSwitch value={locale} onChange={onLocale} />}
      </FieldFrame>
      <FieldFrame label={t('screen.rows')} error={undefined} group>
        {(_, labelId) => (
          <Segments
            labelledBy={labelId}
            value={settings.comfortableRows ? 'comfortable' : 'compact'}
            onChange={(value) => void changeRows(value)}
            options={[
              { value: 'compact', label: t('screen.compact') },
              { value: 'comfortable', label: t('screen.comfortable') },
            ]}
          />
        )}
      </FieldFrame>
    </Box>
  )
}
