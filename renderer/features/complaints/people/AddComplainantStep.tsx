import { useTranslation } from 'react-i18next'
import type { AddComplainantInput } from '../../../../shared/domain/complaint/commands'
import { normalizePhone } from '../../../../shared/util/contact'
import { addComplainantCommand, useData, useUser } from '../../../data'
import { NOBODY } from '../intake/intakeValues'
import { ComplaintStep, type StepProps } from '../steps/ComplaintStep'
import { PersonFields } from './PersonFields'
import type { PersonValues } from './personValues'

/** 加投诉人: somebody else with the same matter, in their own words. Two windows may add one each. */
export function AddComplainantStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('people')
  const { ports } = useData()
  const user = useUser()
  return (
    <ComplaintStep
      record={record}
      onDone={onDone}
      step="addComplainant"
      title={t('add')}
      basis={null}
      spec={addComplainantCommand}
      defaults={(): PersonValues => ({
        complainant: NOBODY,
        channel: 'phone',
        saidAt: ports.now(),
        words: '',
        receivedBy: user.name,
      })}
      toInput={(values: PersonValues) => inputOf(values, ports.now())}
    >
      {(form) => <PersonFields form={form} />}
    </ComplaintStep>
  )
}

/** Who asks to stay unnamed is not tied to a person or a household. */
function inputOf({ complainant, saidAt, ...rest }: PersonValues, now: string): AddComplainantInput {
  const hidden = complainant.anonymous ? { personId: null, unitId: null, name: '' } : {}
  const phone = normalizePhone(complainant.phone)
  return { ...rest, saidAt: saidAt ?? now, complainant: { ...complainant, ...hidden, phone } }
}
