import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react'
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { Refusal } from '../../../shared/util/result'
import { announce } from '../feedback/announce'
import { NoticeBar } from '../feedback/RefusalBar'
import { Form } from './Form'
import { useAppForm } from './useAppForm'

/** The draft of a form, wherever it is kept; `initial` is undefined while it is read, null where there is none. */
export interface FormDraft {
  id: string
  initial: { values: Record<string, unknown> } | null | undefined
  keep: (title: string, values: Record<string, unknown>) => void
  flush: () => Promise<void>
  discard: () => Promise<void>
  done: () => void
  savedAt: string | null
  /** Something newer was typed than what was written last. */
  waits: boolean
}

export interface DraftFormProps<V extends FieldValues> {
  draft: FormDraft
  /** Accessible name of the form. */
  label: string
  /** Values of an untouched form; asked once, and again when a draft is thrown away. */
  defaults: () => DefaultValues<V>
  schema?: z.ZodType<V, V>
  /** What the list of drafts calls this one. */
  draftTitle: (values: V) => string
  /** Told before anything is written; what it answers is told whether it was refused. */
  onBegin?: () => (refused: boolean) => void
  /** Saves, and takes the draft of this id with it. */
  onSave: (values: V, draftId: string) => Promise<Refusal | null>
  /** After saving, once the draft is gone. `closing`: by Ctrl+Enter. */
  onSaved: (closing: boolean) => void
  children: (form: UseFormReturn<V>) => ReactNode
  /** The buttons, which stay in sight below the fields. */
  footer: ReactNode
  /** The colour behind the form, for the footer that stays in sight. */
  ground?: string
  /** False for a form beside another one, which 保存 in the menu means. */
  followsMenu?: boolean
  /**
   * Opens in place: its first field takes the focus, and the form comes into view from its top. Where the first fields
   * are known already, `data-first` stands around the one that is asked for.
   */
  takesFocus?: boolean
}

const FIRST_FIELD =
  'input:not(:disabled), textarea:not(:disabled), select:not(:disabled), [role=radio][tabindex="0"]:not(:disabled)'

/** Room for the head of the part above the form, and for the buttons that stay in sight over its fields. */
const IN_SIGHT = {
  scrollMarginTop: '56px',
  '& :is(input, textarea, select, [role=radio])': { scrollMarginTop: '32px', scrollMarginBottom: '72px' },
}

/** A form that keeps what is typed (domain 10), and brings it back with a quiet note. */
export function DraftForm<V extends FieldValues>(props: DraftFormProps<V>) {
  const { initial } = props.draft
  const [left, setLeft] = useState<{ values: Record<string, unknown> | null } | null>(null)
  // Only what was left before counts: later answers of the draft store belong to this very form.
  if (!left && initial !== undefined) setLeft({ values: initial?.values ?? null })
  return left ? <KeptForm {...props} left={left.values} /> : null
}

type KeptFormProps<V extends FieldValues> = DraftFormProps<V> & { left: Record<string, unknown> | null }

