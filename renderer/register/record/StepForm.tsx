import Box from '@mui/material/Box'
import { type ReactNode, useState } from 'react'
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { canonicalJson } from '../../../shared/util/canonicalJson'
import type { CommandSpec, OnRecord, SavedRecord } from '../../data'
import { RecordForm, type SaveAnswer } from '../saving/RecordForm'
import { besideField } from '../saving/refusals'
import { SaveOrFold } from '../saving/SaveButtons'
import { useSave } from '../saving/saving'
import type { TimelineWords } from '../timeline/timelineWords'
import { ElsewhereBar } from './ElsewhereBar'

/** What a form needs to know of any register's record. */
export interface StepRecord {
  id: string
  number: string
  rev: number
  updatedAt: string
}

/** What every step's form is given. */
export interface StepProps<R extends StepRecord = StepRecord> {
  record: R
  /** Folded away, or `saved`. */
  onDone: (saved?: boolean) => void
}

export interface StepFormProps<V extends FieldValues, I, O extends SavedRecord> extends StepProps {
  /** Kind of the draft: `complaint.judge`. */
  kind: string
  /** The register's words, for what another window changed. */
  words: TimelineWords
  title: string
  /** The part of the record that this form changes: when another window changed it meanwhile, saving is refused. */
  basis: unknown
  defaults: () => DefaultValues<V>
  spec: CommandSpec<OnRecord<I>, O>
  toInput: (values: V) => I
  /** The announcement, where it says more than the number. */
  say?: (saved: O) => string
  /** Takes it back: offered as 撤销 beside 已保存. */
  undo?: (saved: O) => (() => void) | null
  /** After it was saved; `onDone` when left out. */
  after?: (saved: O) => void
  /** Names the consequence on the button, where saving does more than save. */
  saveLabel?: ReactNode
  children: (form: UseFormReturn<V>) => ReactNode
}

/** A step as a short form that opens in place (ui.md, "Record"), keeps its draft, and runs one command. */
export function StepForm<V extends FieldValues, I, O extends SavedRecord>(props: StepFormProps<V, I, O>) {
  const { record, kind, title, spec, toInput, onDone } = props
  const { t } = useTranslation('record')
  const save = useSave()
  const { rev, behind, keep } = useBasis(record, props.basis)

  const run = async (values: V, draftId: string): Promise<SaveAnswer> => {
    const input = { ...toInput(values), id: record.id, rev }
    const { value, refusal } = await save(spec, input, { draftId }, props.say, props.undo)
    if (refusal) return { refusal: besideField(refusal) }
    return { refusal: null, after: () => (props.after ? props.after(value) : onDone(true)) }
  }
  return (
    <Box
      sx={{
        border: '1px solid',
        borderColor: 'primary.main',
        borderRadius: '4px',
        p: 3,
        pb: 0,
        bgcolor: 'background.paper',
      }}
    >
      {behind && <ElsewhereBar opened={behind} now={record} words={props.words} onKeep={keep} />}
      <RecordForm<V>
        kind={kind}
        targetId={record.id}
        changedAt={record.updatedAt}
        label={t('step.formOf', { step: title })}
        defaults={props.defaults}
        draftTitle={() => `${record.number} ${title}`}
        onSave={run}
        ground="background.paper"
        takesFocus
        footer={<SaveOrFold label={props.saveLabel} onFold={() => onDone()} />}
      >
        {props.children}
      </RecordForm>
    </Box>
  )
}

interface Basis {
  /** The revision to save on. */
  rev: number
  /** The record as it was opened, where somebody else has changed since what this form shows; else null. */
  behind: StepRecord | null
  /** The user has seen the change: the form stands on the record as it is now. */
  keep: () => void
}

/**
 * What the form stands on. A change elsewhere in the record (it was printed, answered) does not concern it; a change
 * of what it shows does, and until the user has seen it the older revision makes the command refuse.
 */
function useBasis(record: StepRecord, basis: unknown): Basis {
  const shown = canonicalJson(basis)
  const [opened, setOpened] = useState({ record, shown })
  const keep = () => setOpened({ record, shown })
  return shown === opened.shown
    ? { rev: record.rev, behind: null, keep }
    : { rev: opened.record.rev, behind: opened.record, keep }
}
