import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { readPath } from '../../../../shared/domain/correction/values'
import type { CorrectableField } from '../../../../shared/domain/register/correctable'
import {
  CheckField,
  DateField,
  DateTimeField,
  NumberField,
  PhoneField,
  SelectField,
  TextArea,
  TextField,
  translateKey,
} from '../../../ui'
import { labelOf, valueWords } from '../wording'
import { changesIn, type CorrectionValues, keyOf, nameOf } from './values'

interface Props {
  record: object
  field: CorrectableField
}

/** One field with what it is to say; once it is changed, what it said stands under it. */
export function CorrectedInput({ record, field }: Props) {
  const { t } = useTranslation('corrections')
  const typed = useWatch<CorrectionValues>({ name: nameOf(field.path) })
  const values = { [keyOf(field.path)]: typed as CorrectionValues['values'][string] }
  const [change] = changesIn(record, [field], values)
  const was = valueWords(field, readPath(record, field.path)) || t('intake.empty')
  return (
    <Bound
      field={field}
      hint={change && t('intake.was', { value: was.length > MOST ? `${was.slice(0, MOST)}…` : was })}
    />
  )
}

/** Characters of what it said that are shown under the field; the list of changes has it whole. */
const MOST = 60

function Bound({ field, hint }: { field: CorrectableField; hint: string | undefined }) {
  const { t } = useTranslation('corrections')
  const { required, path, kind } = field
  const look = { name: nameOf(path), label: labelOf(field), required, hint }
  switch (kind) {
    case 'longText':
      return <TextArea<CorrectionValues> {...look} wide maxLength={20_000} maxRows={8} />
    case 'phone':
      return <PhoneField<CorrectionValues> {...look} />
    case 'instant':
      return <DateTimeField<CorrectionValues> {...look} />
    case 'day':
      return <DateField<CorrectionValues> {...look} />
    case 'yesNo':
      return <CheckField<CorrectionValues> {...look} required={false} />
    case 'count':
      return <NumberField<CorrectionValues> {...look} min={1} />
    case 'yuan':
    case 'fen':
      return <NumberField<CorrectionValues> {...look} min={0} digits={2} unit={t('yuan')} />
    case 'choice': {
      const { words } = field
      const options = field.options.map((value) => ({ value, label: translateKey(`${words}.${value}`) }))
      return (
        <SelectField<CorrectionValues>
          {...look}
          options={options}
          {...(required ? {} : { emptyLabel: t('intake.notChosen') })}
        />
      )
    }
    default:
      return <TextField<CorrectionValues> {...look} maxLength={500} />
  }
}
