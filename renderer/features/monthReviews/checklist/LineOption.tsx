import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { CheckLine } from '../../../../shared/domain/month/check'
import { isAmiss, standingOf } from '../../../../shared/domain/month/standing'
import type { LineReason } from '../../../../shared/domain/monthReview/types'
import { StatusChip } from '../../../ui'
import { FigureWords } from './FigureWords'
import { lineWord } from './words'

interface LineOptionProps {
  id: string
  line: CheckLine
  reasons: readonly LineReason[]
  chosen: boolean
  onChoose: () => void
}

/** One line of the checklist: its words, how many records, and whether somebody said why. */
export function LineOption({ id, line, reasons, chosen, onChoose }: LineOptionProps) {
  const { t } = useTranslation('checklist')
  const amiss = isAmiss(line)
  const { length } = line.findings
  return (
    <Box
      id={id}
      role="option"
      aria-selected={chosen}
      onClick={onChoose}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: '2px 12px',
        flexWrap: 'wrap',
        minHeight: 34,
        px: 3,
        py: 0.5,
        cursor: 'default',
        color: amiss ? 'text.primary' : 'text.secondary',
        bgcolor: chosen ? 'action.selected' : undefined,
        '&:hover': { bgcolor: chosen ? 'action.selected' : 'action.hover' },
      }}
    >
      <Box component="span" sx={{ flex: 1, minWidth: 120 }}>
        {lineWord(line)}
      </Box>
      <FigureWords figure={line.figure} />
      {length > 0 && (
        <Box component="span" sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>
          {t('records', { count: length })}
        </Box>
      )}
      {line.weight === 'mend' && amiss && <Standing open={standingOf(line, reasons) === 'open'} />}
    </Box>
  )
}

/** Whether a reason is still asked for. */
export function Standing({ open }: { open: boolean }) {
  const { t } = useTranslation('checklist')
  return <StatusChip plain tone={open ? 'danger' : 'good'} label={t(open ? 'asks' : 'explained')} />
}
