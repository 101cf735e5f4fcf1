import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CheckLine } from '../../../../shared/domain/month/check'
import { standingOf } from '../../../../shared/domain/month/standing'
import type { LineReason, MonthReview } from '../../../../shared/domain/monthReview/types'
import { SectionPanel, translateKey } from '../../../ui'
import { placeOf } from '../shell/places'

interface ExplainedLinesProps {
  review: MonthReview
  checks: readonly CheckLine[]
}

/** The lines that stayed as they are, how many records each, and why. */
export function ExplainedLines({ review, checks }: ExplainedLinesProps) {
  const { t } = useTranslation('monthReviews')
  const lines = checks.filter(
    (line) => line.weight === 'mend' && standingOf(line, review.reasons) === 'explained',
  )
  return (
    <SectionPanel id="monthReview.lines" title={t('signing.lines')} count={lines.length}>
      {lines.length === 0 ? (
        <Box sx={{ color: 'text.secondary' }}>{t('signing.none')}</Box>
      ) : (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
          {lines.map((line) => (
            <li key={line.key}>
              <Box sx={{ display: 'flex', gap: '2px 12px', flexWrap: 'wrap' }}>
                <MuiLink
                  component={Link}
                  to={`${placeOf(review.id, 'checklist')}?${new URLSearchParams({ line: line.key })}`}
                >
                  {translateKey(`monthChecks:line.${line.key}`)}
                </MuiLink>
                {line.findings.length > 0 && (
                  <span>{t('signing.lineCount', { count: line.findings.length })}</span>
                )}
              </Box>
              <Reasons line={line} reasons={review.reasons} />
            </li>
          ))}
        </Box>
      )}
    </SectionPanel>
  )
}

function Reasons({ line, reasons }: { line: CheckLine; reasons: readonly LineReason[] }) {
  const { t } = useTranslation('monthReviews')
  const given = reasons.filter((one) => one.line === line.key)
  const numberOf = (id: string) => line.findings.find((finding) => finding.id === id)?.number ?? ''
  return given.map(({ recordId, text }) => (
    <Box key={recordId} sx={{ pl: 3, color: 'text.secondary', overflowWrap: 'anywhere' }}>
      {recordId === '' ? t('signing.wholeLine') : numberOf(recordId)}：{text}
    </Box>
  ))
}
