import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { CheckLine } from '../../../../shared/domain/month/check'
import { isAmiss, standingOf } from '../../../../shared/domain/month/standing'
import type { LineReason } from '../../../../shared/domain/monthReview/types'
import { Option, StatusChip } from '../../../ui'
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
    <Option
      id={id}
      chosen={chosen}
      onChoose={onChoose}
      sx={{ minHeight: 34, color: amiss ? 'text.primary' : 'text.secondary' }}
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
    </Option>
  )
}

/** Whether a reason is still asked for. */
export function Standing({ open }: { open: boolean }) {
  const { t } = useTranslation('checklist')
  return <StatusChip plain tone={open ? 'danger' : 'good'} label={t(open ? 'asks' : 'explained')} />
}
