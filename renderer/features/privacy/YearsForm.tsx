import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { RETAINED, RETENTION_BOUNDS, type RetentionYears } from '../../../shared/domain/privacy/types'
import { changeSettingsCommand } from '../../data'
import { useSaveSaying } from '../../register/saving/useSaveSaying'
import { Form, FormGrid, NumberField, useAppForm } from '../../ui'
import { Says } from './look'

interface YearsValues {
  retention: RetentionYears
}

/** 保存期限† of each register, with what it rests on. */
export function YearsForm({ retention }: YearsValues) {
  const { t } = useTranslation(['privacy', 'common', 'settings'])
  const save = useSaveSaying()
  const form = useAppForm<YearsValues>({ defaultValues: { retention }, values: { retention } })
  const { isDirty, isSubmitting } = form.formState
  return (
    <Form
      form={form}
      label={t('privacy:years.title')}
      onSave={(values) => save(changeSettingsCommand, values, t('settings:saved'))}
    >
      <Says>{t('privacy:years.text')}</Says>
      <FormGrid>
        {RETAINED.map((table) => (
          <NumberField<YearsValues>
            key={table}
            name={`retention.${table}`}
            label={t(`privacy:register.${table}`)}
            unit={t('privacy:years.unit')}
            min={RETENTION_BOUNDS.min}
            max={RETENTION_BOUNDS.max}
            required
          />
        ))}
      </FormGrid>
      <Box sx={{ mt: 3 }}>
        <Button type="submit" variant="contained" disabled={!isDirty || isSubmitting}>
          {t('common:save')}
        </Button>
      </Box>
    </Form>
  )
}
