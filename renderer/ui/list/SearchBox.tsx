import Close from '@mui/icons-material/Close'
import Search from '@mui/icons-material/Search'
import IconButton from '@mui/material/IconButton'
import InputAdornment from '@mui/material/InputAdornment'
import OutlinedInput from '@mui/material/OutlinedInput'
import Tooltip from '@mui/material/Tooltip'
import type { KeyboardEvent, Ref } from 'react'
import { useTranslation } from 'react-i18next'

interface SearchBoxProps {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  /** Enter and the arrow keys, for the list below. */
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  inputRef?: Ref<HTMLInputElement>
  autoFocus?: boolean
  width?: number | string
  /** Where the arrow keys move through a list below while the focus stays here: its id and the current line's. */
  list?: { id: string; current: string | undefined }
}

/** A line to search with; Esc empties it first and leaves it after. */
export function SearchBox(props: SearchBoxProps) {
  const { t } = useTranslation('ui')
  return (
    <OutlinedInput
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      placeholder={props.placeholder ?? props.label}
      inputRef={props.inputRef}
      autoFocus={props.autoFocus}
      sx={{ width: props.width ?? 240 }}
      inputProps={{
        ...roleOf(props.list),
        'aria-label': props.label,
        spellCheck: false,
        autoComplete: 'off',
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && props.value) {
          event.preventDefault()
          event.stopPropagation()
          props.onChange('')
        } else props.onKeyDown?.(event as KeyboardEvent<HTMLInputElement>)
      }}
      startAdornment={
        <InputAdornment position="start" sx={{ mr: 0, ml: -1 }}>
          <Search aria-hidden />
        </InputAdornment>
      }
      endAdornment={
        props.value && (
          <Tooltip title={t('clear')}>
            <IconButton aria-label={t('clear')} onClick={() => props.onChange('')} sx={{ p: 0.5 }}>
              <Close />
            </IconButton>
          </Tooltip>
        )
      }
    />
  )
}

function roleOf(list: SearchBoxProps['list']) {
  if (!list) return { role: 'searchbox' }
  return {
    role: 'combobox',
    'aria-expanded': true,
    'aria-autocomplete': 'list' as const,
    'aria-controls': list.id,
    'aria-activedescendant': list.current,
  }
}
