import ShortTextOutlined from '@mui/icons-material/ShortTextOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type KeyboardEvent, useRef, useState } from 'react'
import { type FieldPath, type FieldValues, type PathValue, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { TextArea, type TextAreaProps } from '../../ui'
import { PhraseMenu } from './PhraseMenu'

interface PhrasedAreaProps<V extends FieldValues> extends TextAreaProps<V> {
  /** Under which its 常用语 are kept: `complaint.answer.content`. */
  phrases: string
}

/** Where in the text a phrase goes, and what the menu hangs on. */
interface Selection {
  input: HTMLTextAreaElement | null
  start: number
  end: number
}

/** A text of several lines with its 常用语: Alt+↓ lists them, one goes in where the cursor stands. */
export function PhrasedArea<V extends FieldValues>({ phrases, ...area }: PhrasedAreaProps<V>) {
  const { t } = useTranslation('pace')
  const form = useFormContext<V>()
  const frame = useRef<HTMLDivElement>(null)
  const [selection, setSelection] = useState<Selection | null>(null)
  const input = () => frame.current?.querySelector<HTMLTextAreaElement>('textarea[name]') ?? null
  const text = () => String(form.getValues(area.name) ?? '')

  const open = (): void => {
    const element = input()
    const { selectionStart: start = 0, selectionEnd: end = 0 } = element ?? {}
    setSelection({ input: element, start, end })
  }
  const close = (cursor?: number): void => {
    setSelection(null)
    // After the menu has given the focus back.
    requestAnimationFrame(() => {
      input()?.focus()
      if (cursor !== undefined) input()?.setSelectionRange(cursor, cursor)
    })
  }
  const insert = (phrase: string, { start, end }: Selection): void => {
    const before = text()
    const next = before.slice(0, start) + phrase + before.slice(end)
    form.setValue(area.name, next as PathValue<V, FieldPath<V>>, {
      shouldDirty: true,
      shouldValidate: form.formState.isSubmitted,
    })
    close(start + phrase.length)
  }
  const keys = (event: KeyboardEvent): void => {
    if (!event.altKey || event.key !== 'ArrowDown') return
    event.preventDefault()
    open()
  }
  const marked = selection && text().slice(selection.start, selection.end)
  return (
    <Box ref={frame} onKeyDown={keys} sx={{ gridColumn: area.wide ? '1 / -1' : undefined, minWidth: 0 }}>
      <TextArea<V>
        {...area}
        aside={
          <Button
            // Alt+↓ in the text does the same: Tab goes from field to field.
            tabIndex={-1}
            variant="text"
            size="small"
            startIcon={<ShortTextOutlined />}
            title="Alt+↓"
            aria-haspopup="menu"
            aria-expanded={selection !== null}
            disabled={area.disabled}
            onClick={open}
            sx={{ minHeight: 20, py: 0, fontSize: 12 }}
          >
            {t('phrases.button')}
          </Button>
        }
      />
      {selection && (
        <PhraseMenu
          field={phrases}
          anchor={selection.input}
          toSave={(marked || text()).trim()}
          onPick={(phrase) => insert(phrase, selection)}
          onClose={() => close()}
        />
      )}
    </Box>
  )
}
