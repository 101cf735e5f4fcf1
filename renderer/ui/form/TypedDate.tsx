import CalendarMonth from '@mui/icons-material/CalendarMonth'
import IconButton from '@mui/material/IconButton'
import InputAdornment from '@mui/material/InputAdornment'
import OutlinedInput from '@mui/material/OutlinedInput'
import Tooltip from '@mui/material/Tooltip'
import { lazy, type Ref, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldAria } from './FieldFrame'

// The calendar is heavy and most dates are typed: it comes when it is opened first.
const CalendarPopover = lazy(() => import('./CalendarPopover'))

export interface TypedDateProps {
  aria: FieldAria
  /** The stored value, or null. */
  value: string | null
  /** Understands what was typed; null when it cannot. */
  read: (text: string) => string | null
  /** The value as text in the field. */
  write: (value: string) => string
  /** The civil day under a value, for the calendar, and a value for a picked day. */
  dayOf: (value: string | null) => string | null
  withDay: (day: string, value: string | null) => string
  /** A new value; null for an emptied field; NOT_UNDERSTOOD for text that cannot be read. */
  onChange: (value: string | null) => void
  onBlur: () => void
  name: string
  label: string
  placeholder: string
  inputRef: Ref<HTMLInputElement>
  disabled?: boolean | undefined
  autoFocus?: boolean | undefined
  error: boolean
}

/** Stands in the form for text that is no date, so that saving is refused and nothing typed is lost. */
export const NOT_UNDERSTOOD = '?'

/** A date that is typed in the clerk's short ways, or picked; it is written out when the field is left. */
export function TypedDate(props: TypedDateProps) {
  const { value, read, write, onChange } = props
  const { t } = useTranslation('ui')
  const [typed, setTyped] = useState<string | null>(null)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const written = value && value !== NOT_UNDERSTOOD ? write(value) : ''

  const leave = () => {
    const understood = typed === null || typed.trim() === '' || read(typed) !== null
    if (understood) setTyped(null)
    props.onBlur()
  }
  return (
    <>
      <OutlinedInput
        fullWidth
        name={props.name}
        inputRef={props.inputRef}
        value={typed ?? written}
        disabled={props.disabled}
        autoFocus={props.autoFocus}
        placeholder={props.placeholder}
        error={props.error}
        onBlur={leave}
        onChange={(event) => {
          const text = event.target.value
          setTyped(text)
          onChange(text.trim() === '' ? null : (read(text) ?? NOT_UNDERSTOOD))
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || !event.altKey) return
          event.preventDefault()
          setAnchor(event.currentTarget)
        }}
        endAdornment={
          <InputAdornment position="end" sx={{ ml: 0 }}>
            <Tooltip title={t('date.pick')}>
              <IconButton
                tabIndex={-1}
                disabled={props.disabled}
                aria-label={t('date.pickFor')}
                onClick={(event) => setAnchor(event.currentTarget)}
                sx={{ p: 0.5, mr: -1 }}
              >
                <CalendarMonth />
              </IconButton>
            </Tooltip>
          </InputAdornment>
        }
        // In the narrowest of three columns (150 px) day and time still stand whole beside the button.
        sx={{ '& input.MuiOutlinedInput-input': { pr: 0 } }}
        inputProps={{ ...props.aria, autoComplete: 'off', spellCheck: false }}
      />
      {anchor && (
        <Suspense fallback={null}>
          <CalendarPopover
            anchor={anchor}
            day={props.dayOf(value === NOT_UNDERSTOOD ? null : value)}
            onClose={() => setAnchor(null)}
            onPick={(day) => {
              setTyped(null)
              setAnchor(null)
              onChange(props.withDay(day, value === NOT_UNDERSTOOD ? null : value))
            }}
          />
        </Suspense>
      )}
    </>
  )
}
