import { useRef } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import type { Refusal } from '../../../../shared/util/result'
import { addComplainantCommand, useData } from '../../../data'
import type { SaveAnswer } from '../../../register/saving/RecordForm'
import { useSave } from '../../../register/saving/saving'
import { dispatchCommand } from '../../../ui'
import { type IntakeValues, intakeOf } from '../intake/intakeValues'
import { noteAdded } from './lastAdded'
import { intakeInOneText } from './intakeInOneText'

/** 并入此件 for an intake: the form is saved as usual, only into another record. */
export interface AddInstead {
  /** Checks the form and saves it into the record. */
  add: (form: UseFormReturn<IntakeValues>, record: Complaint) => Promise<void>
  /** To be asked by the form's own save: null where a new complaint is registered. */
  take: () => Complaint | null
  save: (record: Complaint, values: IntakeValues, draftId: string) => Promise<SaveAnswer>
}

/** @param onSaved shows the record that the intake went to. */
export function useAddInstead(onSaved: (id: string) => void): AddInstead {
  const { t } = useTranslation('people')
  const { ports } = useData()
  const target = useRef<Complaint | null>(null)
  const save = useSave()
  return {
    add: async (form, record) => {
      // What is missing is shown before anything is aimed at another record.
      if (form.formState.isSubmitting || !(await form.trigger(undefined, { shouldFocus: true }))) return
      target.current = record
      // Where no save begins now, the next one must not go to this record.
      if (form.formState.isSubmitting || !dispatchCommand('save')) target.current = null
    },
    take: () => {
      const record = target.current
      target.current = null
      return record
    },
    save: async (record, values, draftId) => {
      const { complainant, channel, registeredAt, lossOrInjury } = intakeOf(values, ports.now())
      const input = {
        id: record.id,
        rev: record.rev,
        complainant,
        channel,
        saidAt: registeredAt,
        words: intakeInOneText(values, record.intake, t),
        receivedBy: values.receivedBy,
        lossOrInjury,
        attachments: values.attachments ?? [],
      }
      const { value, refusal } = await save(addComplainantCommand, input, { draftId }, ({ number }) =>
        t('similar.added', { number }),
      )
      if (refusal) return { refusal: besideIntake(refusal) }
      noteAdded(value.id, values)
      return { refusal: null, after: () => onSaved(value.id) }
    },
  }
}

/** Fields of the command by their names in the intake. */
function besideIntake(refusal: Refusal): Refusal {
  if (refusal.field === 'words') return { ...refusal, field: 'content' }
  return refusal.field === 'saidAt' ? { ...refusal, field: 'registeredAt' } : refusal
}
