import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ReactNode, useEffect, useRef } from 'react'
import type { DefaultValues, FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { Refusal } from '../../../../shared/util/result'
import { useDraft } from '../../../data'
import { DraftForm } from '../../../ui'

export interface EntryFormProps<V extends FieldValues> {
  /** Kind of the draft: `household.person:<id>`. */
  kind: string
  /** The record that opens the draft again; '' for a new household. */
  targetId: string
  /** Accessible name of the form. */
  label: string
  values: V
  schema: z.ZodType<V, V>
  /** What the list of drafts calls this one. */
  draftTitle: (values: V) => string
  /** Saves, and takes the draft with it. */
  onSave: (values: V, draftId: string) => Promise<Refusal | null>
  /** Leaves the form: saved, or given up. */
  onClose: () => void
  /** Instead of `onClose` after saving. */
  onSaved?: (() => void) | undefined
  children: ReactNode
}

const FIRST_FIELD = 'input, textarea, select, [role=radio][tabindex="0"]'

/** A form of the 住户档案: its draft, its buttons, and its first field in sight with the focus. */
export function EntryForm<V extends FieldValues>(props: EntryFormProps<V>) {
  const { values, onClose, onSaved = onClose } = props
  const { t } = useTranslation('households')
  const draft = useDraft(props.kind, props.targetId)
  const frame = useRef<HTMLDivElement>(null)
  const read = draft.initial !== undefined
  // The form may have opened out of sight: its first field takes the focus and comes into view.
  useEffect(() => {
    if (read) frame.current?.querySelector<HTMLElement>(FIRST_FIELD)?.focus()
  }, [read])
  return (
    <Box ref={frame}>
      <DraftForm<V>
        draft={draft}
        label={props.label}
        defaults={() => values as DefaultValues<V>}
        schema={props.schema}
        draftTitle={props.draftTitle}
        onSave={props.onSave}
        onSaved={onSaved}
        ground="background.paper"
        footer={
          <>
            <Button type="submit" variant="contained" title="Ctrl+S">
              {t('action.save')}
            </Button>
            <Button onClick={onClose}>{t('action.back')}</Button>
          </>
        }
      >
        {() => props.children}
      </DraftForm>
    </Box>
  )
}
