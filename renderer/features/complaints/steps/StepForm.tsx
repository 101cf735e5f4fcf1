import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { canonicalJson } from '../../../../shared/util/canonicalJson'
import type { CommandSpec, OnComplaint, SavedComplaint } from '../../../data'
import { DraftForm, type SaveAnswer } from '../DraftForm'
import type { StepName } from '../record/actions'
import { besideField } from '../refusals'
import { useSave } from '../saving'

/** What every step's form is given. */
export interface StepProps {
  record: Complaint
  /** Saved, or folded away. */
  onDone: () => void
}

interface StepFormProps<V extends FieldValues, I, O extends SavedComplaint> extends StepProps {
  step: StepName
  title: string
  /** The part of the record that this form changes: when another window changed it meanwhile, saving is refused. */
  basis: unknown
  defaults: () => DefaultValues<V>
  spec: CommandSpec<OnComplaint<I>, O>
  toInput: (values: V) => I
  /** The announcement, where it says more than the number. */
  say?: (saved: O) => string
  /** After it was saved; `onDone` when left out. */
  after?: (saved: O) => void
  children: (form: UseFormReturn<V>) => ReactNode
}

/** A step as a short form that opens in place (ui.md, "Record"), keeps its draft, and runs one command. */
export function StepForm<V extends FieldValues, I, O extends SavedComplaint>(props: StepFormProps<V, I, O>) {
  const { record, step, title, spec, toInput, onDone } = props
  const { t } = useTranslation('complaints')
  const save = useSave()
  const frame = useRef<HTMLDivElement>(null)
  const rev = useRevision(record, props.basis)
  useEffect(() => frame.current?.scrollIntoView({ block: 'nearest' }), [])

  const run = async (values: V, draftId: string): Promise<SaveAnswer> => {
    const input = { ...toInput(values), id: record.id, rev }
    const { value, refusal } = await save(spec, input, { draftId }, props.say)
    if (refusal) return { refusal: besideField(refusal) }
    return { refusal: null, after: () => (props.after ? props.after(value) : onDone()) }
  }
  return (
    <Box
      ref={frame}
      sx={{
        border: '1px solid',
        borderColor: 'primary.main',
        borderRadius: '4px',
        p: 3,
        pb: 0,
        bgcolor: 'background.paper',
      }}
    >
      <DraftForm<V>
        kind={`complaint.${step}`}
        targetId={record.id}
        label={t('step.formOf', { step: title })}
        defaults={props.defaults}
        draftTitle={() => `${record.number} ${title}`}
        onSave={run}
        ground="background.paper"
        footer={
          <>
            <Button type="submit" variant="contained" title="Ctrl+S">
              {t('step.save')}
            </Button>
            <Button title="Esc" onClick={onDone}>
              {t('step.fold')}
            </Button>
          </>
        }
      >
        {props.children}
      </DraftForm>
    </Box>
  )
}

/**
 * The revision to save on. What changed elsewhere in the record (it was printed, answered) does not concern this
 * form; a change of what it shows does, and the older revision makes the command say so.
 */
function useRevision(record: Complaint, basis: unknown): number {
  const [opened] = useState(() => ({ rev: record.rev, basis: canonicalJson(basis) }))
  return canonicalJson(basis) === opened.basis ? record.rev : opened.rev
}
