import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { MonthReview, MonthSignature, Reopening } from '../../../../shared/domain/monthReview/types'
import { formatDateTime, SectionPanel } from '../../../ui'
import { grouped } from './digest'

/** Who signed when with which words, the digest, and what was sent back or reopened. */
export function Signatures({ review }: { review: MonthReview }) {
  const { t } = useTranslation('monthReviews')
  const { approval, digest, reopenings } = review
  if (!review.review && reopenings.length === 0) return null
  return (
    <SectionPanel id="monthReview.signatures" title={t('signing.signatures')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Signed what={t('signing.reviewedBy')} signature={review.review} />
        <Signed what={t('signing.approvedBy')} signature={approval} />
        {digest && <Digest digest={digest} />}
        {reopenings.length > 0 && <History reopenings={reopenings} />}
      </Box>
    </SectionPanel>
  )
}

function Signed({ what, signature }: { what: string; signature: MonthSignature | null }) {
  const { t } = useTranslation('monthReviews')
  if (!signature) return null
  const { by, at, words } = signature
  return (
    <div>
      <strong>{what}</strong> {t('byAt', { by, at: formatDateTime(at) })}
      {words && <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: 16 }}>{words}</Box>}
    </div>
  )
}

function Digest({ digest }: { digest: string }) {
  const { t } = useTranslation('monthReviews')
  return (
    <div>
      <strong>{t('signing.digest')}</strong>
      <Box sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}>{grouped(digest)}</Box>
      <Box sx={{ fontSize: 13, color: 'text.secondary' }}>{t('signing.digestText')}</Box>
    </div>
  )
}

function History({ reopenings }: { reopenings: readonly Reopening[] }) {
  const { t } = useTranslation('monthReviews')
  return (
    <div>
      <strong>{t('signing.history')}</strong>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
        {reopenings.map(({ kind, reason, by, at, digest }) => (
          <Box component="li" key={at} sx={{ overflowWrap: 'anywhere' }}>
            {t(`signing.back.${kind}`)} {t('byAt', { by, at: formatDateTime(at) })}：{reason}
            {digest && (
              <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
                {t('signing.backDigest', { digest: grouped(digest) })}
              </Box>
            )}
          </Box>
        ))}
      </Box>
    </div>
  )
}
