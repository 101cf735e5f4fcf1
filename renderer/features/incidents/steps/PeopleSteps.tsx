import Box from '@mui/material/Box'
import { type FieldValues, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Incident } from '../../../../shared/domain/incident/types'
import { HouseholdPicker } from '../../../register/who/HouseholdPicker'
import {
  setIncidentInjuriesCommand,
  setIncidentPartiesCommand,
  setIncidentWitnessesCommand,
} from '../../../data'
import { PhoneField, SelectField, SuggestField, TextField } from '../../../ui'
import { personFrom } from '../intake/intakeValues'
import { useChoices } from '../words'
import { IncidentStep, type StepProps } from './IncidentStep'
import { ListFields } from './ListFields'
import {
  blankParty,
  blankWitness,
  partiesFrom,
  type PartyRow,
  partyRows,
  witnessesFrom,
  type WitnessRow,
  witnessRows,
} from './peopleRows'
import { rowsOf, type Typed } from './rows'

const PERSON = 'minmax(96px, 1fr) minmax(0, 1fr) minmax(0, 1fr)'

/** 当事人, several: who they are and what they had to do with it. */
export function PartiesStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('incidents')
  const choices = useChoices()
  return (
    <IncidentStep
      record={record}
      onDone={onDone}
      step="setParties"
      title={t('step.setParties')}
      basis={record.parties}
      spec={setIncidentPartiesCommand}
      defaults={() => ({ parties: partyRows(record.parties) })}
      toInput={({ parties }: { parties: PartyRow[] }) => ({ parties: partiesFrom(parties) })}
    >
      {() => (
        <Box sx={{ display: 'grid', gap: 3 }}>
          <AddFromHousehold />
          <ListFields name="parties" blank={blankParty} add={t('step.addParty')} tracks={PERSON}>
            {(path) => (
              <>
                <SelectField<FieldValues>
                  name={`${path}.role`}
                  label={t('field.partyRole')}
                  options={choices.roles}
                />
                <TextField<FieldValues> name={`${path}.name`} label={t('field.party')} maxLength={50} />
                <PhoneField<FieldValues> name={`${path}.phone`} label={t('field.phone')} />
                <TextField<FieldValues>
                  name={`${path}.unitCode`}
                  label={t('field.unitCode')}
                  maxLength={50}
                />
                <Box sx={{ gridColumn: 'span 2' }}>
                  <TextField<FieldValues> name={`${path}.note`} label={t('field.note')} maxLength={500} />
                </Box>
              </>
            )}
          </ListFields>
        </Box>
      )}
    </IncidentStep>
  )
}

/** A household that is found becomes the first row that is still empty, or one more. */
function AddFromHousehold() {
  const form = useFormContext<{ parties: PartyRow[] }>()
  return (
    <HouseholdPicker
      onPick={({ unit, person }) => {
        const rows = form.getValues('parties')
        const free = rows.findIndex(({ name, unitId, note }) => name === '' && !unitId && note === '')
        const row: PartyRow = { ...blankParty(), ...personFrom(unit, person) }
        const next = free < 0 ? [...rows, row] : rows.map((one, at) => (at === free ? row : one))
        form.setValue('parties', next, { shouldDirty: true })
      }}
    />
  )
}

/** 证人, each with what they saw. */
export function WitnessesStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('incidents')
  return (
    <IncidentStep
      record={record}
      onDone={onDone}
      step="setWitnesses"
      title={t('step.setWitnesses')}
      basis={record.witnesses}
      spec={setIncidentWitnessesCommand}
      defaults={() => ({ witnesses: witnessRows(record.witnesses) })}
      toInput={({ witnesses }: { witnesses: WitnessRow[] }) => ({ witnesses: witnessesFrom(witnesses) })}
    >
      {() => (
        <ListFields name="witnesses" blank={blankWitness} add={t('step.addWitness')} tracks={PERSON}>
          {(path) => (
            <>
              <TextField<FieldValues>
                name={`${path}.name`}
                label={t('field.witness')}
                required
                maxLength={50}
              />
              <PhoneField<FieldValues> name={`${path}.phone`} label={t('field.phone')} />
              <TextField<FieldValues> name={`${path}.unitCode`} label={t('field.unitCode')} maxLength={50} />
              <Box sx={{ gridColumn: '1 / -1' }}>
                <TextField<FieldValues>
                  name={`${path}.statement`}
                  label={t('field.statement')}
                  maxLength={5_000}
                />
              </Box>
            </>
          )}
        </ListFields>
      )}
    </IncidentStep>
  )
}

const namesOf = ({ parties }: Incident) => parties.map(({ person }) => person.name).filter(Boolean)

/** 伤情: whose, what, and where they were taken. Sensitive (domain 7, 13). */
export function InjuriesStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('incidents')
  const blank = () => ({ id: null, who: '', condition: '', treatment: '' })
  return (
    <IncidentStep
      record={record}
      onDone={onDone}
      step="setInjuries"
      title={t('step.setInjuries')}
      basis={record.injuries}
      spec={setIncidentInjuriesCommand}
      defaults={() => ({ injuries: rowsOf(record.injuries, blank) })}
      toInput={({ injuries }: Typed<'injuries'>) => ({ injuries })}
    >
      {() => (
        <Box sx={{ display: 'grid', gap: 3 }}>
          <Box sx={{ color: 'text.secondary' }}>{t('injuries.note')}</Box>
          <ListFields
            name="injuries"
            blank={blank}
            add={t('step.addInjury')}
            tracks="minmax(0, 0.7fr) minmax(0, 1.6fr) minmax(0, 1fr)"
          >
            {(path) => (
              <>
                <SuggestField<FieldValues>
                  name={`${path}.who`}
                  label={t('field.who')}
                  suggestions={namesOf(record)}
                  maxLength={50}
                />
                <TextField<FieldValues>
                  name={`${path}.condition`}
                  label={t('field.condition')}
                  required
                  maxLength={2_000}
                />
                <TextField<FieldValues>
                  name={`${path}.treatment`}
                  label={t('field.treatment')}
                  maxLength={500}
                />
              </>
            )}
          </ListFields>
        </Box>
      )}
    </IncidentStep>
  )
}
