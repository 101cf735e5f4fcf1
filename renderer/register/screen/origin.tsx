import ArrowBack from '@mui/icons-material/ArrowBack'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'

/** The screen that led to a record, and to which its Esc goes back: a route with everything that it showed. */
export interface Origin {
  to: string
  /** 月末审核 */
  label: string
}

/** State of a navigation that opens a record from another screen, with the keyboard on it. */
export function openedFrom(origin: Origin): { focus: true; origin: Origin } {
  return { focus: true, origin }
}

/** Where the record that is open was opened from; null where its own list leads back. */
export function useOrigin(): Origin | null {
  const state: unknown = useLocation().state
  if (typeof state !== 'object' || state === null || !('origin' in state)) return null
  const { origin } = state
  return isOrigin(origin) ? origin : null
}

function isOrigin(value: unknown): value is Origin {
  if (typeof value !== 'object' || value === null || !('to' in value) || !('label' in value)) return false
  return typeof value.to === 'string' && typeof value.label === 'string'
}

/** 返回月末审核: one click back to the screen that led here. */
export function OriginBar({ origin }: { origin: Origin }) {
  const { t } = useTranslation('record')
  const navigate = useNavigate()
  return (
    <Box sx={{ px: 3, py: 0.5, borderBottom: '1px solid', borderColor: 'divider', bgcolor: 'action.hover' }}>
      <Button
        variant="text"
        startIcon={<ArrowBack />}
        title="Esc"
        onClick={() => void navigate(origin.to)}
        sx={{ minHeight: 28, py: 0 }}
      >
        {t('backTo', { place: origin.label })}
      </Button>
    </Box>
  )
}
