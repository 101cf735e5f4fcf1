import Box from '@mui/material/Box'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useState } from 'react'
import { type FieldPath, type FieldValues, FormProvider, type UseFormReturn } from 'react-hook-form'
import type { Refusal } from '../../../shared/util/result'
import { useMenuCommand } from '../commands'
import { RefusalBar } from '../feedback/RefusalBar'
import { refusalText } from '../i18n/translateKey'
import { refreshNow } from '../time'
import { moveOn } from './moveOn'

interface FormProps<V extends FieldValues> {
  form: UseFormReturn<V>
  /** Saves; answers the refusal, or null when it is saved. `closing`: by Ctrl+Enter, which leaves the form after. */
  onSave: (values: V, closing: boolean) => Promise<Refusal | null>
  /** After Ctrl+Enter has saved: leave the form. */
  onClose?: () => void
  /** The accessible name of the form. */
  label: string
  /** The outermost form of a screen also follows 保存 in the menu. */
  followsMenu?: boolean
  children: ReactNode
}

/**
 * The frame of every form (ui.md, "Habits"): Enter moves on, Ctrl+S saves, Ctrl+Enter saves and closes, the first
 * wrong field gets the focus, and a refusal stands beside its field or in a bar above.
 */
export function Form<V extends FieldValues>(props: FormProps<V>) {
  const { form, onSave, onClose, followsMenu = true } = props
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  // A second Ctrl+S while the first is still being written must not save twice.
  const save = async (close: boolean): Promise<void> => {
    if (form.formState.isSubmitting) return
    setRefusal(null)
    await form.handleSubmit(async (values) => {
      const refused = await onSave(values, close)
      if (refused) {
        setRefusal(placeRefusal(form, refused) ? null : refused)
        // It may have been refused for the time: what the screen says about that must be of now.
        refreshNow()
      } else if (close) onClose?.()
    })()
  }
  useMenuCommand('save', () => void save(false), followsMenu)
  useMenuCommand('saveAndClose', () => void save(true), followsMenu)

  const keys = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.nativeEvent.isComposing || event.defaultPrevented) return
    const control = event.ctrlKey || event.metaKey
    if (control && event.key === 'Enter') void save(true)
    else if (control && event.key.toLowerCase() === 's') void save(false)
    else if (event.key !== 'Enter' || event.shiftKey || event.altKey || !moveOn(event.target)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <FormProvider {...form}>
      <Box
        component="form"
        noValidate
        aria-label={props.label}
        onKeyDown={keys}
        onMouseDown={keepStill}
        onClickCapture={focusButton}
        onSubmit={(event) => {
          event.preventDefault()
          void save(false)
        }}
      >
        <RefusalBar refusal={refusal} onClose={() => setRefusal(null)} />
        {props.children}
      </Box>
    </FormProvider>
  )
}

/**
 * Leaving a field may put an error below it, and the button that is being pressed would move away from under the
 * mouse: so the focus stays until the click has happened.
 */
function keepStill(event: MouseEvent): void {
  if (buttonAt(event.target)) event.preventDefault()
}

function focusButton(event: MouseEvent): void {
  buttonAt(event.target)?.focus()
}

function buttonAt(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('button:not([tabindex="-1"])') : null
}

/**
 * Puts a refusal beside the field it names and focuses that, and what else is wrong beside its fields; false when the
 * form has no field for the refusal itself.
 */
export function placeRefusal<V extends FieldValues>(form: UseFormReturn<V>, refusal: Refusal): boolean {
  for (const other of refusal.also ?? []) putBeside(form, other, false)
  return putBeside(form, refusal, true)
}

function putBeside<V extends FieldValues>(
  form: UseFormReturn<V>,
  refusal: Refusal,
  shouldFocus: boolean,
): boolean {
  const name = refusal.field as FieldPath<V> | undefined
  if (!name || !document.getElementsByName(name).length) return false
  form.setError(name, { type: 'said', message: refusalText(refusal) }, { shouldFocus })
  return true
}
