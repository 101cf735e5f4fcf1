import { useTranslation } from 'react-i18next'
import type { OfficeDetails } from '../../../shared/domain/office'
import type { Office } from '../../../shared/domain/office/types'
import { changeOfficeCommand } from '../../data'
import { useSaveSaying } from '../../register/saving/useSaveSaying'
import { Form, FormGrid, formatDay, TextField, useAppForm, useNow } from '../../ui'
import { SaveBar } from './SaveBar'

/** Names, number prefix and machine letter. */
export function OfficePanel({ office }: { office: Office }) {
  const { t } = useTranslation('settings')
  const save = useSaveSaying()
  const { estateName, officeName, numberPrefix, deviceLetter } = office
  const stored: OfficeDetails = { estateName, officeName, numberPrefix, deviceLetter }
  const form = useAppForm<OfficeDetails>({ defaultValues: stored, values: stored })
  const [prefix, letter] = form.watch(['numberPrefix', 'deviceLetter'])
  const year = formatDay(new Date(useNow()).toISOString()).slice(0, 4)
  const number = `${prefix}-TS-${year}-${letter.trim().toUpperCase()}0001`
  return (
    <Form
      form={form}
      label={t('tab.office')}
      onSave={(values) => save(changeOfficeCommand, values, t('saved'))}
    >
      <FormGrid>
        <TextField<OfficeDetails> name="estateName" label={t('office.estateName')} maxLength={60} required />
        <TextField<OfficeDetails> name="officeName" label={t('office.officeName')} maxLength={60} required />
        <TextField<OfficeDetails>
          name="numberPrefix"
          label={t('office.numberPrefix')}
          hint={t('office.numberHint', { number })}
          maxLength={8}
          required
        />
        <TextField<OfficeDetails>
          name="deviceLetter"
          label={t('office.deviceLetter')}
          hint={t('office.deviceHint')}
          maxLength={1}
        />
      </FormGrid>
      <SaveBar />
    </Form>
  )
}
