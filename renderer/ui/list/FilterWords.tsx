import Box from '@mui/material/Box'
import { formatNumber } from '../i18n/format'

export interface FilterWord {
  value: string
  label: string
  count?: number
}

interface FilterWordsProps {
  /** What is filtered: 状态. */
  label: string
  options: readonly FilterWord[]
  /** The chosen values; none means all. */
  value: readonly string[]
  onChange: (value: string[]) => void
  /** Only one at a time. */
  single?: boolean
}

/** Filters as visible words that are switched on and off, not hidden funnels (ui.md, "List"). */
export function FilterWords({ label, options, value, onChange, single }: FilterWordsProps) {
  if (options.length === 0) return null
  const toggle = (word: string) => {
    if (value.includes(word)) onChange(value.filter((other) => other !== word))
    else onChange(single ? [word] : [...value, word])
  }
  return (
    <Box
      role="group"
      aria-label={label}
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}
    >
      <Box component="span" aria-hidden sx={{ color: 'text.secondary', mr: 1 }}>
        {label}
      </Box>
      {options.map((option) => {
        const on = value.includes(option.value)
        return (
          <Box
            key={option.value}
            component="button"
            type="button"
            aria-pressed={on}
            onClick={() => toggle(option.value)}
            sx={{
              font: 'inherit',
              fontSize: 13,
              px: 2,
              minHeight: 26,
              borderRadius: '4px',
              border: '1px solid',
              borderColor: on ? 'primary.main' : 'transparent',
              bgcolor: on ? 'action.selected' : 'transparent',
              color: on ? 'primary.main' : 'text.primary',
              fontWeight: on ? 600 : 400,
              '&:hover': { bgcolor: 'action.hover' },
            }}
          >
            {option.label}
            {option.count !== undefined && (
              <Box component="span" sx={{ ml: 1, color: 'text.secondary', fontWeight: 400 }}>
                {formatNumber(option.count)}
              </Box>
            )}
          </Box>
        )
      })}
    </Box>
  )
}
