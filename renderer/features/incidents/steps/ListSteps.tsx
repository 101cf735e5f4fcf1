import type { FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import {
  setIncidentCallsCommand,
  setIncidentCompensationsCommand,
  setIncidentLossesCommand,
  setIncidentNotificationsCommand,
  useData,
  useUser,
} from '../../../data'
import { DateTimeField, NumberField, SelectField, TextField } from '../../../ui'
import { useChoices } from '../words'
import { IncidentStep, type StepProps } from './IncidentStep'
import { ListFields } from './ListFields'
import { rowsOf, type Typed } from './rows'

/** 财产损失: item, amount, whose. */
export function LossesStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('incidents')
  const blank = () => ({ id: null, item: '', amount: null, owner: '' })
  return (
    <IncidentStep
      record={record}
      onDone={onDone}
      step="setLosses"
      title={t('step.setLosses')}
      basis={record.losses}
      spec={setIncidentLossesCommand}
      defaults={() => ({ losses: rowsOf(record.losses, blank) })}
      toInput={({ losses }: Typed<'losses'>) => ({ losses })}
    >
      {() => (
        <ListFields
          name="losses"
          blank={blank}
          add={t('step.addLoss')}
          tracks="minmax(0, 2fr) minmax(96px, 1fr) minmax(0, 1fr)"
        >
          {(path) => (
            <>
              <TextField<FieldValues>
                name={`${path}.item`}
                label={t('field.item')}
                required
                maxLength={200}
              />
              <NumberField<FieldValues>
                name={`${path}.amount`}
                label={t('field.lossAmount')}
                digits={2}
                min={0}
                unit={t('yuan')}
              />
              <TextField<FieldValues> name={`${path}.owner`} label={t('field.lossOwner')} maxLength={100} />
            </>
          )}
        </ListFields>
      )}
    </IncidentStep>
  )
}

/** 通知: who was told, when, by whom. */
export function NotificationsStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('incidents')
  const { ports } = useData()
  const user = useUser()
  const blank = () => ({ id: null, told: '', toldAt: ports.now(), toldBy: user.name, words: '' })
  return (
    <IncidentStep
      record={record}
      onDone={onDone}
      step="setNotifications"
      title={t('step.setNotifications')}
      basis={record.notifications}
      spec={setIncidentNotificationsCommand}
      defaults={() => ({ notifications: rowsOf(record.notifications, blank) })}
      toInput={({ notifications }: Typed<'notifications'>) => ({ notifications })}
    >
      {() => (
        <ListFields
          name="notifications"
          blank={blank}
          add={t('step.addNotification')}
          tracks="minmax(0, 1fr) 168px minmax(0, 0.7fr) minmax(0, 1.4fr)"
        >
          {(path) => (
            <>
              <TextField<FieldValues>
                name={`${path}.told`}
                label={t('field.told')}
                required
                maxLength={100}
              />
              <DateTimeField<FieldValues> name={`${path}.toldAt`} label={t('field.toldAt')} required />
              <TextField<FieldValues> name={`${path}.toldBy`} label={t('field.toldBy')} maxLength={50} />
              <TextField<FieldValues> name={`${path}.words`} label={t('field.toldWords')} maxLength={500} />
            </>
          )}
        </ListFields>
      )}
    </IncidentStep>
  )
}

/** 报警/急救: time and receipt. */
export function CallsStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('incidents')
  const { ports } = useData()
  const user = useUser()
  const choices = useChoices()
  const blank = () => ({
    id: null,
    service: 'police' as const,
    calledAt: ports.now(),
    calledBy: user.name,
    arrivedAt: null,
    receipt: '',
  })
  return (
    <IncidentStep
      record={record}
      onDone={onDone}
      step="setCalls"
      title={t('step.setCalls')}
      basis={record.calls}
      spec={setIncidentCallsCommand}
      defaults={() => ({ calls: rowsOf(record.calls, blank) })}
      toInput={({ calls }: Typed<'calls'>) => ({ calls })}
    >
      {() => (
        <ListFields
          name="calls"
          blank={blank}
          add={t('step.addCall')}
          tracks="minmax(96px, 0.8fr) 168px minmax(0, 0.8fr)"
        >
          {(path) => (
            <>
              <SelectField<FieldValues>
                name={`${path}.service`}
                label={t('field.service')}
                options={choices.services}
              />
              <DateTimeField<FieldValues> name={`${path}.calledAt`} label={t('field.calledAt')} required />
              <TextField<FieldValues> name={`${path}.calledBy`} label={t('field.calledBy')} maxLength={50} />
              <TextField<FieldValues> name={`${path}.receipt`} label={t('field.receipt')} maxLength={100} />
              <DateTimeField<FieldValues> name={`${path}.arrivedAt`} label={t('field.arrivedAt')} />
            </>
          )}
        </ListFields>
      )}
    </IncidentStep>
  )
}

/** 赔偿: amount, agreed by, signed or disputed. */
export function CompensationsStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('incidents')
  const choices = useChoices()
  const blank = () => ({
    id: null,
    outcome: 'open' as const,
    amount: null,
    paidBy: '',
    agreedBy: '',
    settledAt: null,
    note: '',
  })
  return (
    <IncidentStep
      record={record}
      onDone={onDone}
      step="setCompensations"
      title={t('step.setCompensations')}
      basis={record.compensations}
      spec={setIncidentCompensationsCommand}
      defaults={() => ({ compensations: rowsOf(record.compensations, blank) })}
      toInput={({ compensations }: Typed<'compensations'>) => ({ compensations })}
    >
      {() => (
        <ListFields
          name="compensations"
          blank={blank}
          add={t('step.addCompensation')}
          tracks="minmax(96px, 1fr) minmax(96px, 1fr) 168px"
        >
          {(path) => (
            <>
              <SelectField<FieldValues>
                name={`${path}.outcome`}
                label={t('field.compensationOutcome')}
                options={choices.outcomes}
              />
              <NumberField<FieldValues>
                name={`${path}.amount`}
                label={t('field.compensationAmount')}
                digits={2}
                min={0}
                unit={t('yuan')}
              />
              <DateTimeField<FieldValues> name={`${path}.settledAt`} label={t('field.settledAt')} />
              <TextField<FieldValues> name={`${path}.paidBy`} label={t('field.paidBy')} maxLength={100} />
              <TextField<FieldValues> name={`${path}.agreedBy`} label={t('field.agreedBy')} maxLength={100} />
              <TextField<FieldValues> name={`${path}.note`} label={t('field.note')} maxLength={500} />
            </>
          )}
        </ListFields>
      )}
    </IncidentStep>
  )
}
