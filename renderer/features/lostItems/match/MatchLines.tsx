import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { LostItem } from '../../../../shared/domain/lostItem/types'
import type { MatchReason } from '../../../../shared/domain/lostReport/match'
import type { LostReport } from '../../../../shared/domain/lostReport/types'
import { formatDateTime, SectionPanel } from '../../../ui'
import type { MatchOf } from './useMatches'

interface MatchLinesProps<R extends LostItem | LostReport> {
  /** Under this name it is remembered whether it is folded. */
  id: string
  title: string
  matches: readonly MatchOf<R>[]
  /** Where its records open. */
  table: 'lostItems' | 'lostReports'
  /** Said while there is none; without it nothing is drawn then. */
  nothing?: string
  /** What can be done with one besides opening it. */
  renderActions?: (record: R) => ReactNode
}

/** What may be the same thing in the other register: score, reasons, and where it opens (domain 6). */
export function MatchLines<R extends LostItem | LostReport>(props: MatchLinesProps<R>) {
  const { id, title, matches, table, nothing, renderActions } = props
  const { t } = useTranslation('lostItems')
  const navigate = useNavigate()
  if (matches.length === 0 && nothing === undefined) return null
  return (
    <SectionPanel id={id} title={title} count={matches.length}>
      {matches.length === 0 && <Box sx={{ color: 'text.secondary' }}>{nothing}</Box>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 3 }}>
        {matches.map(({ record, score, reasons }) => (
          <li key={record.id}>
            <Box sx={{ display: 'flex', alignItems: 'baseline', gap: '0 8px', flexWrap: 'wrap' }}>
              <strong>{record.number}</strong>
              <Box
                component="span"
                sx={{ fontWeight: 600, color: score >= 70 ? 'success.main' : 'warning.main' }}
              >
                {t('match.score', { score })}
              </Box>
            </Box>
            <Box sx={{ overflowWrap: 'anywhere' }}>{aboutOf(record)}</Box>
            <Box sx={{ color: 'text.secondary', fontSize: 13 }}>
              {reasons.map((reason) => reasonWords(reason, t)).join(' · ')}
            </Box>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap' }}>
              <Button
                variant="text"
                aria-label={`${t('match.open')} ${record.number}`}
                onClick={() => void navigate(`/${table}/${record.id}`, { state: { focus: true } })}
              >
                {t('match.open')}
              </Button>
              {renderActions?.(record)}
            </Box>
          </li>
        ))}
      </Box>
    </SectionPanel>
  )
}

/** What it is, whose or where, and when. */
function aboutOf(record: LostItem | LostReport): string {
  if (record.register === 'lostItem') {
    const { name, foundPlace, handedInAt } = record.intake
    return [name, foundPlace, formatDateTime(handedInAt)].join('，')
  }
  const { item, owner, places } = record.intake
  return [item, [owner.unitCode, owner.name].filter(Boolean).join(' '), places].filter(Boolean).join('，')
}

/** One reason in words: 类别相同, 遗失后 2 天内捡获, 都提到“黑色”. */
function reasonWords({ kind, detail }: MatchReason, t: TFunction<'lostItems'>): string {
  if (detail.is === 'daysAfter') return t('match.why.daysAfter', { days: detail.days })
  if (detail.is !== 'shared') return t(`match.why.${detail.is}`)
  const words = detail.words.join('、')
  return kind === 'place' ? t('match.why.sharedPlace', { words }) : t('match.why.sharedWords', { words })
}
