import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MuiLink from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MonthReview } from '../../../../shared/domain/monthReview/types'
import type { SealFinding } from '../../../../shared/domain/monthReview/verify'
import { isRegisterTable, type MonthVerdict } from '../../../data'
import { formatDateTime, formatNumber, ProgressPanel, SectionPanel, StatusChip } from '../../../ui'
import { findingWords } from './findingWords'
import { useVerify } from './useVerify'

/** Neither whole nor changed: erased by law (domain 13). */
const ERASED: ReadonlySet<SealFinding['kind']> = new Set(['erased', 'erasedWords'])

/** One click says whether the records and the chain still give what was signed, and names what differs (domain 12). */
export function Verify({ review }: { review: MonthReview }) {
  const { t } = useTranslation('monthReviews')
  const { state, run } = useVerify(review.id)
  return (
    <SectionPanel
      id="monthReview.verify"
      title={t('verify.run')}
      actions={
        // Not `disabled`, which would take the keyboard away from whoever pressed it.
        <Button
          aria-disabled={state.step === 'running'}
          onClick={() => {
            if (state.step !== 'running') run()
          }}
        >
          {t('verify.run')}
        </Button>
      }
    >
      <Box role="status" sx={{ display: 'grid', gap: 2 }}>
        {state.step === 'running' && (
          <ProgressPanel what={t('verify.running')} done={state.done} total={state.total} />
        )}
        {state.step === 'failed' && <StatusChip tone="danger" label={t('verify.failed')} />}
        {state.step === 'done' &&
          (state.verdict ? <Verdict verdict={state.verdict} /> : <span>{t('verify.none')}</span>)}
      </Box>
    </SectionPanel>
  )
}

function Verdict({ verdict }: { verdict: MonthVerdict }) {
  const { t } = useTranslation('monthReviews')
  const { findings, records, entries, signedAt } = verdict
  const erased = findings.filter(({ kind }) => ERASED.has(kind)).length
  const untold = findings.filter(({ kind }) => kind === 'untold').length
  const late = findings.filter(({ kind }) => kind === 'late').length
  const differing = findings.length - erased - untold - late
  return (
    <>
      <div>
        {differing > 0 ? (
          <StatusChip tone="danger" label={t('verify.differs', { count: differing })} />
        ) : untold > 0 ? (
          <StatusChip tone="soon" label={t('verify.untold', { count: untold })} />
        ) : late > 0 ? (
          <StatusChip tone="soon" label={t('verify.late', { count: late })} />
        ) : erased > 0 ? (
          <StatusChip tone="done" label={t('verify.erased', { count: erased })} />
        ) : (
          <Whole>
            {t('verify.whole', { records: formatNumber(records), entries: formatNumber(entries) })}
          </Whole>
        )}
      </div>
      <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
        {t('verify.signedAt', { at: formatDateTime(signedAt) })}
      </Box>
      <Box
        component="ul"
        aria-label={t('verify.title')}
        sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}
      >
        {findings.map((finding) => (
          <li key={JSON.stringify(finding)}>
            <Subject finding={finding} /> {findingWords(t, finding)}
          </li>
        ))}
      </Box>
    </>
  )
}

/** A sentence may take more than one line. */
function Whole({ children }: { children: string }) {
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'baseline' }}>
      <StatusChip plain tone="good" label="" />
      <span>{children}</span>
    </Box>
  )
}

function Subject({ finding }: { finding: SealFinding }) {
  if (!('number' in finding)) return null
  const { table, id, number, kind } = finding
  if (kind === 'missing' || !isRegisterTable(table)) return <strong>{number}</strong>
  return (
    <MuiLink component={Link} to={`/${table}/${id}`}>
      {number}
    </MuiLink>
  )
}
