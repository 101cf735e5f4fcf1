import { useTranslation } from 'react-i18next'
import { amendLostItemCommand, fillInLostItemCommand, useData, useUser } from '../../../data'
import { ItemFields } from './ItemFields'
import { ItemStepForm, type StepProps } from './ItemStepForm'
import { blankItem, type ItemValues, itemIntake, itemValues } from './values'

/** 更正登记内容: everything but 上交时间. */
export function AmendStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('lostItems')
  const { ports } = useData()
  return (
    <ItemStepForm
      record={record}
      onDone={onDone}
      step="amendIntake"
      title={t('step.amendIntake')}
      basis={record.intake}
      spec={amendLostItemCommand}
      defaults={() => itemValues(record.intake)}
      toInput={(values: ItemValues) => ({ intake: itemIntake(values, ports.now()) })}
    >
      {(form) => <ItemFields form={form} fixed />}
    </ItemStepForm>
  )
}

/** 补录 of a blank sheet. 上交时间 begins empty: nobody but the paper knows it. */
export function FillInStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('paper')
  const { ports } = useData()
  const user = useUser()
  return (
    <ItemStepForm
      record={record}
      onDone={onDone}
      step="fillIn"
      title={t('fillIn.title')}
      basis={record.state}
      spec={fillInLostItemCommand}
      saveLabel={t('fillIn.save')}
      defaults={(): ItemValues => ({ ...blankItem(ports.now(), user.name), handedInAt: null })}
      toInput={(values: ItemValues) => ({ intake: itemIntake(values, ports.now()) })}
    >
      {(form) => <ItemFields form={form} takesFocus={false} />}
    </ItemStepForm>
  )
}
