import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { PLAN_FREQUENCIES, type ServicePlan, TIMED_DUTIES } from '../../../shared/domain/month/plan'
import { changeSettingsCommand } from '../../data'
import { useSaveSaying } from '../../register/saving/useSaveSaying'
import { Form, FormGrid, SelectField, useAppForm } from '../../ui'
import { SaveBar } from './SaveBar'

/** How often each recurring duty is to be done (domain 12, †): the 年度服务计划 counts by it. */
export function PlanPanel({ plan }: { plan: ServicePlan }) {
  const { t } = useTranslation(['settings', 'servicePlan'])
  const save = useSaveSaying()
  const form = useAppForm<ServicePlan>({ defaultValues: plan, values: plan })
  const options = PLAN_FREQUENCIES.map((value) => ({ value, label: t(`servicePlan:frequency.${value}`) }))
  return (
    <Form
      form={form}
      label={t('tab.plan')}
      onSave={(servicePlan) => save(changeSettingsCommand, { servicePlan }, t('saved'))}
    >
      <Box sx={{ color: 'text.secondary', mb: 4 }}>{t('servicePlan:text')}</Box>
      <FormGrid>
        {TIMED_DUTIES.map((duty) => (
          <SelectField<ServicePlan>
            key={duty}
            name={duty}
            label={t(`servicePlan:duty.${duty}`)}
            hint={t(`servicePlan:how.${duty}`)}
            options={options}
            required
          />
        ))}
      </FormGrid>
      <SaveBar />
    </Form>
  )
}
