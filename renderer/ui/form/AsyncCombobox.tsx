import Autocomplete from '@mui/material/Autocomplete'
import OutlinedInput from '@mui/material/OutlinedInput'
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldFrame, type FieldLook } from './FieldFrame'
import { useAsyncOptions } from './useAsyncOptions'

interface AsyncComboboxProps<Option> extends FieldLook {
  value: Option | null
  onPick: (option: Option | null) => void
  /** Searches; the newest answer wins, older ones are thrown away. */
  load: (query: string) => Promise<readonly Option[]>
  optionKey: (option: Option) => string
  /** The words in the field once it is picked. */
  optionText: (option: Option) => string
  /** The line in the list, where it says more than the words. */
  renderOption?: (option: Option) => ReactNode
  placeholder?: string
  error?: string
  disabled?: boolean
  autoFocus?: boolean
  inputRef?: Ref<HTMLInputElement>
  onBlur?: () => void
  /** Words that stand in the field at first, where only they are known of what was picked before. */
  initialText?: string
  /** What was typed, also when nothing is picked. */
  onText?: (text: string) => void
  /** Searches with nothing typed too, to offer the likely ones. */
  openOnFocus?: boolean
}

/**
 * Enter that comes before the answer, or before the list has marked its first line: a quick clerk means the first of
 * what is found. Typing on takes it back.
 */
function useEarlyEnter(text: string, loading: boolean, take: (() => void) | null) {
  const waiting = useRef<string | null>(null)
  const newest = useRef(take)
  useEffect(() => {
    newest.current = take
  })
  useEffect(() => {
    const meant = waiting.current
    if (meant === null || (meant === text && loading)) return
    waiting.current = null
    if (meant === text) newest.current?.()
  }, [text, loading])
  return (event: KeyboardEvent<HTMLElement>): void => {
    const { target, nativeEvent, key } = event
    if (key !== 'Enter' || nativeEvent.isComposing || text.trim() === '') return
    const marked = target instanceof HTMLElement && target.getAttribute('aria-activedescendant')
    if (!loading && (marked || !take)) return
    event.preventDefault()
    event.stopPropagation()
    if (loading) waiting.current = text
    else take?.()
  }
}

/** A field that finds one of very many while typing: the household by door number, name, pinyin, phone or plate. */
export function AsyncCombobox<Option>(props: AsyncComboboxProps<Option>) {
  const { value, onPick, optionKey, optionText, renderOption, openOnFocus = false } = props
  const { t } = useTranslation('ui')
  const [text, setText] = useState(value === null ? (props.initialText ?? '') : optionText(value))
  const { options, loading, failed } = useAsyncOptions(props.load, text, openOnFocus)
  // Words that were not typed here (a household picked before) ask for nothing.
  const [typed, setTyped] = useState(false)
  const pick = (option: Option | null): void => {
    setTyped(false)
    onPick(option)
  }
  const [first] = options
  const takeFirst = (option: Option) => (): void => {
    setText(optionText(option))
    pick(option)
  }
  const early = useEarlyEnter(text, typed && loading, typed && first ? takeFirst(first) : null)
  return (
    <FieldFrame {...props} error={props.error}>
      {(aria) => (
        <Autocomplete<Option>
          id={aria.id}
          fullWidth
          size="small"
          autoHighlight
          clearOnBlur={false}
          forcePopupIcon={false}
          openOnFocus={openOnFocus}
          disabled={props.disabled}
          value={value}
          options={[...options]}
          loading={loading}
          filterOptions={(all) => all}
          getOptionKey={optionKey}
          getOptionLabel={optionText}
          isOptionEqualToValue={(one, other) => optionKey(one) === optionKey(other)}
          onChange={(_, option) => pick(option)}
          inputValue={text}
          onInputChange={(_, next, reason) => {
            if (reason === 'input') setTyped(true)
            setText(next)
            props.onText?.(next)
          }}
          noOptionsText={t(failed ? 'combobox.failed' : 'combobox.none')}
          loadingText={t('combobox.searching')}
          clearText={t('clear')}
          renderOption={({ key, ...rest }, option) => (
            <li key={key} {...rest}>
              {renderOption ? renderOption(option) : optionText(option)}
            </li>
          )}
          renderInput={(params) => (
            <OutlinedInput
              {...params.slotProps.input}
              fullWidth
              disabled={params.disabled}
              placeholder={props.placeholder}
              error={Boolean(props.error)}
              autoFocus={props.autoFocus}
              onBlur={props.onBlur}
              onKeyDownCapture={early}
              onFocus={(event) => event.target.select()}
              inputProps={{ ...params.slotProps.htmlInput, ...aria, spellCheck: false }}
            />
          )}
        />
      )}
    </FieldFrame>
  )
}
