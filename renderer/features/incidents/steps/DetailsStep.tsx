import type { FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { type FieldSpec, INCIDENT_FIELDS } from '../../../../shared/domain/incident/fields'
import { setIncidentDetailsCommand } from '../../../data'
import {
  DateTimeField,
  FormGrid,
  NumberField,
  SelectField,
  TextArea,
  TextField,
  ToggleChoice,
} from '../../../ui'
import { type IncidentWords, useIncidentWords, wordIn } from '../catalogue'
import { useChoices } from '../words'
import { detailInputs, detailValues } from './detailValues'
import { IncidentStep, type StepProps } from './IncidentStep'

/** The own fields of the type (domain 7). */
export function DetailsStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('incidents')
  const words = useIncidentWords(record.report.kind)
  const fields = INCIDENT_FIELDS[record.report.kind]
  if (!words) return null
  return (
    <IncidentStep
      record={record}
      onDone={onDone}
      step="setDetails"
      title={t('step.setDetails')}
      basis={{ details: record.details, kind: record.report.kind }}
      spec={setIncidentDetailsCommand}
      defaults={() => ({ details: detailValues(fields, record.details) })}
      toInput={(values: FieldValues) => ({ details: detailInputs(fields, values['details'] ?? {}) })}
    >
      {() => (
        <FormGrid>
          {fields.map((field) => (
            <DetailField key={field.id} field={field} words={words} />
          ))}
        </FormGrid>
      )}
    </IncidentStep>
  )
}

function DetailField({ field, words }: { field: FieldSpec; words: IncidentWords }) {
  const { t } = useTranslation('incidents')
  const { yesNo } = useChoices()
  const worded = words.fields.find(({ id }) => id === field.id)
  const look = { name: `details.${field.id}`, label: wordIn(worded) }
  switch (field.type) {
    case 'long':
      return <TextArea<FieldValues> {...look} wide minRows={2} maxLength={20_000} />
    case 'amount':
      return <NumberField<FieldValues> {...look} digits={2} min={0} unit={t('yuan')} />
    case 'count':
      return <NumberField<FieldValues> {...look} min={0} />
    case 'time':
      return <DateTimeField<FieldValues> {...look} lean={field.id === 'expectedAt' ? 'future' : 'past'} />
    case 'yesNo':
      return <ToggleChoice<FieldValues> {...look} options={yesNo} clearable />
    case 'choice':
      return (
        <SelectField<FieldValues>
          {...look}
          emptyLabel={t('notChosen')}
          options={(worded?.options ?? []).map((option) => ({ value: option.id, label: wordIn(option) }))}
        />
      )
    default:
      return <TextField<FieldValues> {...look} maxLength={500} />
  }
}
