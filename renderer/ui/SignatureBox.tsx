import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { type ChipTone, StatusChip } from './StatusChip'

interface SignatureBoxProps {
  /** Who signs here: 投诉人签名. */
  label: string
  /** The state in words: 已打印待签. */
  state: string
  tone: ChipTone
  /** What is wrong with the paper itself: 打印后有改动. */
  warning?: string | undefined
  /** Who signed when, or why it was refused. */
  details?: ReactNode
  /** What can be done next. */
  action?: ReactNode
}

/** The place of a signature on screen: who signs, how far it is, what is next (domain 10). */
export function SignatureBox({ label, state, tone, warning, details, action }: SignatureBoxProps) {
  return (
    <Box
      role="group"
      aria-label={label}
      sx={{
        border: '1px dashed',
        borderColor: 'text.disabled',
        borderRadius: '4px',
        p: 2,
        display: 'grid',
        gap: 1,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap' }}>
        <Box sx={{ fontWeight: 600, flex: 1 }}>{label}</Box>
        <StatusChip tone={tone} label={state} />
        {warning && <StatusChip tone="danger" label={warning} />}
      </Box>
      {details && <Box sx={{ color: 'text.secondary' }}>{details}</Box>}
      {action}
    </Box>
  )
}
