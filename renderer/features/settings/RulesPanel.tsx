import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { type NumericSetting, SETTING_BOUNDS, SETTING_UNITS } from '../../../shared/domain/office/settings'
import type { OfficeSettings } from '../../../shared/domain/office/types'
import { changeSettingsCommand } from '../../data'
import { useSaveSaying } from '../../register/saving/useSaveSaying'
import { CheckField, Form, FormGrid, NumberField, useAppForm } from '../../ui'
import { SaveBar } from './SaveBar'

type Figures = Pick<OfficeSettings, NumericSetting | 'lostThresholdTakesLonger'>

const NAMES = Object.keys(SETTING_UNITS) as NumericSetting[]

function figuresOf(settings: OfficeSettings): Figures {
  const { lostThresholdTakesLonger } = settings
  const figures = Object.fromEntries(NAMES.map((name) => [name, settings[name]])) as Pick<
    OfficeSettings,
    NumericSetting
  >
  return { ...figures, lostThresholdTakesLonger }
}

/** The figures marked † so far. */
export function RulesPanel({ settings }: { settings: OfficeSettings }) {
  const { t } = useTranslation('settings')
  const save = useSaveSaying()
  const stored = figuresOf(settings)
  const form = useAppForm<Figures>({ defaultValues: stored, values: stored })
  return (
    <Form
      form={form}
      label={t('tab.rules')}
      onSave={(values) => save(changeSettingsCommand, values, t('saved'))}
    >
      <Box sx={{ color: 'text.secondary', mb: 4 }}>{t('rules.text')}</Box>
      <FormGrid>
        {NAMES.map((name) => (
          <NumberField<Figures>
            key={name}
            name={name}
            label={t(`rules.${name}`)}
            unit={t(`rules.${SETTING_UNITS[name]}`)}
            hint={`${SETTING_BOUNDS[name].min}–${SETTING_BOUNDS[name].max}`}
            min={SETTING_BOUNDS[name].min}
            max={SETTING_BOUNDS[name].max}
            required
          />
        ))}
      </FormGrid>
      <CheckField<Figures> name="lostThresholdTakesLonger" label={t('rules.lostThresholdTakesLonger')} />
      <SaveBar />
    </Form>
  )
}