function KeptForm<V extends FieldValues>(props: KeptFormProps<V>) {
  const { draft, left, defaults, schema, onSave } = props
  const { t } = useTranslation('ui')
  const [restored, setRestored] = useState(left !== null)
  // Fields that hold words of their own (a search) begin anew with the form.
  const [generation, setGeneration] = useState(0)
  const [initial] = useState((): DefaultValues<V> => ({ ...defaults(), ...left }))
  const form = useAppForm<V>({ defaultValues: initial, ...(schema ? { schema } : {}) })
  const settledRef = useKeeping(form, props, initial)
  const frame = useFirstFocus(props.takesFocus ?? false)

  const save = async (values: V, closing: boolean): Promise<Refusal | null> => {
    const refusal = await asOne(props.onBegin, async () => {
      await draft.flush()
      return onSave(values, draft.id)
    })
    if (refusal) return refusal
    settledRef.current = true
    draft.done()
    props.onSaved(closing)
    return null
  }
  const begin = (values: V | DefaultValues<V>): void => {
    form.reset(values)
    setGeneration((before) => before + 1)
    requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>(FIRST_FIELD)?.focus())
  }
  const discard = async (): Promise<void> => {
    const thrownAway = form.getValues()
    settledRef.current = true
    try {
      await draft.discard()
      begin(defaults())
    } finally {
      settledRef.current = false
    }
    setRestored(false)
    announce(t('draft.discarded'), 'plain', () => begin(thrownAway))
  }
  return (
    <Box ref={frame} sx={IN_SIGHT}>
      <Form form={form} label={props.label} onSave={save} followsMenu={props.followsMenu ?? true}>
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
        <Fragment key={generation}>{props.children(form)}</Fragment>
        <Box
          sx={{
            position: 'sticky',
            bottom: 0,
            zIndex: 1,
            display: 'flex',
            alignItems: 'center',
            gap: 2,
            mt: 2,
            py: 2,
            flexWrap: 'wrap',
            bgcolor: props.ground ?? 'background.default',
          }}
        >
          {props.footer}
          {draft.savedAt && (
            <KeptDot label={draft.waits ? t('draft.waits') : t('draft.kept')} hollow={draft.waits} />
          )}
        </Box>
      </Form>
    </Box>
  )
}

/** Saves between `onBegin` and what that answers: whoever waits for the save waits for the draft before it too. */
async function asOne(
  onBegin: (() => (refused: boolean) => void) | undefined,
  save: () => Promise<Refusal | null>,
): Promise<Refusal | null> {
  const ended = onBegin?.()
  let refused = true
  try {
    const refusal = await save()
    refused = refusal !== null
    return refusal
  } finally {
    ended?.(refused)
  }
}

/** What is there already is gone on with. */
function caretToEnd(field: HTMLElement): void {
  if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length)
}

/** The frame of a form that opens in place. A list keeps the keyboard while its cursor runs over left drafts. */
function useFirstFocus(wanted: boolean) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!wanted) return
    frame.current?.scrollIntoView({ block: 'start' })
    if (document.activeElement?.closest('[role=grid]')) return
    const asked = frame.current?.querySelector('[data-first]')?.querySelector<HTMLElement>(FIRST_FIELD)
    const field = asked ?? frame.current?.querySelector<HTMLElement>(FIRST_FIELD)
    field?.focus({ preventScroll: !asked })
    if (field) caretToEnd(field)
  }, [wanted])
  return frame
}

/** Hands every change to the draft until the form is settled: saved or thrown away. */
function useKeeping<V extends FieldValues>(
  form: UseFormReturn<V>,
  { draft, draftTitle }: DraftFormProps<V>,
  initial: DefaultValues<V>,
) {
  const settledRef = useRef(false)
  const latest = useRef({ draft, draftTitle })
  useEffect(() => {
    latest.current = { draft, draftTitle }
  })
  useEffect(() => {
    let kept = JSON.stringify(initial)
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        const text = JSON.stringify(values)
        if (text === kept) return
        // Noted where nothing is kept, too: what is thrown away and comes back is not what was kept last any more.
        kept = text
        if (settledRef.current) return
        latest.current.draft.keep(latest.current.draftTitle(values), JSON.parse(text))
      },
    })
  }, [form, initial])
  return settledRef
}

/** Hollow while the newest keys are not written yet; it turns slowly, so that it does not flicker under fast typing. */
function KeptDot({ label, hollow }: { label: string; hollow: boolean }) {
  return (
    <Box
      component="span"
      role="img"
      aria-label={label}
      title={label}
      sx={{
        width: 8,
        height: 8,
        borderRadius: '50%',
        border: '2px solid',
        borderColor: 'primary.main',
        bgcolor: hollow ? 'transparent' : 'primary.main',
        transition: 'background-color 800ms',
      }}
    />
  )
}
