import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useTranslation } from 'react-i18next'
import type { CheckLine } from '../../../../shared/domain/month/check'
import { isAmiss } from '../../../../shared/domain/month/standing'
import type { LineReason } from '../../../../shared/domain/monthReview/types'
import { StatusChip } from '../../../ui'
import { useMonth } from '../shell/month'
import { FigureWords } from './FigureWords'
import type { ChecklistPlace } from './place'
import { Reason } from './Reason'
import { ReasonForm } from './ReasonForm'
import { reasonFor } from './useReasons'
import { doWord, lineWord, WEIGHT_TONES } from './words'

interface LineHeadProps {
  line: CheckLine
  reasons: readonly LineReason[]
  place: ChecklistPlace
  go: (next: ChecklistPlace) => void
  onBack: () => void
}

/** What the line says, what to do about it, its figure, and the reason that holds for all of it. */
export function LineHead({ line, reasons, place, go, onBack }: LineHeadProps) {
  const { t } = useTranslation('checklist')
  const { record } = useMonth()
  const narrow = useMediaQuery('(max-width: 1100px)', { noSsr: true })
  const amiss = isAmiss(line)
  const tone = amiss ? line.weight : 'good'
  const reason = reasonFor(reasons, line.key, '')
  const write = (writing: boolean) => go({ line: line.key, at: place.at, why: writing ? 'line' : null })
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        px: 3,
        py: 2,
        borderBottom: '1px solid',
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: '4px 12px', flexWrap: 'wrap' }}>
        {narrow && (
          <Button data-back onClick={onBack}>
            {t('toLines')}
          </Button>
        )}
        <Box component="h2" sx={{ m: 0, fontSize: 16, fontWeight: 600 }}>
          {lineWord(line)}
        </Box>
        <StatusChip tone={WEIGHT_TONES[tone]} label={t(`weight.${tone}`)} />
        <FigureWords figure={line.figure} />
        {line.findings.length > 0 && <span>{t('records', { count: line.findings.length })}</span>}
      </Box>
      {amiss && doWord(line) && <Box sx={{ color: 'text.secondary', fontSize: 13 }}>{doWord(line)}</Box>}
      {amiss && record && place.why === 'line' ? (
        <ReasonForm
          review={record}
          line={line.key}
          recordId=""
          title={lineWord(line)}
          before={reason?.text ?? ''}
          onDone={() => write(false)}
        />
      ) : (amiss && line.weight === 'mend') || reason ? (
        <Box>
          <Reason reason={reason} ask={t('reason.askLine')} onWrite={() => write(true)} />
        </Box>
      ) : null}
    </Box>
  )
}
