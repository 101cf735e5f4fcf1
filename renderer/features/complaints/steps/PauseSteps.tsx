import { useTranslation } from 'react-i18next'
import type { MovePromiseInput, SuspendInput } from '../../../../shared/domain/complaint/commands'
import { civilDayOf, shiftDay } from '../../../../shared/util/civilTime'
import { movePromiseCommand, suspendCommand, useData } from '../../../data'
import { DateField, DateTimeField, FormGrid, formatDateTime, TextArea } from '../../../ui'
import { ComplaintStep, type StepProps } from './ComplaintStep'

/** 挂起: why, and when to get in touch again; again, it sets the next day. */
export function SuspendStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('complaints')
  const { ports } = useData()
  const { suspension } = record
  return (
    <ComplaintStep
      record={record}
      onDone={onDone}
      step="suspend"
      title={t('step.suspend')}
      basis={suspension}
      spec={suspendCommand}
      defaults={() => ({
        reason: suspension?.reason ?? '',
        nextContactOn: shiftDay(civilDayOf(ports.now()), 3),
      })}
      toInput={(values: SuspendInput) => values}
    >
      {() => (
        <FormGrid>
          <TextArea<SuspendInput>
            name="reason"
            label={t('field.suspendReason')}
            required
            wide
            maxLength={2_000}
          />
          <DateField<SuspendInput>
            name="nextContactOn"
            label={t('field.nextContactOn')}
            lean="future"
            required
          />
        </FormGrid>
      )}
    </ComplaintStep>
  )
}

/** 延期告知: the promise moves with a reason and the time at which the person was told. */
export function MovePromiseStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('complaints')
  const { ports } = useData()
  const promised = record.handling?.promisedAt ?? null
  return (
    <ComplaintStep
      record={record}
      onDone={onDone}
      step="movePromise"
      title={t('step.movePromise')}
      basis={promised}
      spec={movePromiseCommand}
      defaults={() => ({ reason: '', toldAt: ports.now() })}
      toInput={(values: MovePromiseInput) => values}
    >
      {() => (
        <FormGrid>
          <DateTimeField<MovePromiseInput>
            name="to"
            label={t('field.moveTo')}
            hint={`${t('field.promisedAt')} ${formatDateTime(promised)}`}
            lean="future"
            required
          />
          <DateTimeField<MovePromiseInput> name="toldAt" label={t('field.toldAt')} required />
          <TextArea<MovePromiseInput>
            name="reason"
            label={t('field.moveReason')}
            required
            wide
            maxLength={2_000}
          />
        </FormGrid>
      )}
    </ComplaintStep>
  )
}
