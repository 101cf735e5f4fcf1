import Box from '@mui/material/Box'
import type { KeyboardEvent } from 'react'
import type { FieldValues } from 'react-hook-form'
import { FieldFrame } from './FieldFrame'
import type { Choice } from './SelectField'
import { type BoundField, useField } from './useField'

export interface ToggleChoiceProps<V extends FieldValues> extends BoundField<V> {
  options: readonly Choice[]
  /** A second choice of the chosen one empties it (for what is not required). */
  clearable?: boolean
}

interface SegmentsProps {
  options: readonly Choice[]
  value: string
  labelledBy?: string
  /** Under the field's name a refusal finds it. */
  name?: string
  label?: string
  disabled?: boolean
  clearable?: boolean
  describedBy?: string
  invalid?: boolean
  onChange: (value: string) => void
  onBlur?: () => void
  inputRef?: (element: HTMLElement | null) => void
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Radio buttons drawn as segments: arrows move and choose, Tab leaves. Usable without a form. */
export function Segments(props: SegmentsProps) {
  const { options, value, onChange } = props
  const chosen = options.findIndex((option) => option.value === value)
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key]
    if (!step || event.altKey || event.ctrlKey) return
    event.preventDefault()
    const from = chosen < 0 && step < 0 ? 0 : chosen
    const next = options[(from + step + options.length) % options.length]
    if (!next || next.disabled) return
    onChange(next.value)
    const buttons = event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')
    buttons[options.indexOf(next)]?.focus()
  }
  return (
    <Box
      role="radiogroup"
      aria-labelledby={props.labelledBy}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-invalid={props.invalid || undefined}
      onKeyDown={move}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) props.onBlur?.()
      }}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px' }}
    >
      {options.map((option, index) => {
        const checked = option.value === value
        return (
          <Box
            key={option.value}
            component="button"
            type="button"
            name={props.name}
            role="radio"
            aria-checked={checked}
            disabled={props.disabled || option.disabled}
            tabIndex={checked || (chosen < 0 && index === 0) ? 0 : -1}
            ref={checked || (chosen < 0 && index === 0) ? props.inputRef : undefined}
            onClick={() => onChange(checked && props.clearable ? '' : option.value)}
            sx={{
              font: 'inherit',
              minHeight: 32,
              px: 2.5,
              border: '1px solid',
              borderRadius: '4px',
              cursor: 'default',
              borderColor: checked ? 'primary.main' : props.invalid ? 'error.main' : 'text.disabled',
              bgcolor: checked ? 'primary.main' : 'background.paper',
              color: checked ? 'primary.contrastText' : 'text.primary',
              '&:disabled': { color: 'text.disabled', borderColor: 'divider', bgcolor: 'action.hover' },
            }}
          >
            {option.label}
          </Box>
        )
      })}
    </Box>
  )
}

/** One of a few, all of them visible, chosen by arrow keys or a click. Empty is ''. */
export function ToggleChoice<V extends FieldValues>(props: ToggleChoiceProps<V>) {
  const { field, error } = useField(props)
  return (
    <FieldFrame {...props} error={error} group>
      {(aria, labelId) => (
        <Segments
          options={props.options}
          value={String(field.value ?? '')}
          labelledBy={labelId}
          name={field.name}
          describedBy={aria['aria-describedby']}
          invalid={Boolean(error)}
          disabled={props.disabled}
          clearable={props.clearable}
          onChange={field.onChange}
          onBlur={field.onBlur}
          inputRef={field.ref}
        />
      )}
    </FieldFrame>
  )
}
