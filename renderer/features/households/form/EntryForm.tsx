import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { DefaultValues, FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { Refusal } from '../../../../shared/util/result'
import { type DraftHandle, useDraft } from '../../../data'
import { Form, NoticeBar, useAppForm } from '../../../ui'

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

/** A form of the 住户档案: keeps what is typed (domain 10) and brings it back with a quiet note. */
export function EntryForm<V extends FieldValues>(props: EntryFormProps<V>) {
  const draft = useDraft(props.kind, props.targetId)
  const [left, setLeft] = useState<{ values: Record<string, unknown> | null } | null>(null)
  // Only what was left before counts: later answers of the draft store belong to this very form.
  if (!left && draft.initial !== undefined) setLeft({ values: draft.initial?.values ?? null })
  return left ? <KeptForm {...props} draft={draft} left={left.values} /> : null
}

const FIRST_FIELD = 'input, textarea, select, [role=radio][tabindex="0"]'

type KeptFormProps<V extends FieldValues> = EntryFormProps<V> & {
  draft: DraftHandle
  left: Record<string, unknown> | null
}

function KeptForm<V extends FieldValues>(props: KeptFormProps<V>) {
  const { draft, left, values, schema, onSave, onClose } = props
  const { t } = useTranslation('households')
  const [restored, setRestored] = useState(left !== null)
  const [initial] = useState(() => ({ ...values, ...left }))
  const form = useAppForm<V>({ defaultValues: initial as DefaultValues<V>, schema })
  const settled = useRef(false)
  const frame = useRef<HTMLDivElement>(null)
  // The form may have opened out of sight: its first field takes the focus and comes into view.
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>(FIRST_FIELD)?.focus()
  }, [])
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  useEffect(() => {
    let kept = JSON.stringify(initial)
    return form.subscribe({
      formState: { values: true },
      callback: (state) => {
        const text = JSON.stringify(state.values)
        if (settled.current || text === kept) return
        kept = text
        latest.current.draft.keep(latest.current.draftTitle(state.values), JSON.parse(text))
      },
    })
  }, [form, initial])

  const save = async (typed: V): Promise<Refusal | null> => {
    await draft.flush()
    const refused = await onSave(typed, draft.id)
    if (refused) return refused
    settled.current = true
    draft.done()
    ;(props.onSaved ?? onClose)()
    return null
  }
  const discard = async (): Promise<void> => {
    settled.current = true
    await draft.discard()
    form.reset(values)
    settled.current = false
    setRestored(false)
  }
  return (
    <Box ref={frame}>
      <Form form={form} label={props.label} onSave={save}>
        {restored && (
          <NoticeBar
            tone="plain"
            action={
              <Button variant="text" onClick={() => void discard()}>
                {t('draft.discard')}
              </Button>
            }
          >
            {t('draft.restored')}
          </NoticeBar>
        )}
        {props.children}
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mt: 3 }}>
          <Button type="submit" variant="contained" title="Ctrl+S">
            {t('action.save')}
          </Button>
          <Button onClick={onClose}>{t('action.back')}</Button>
          {draft.savedAt && (
            <Box
              component="span"
              role="img"
              aria-label={t('draft.kept')}
              title={t('draft.kept')}
              sx={{ width: 8, height: 8, borderRadius: '50%', bgcolor: 'primary.main' }}
            />
          )}
        </Box>
      </Form>
    </Box>
  )
}
