import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Claim, LostItem } from '../../../../shared/domain/lostItem/types'
import { formatPhone } from '../../../../shared/util/contact'
import { formatDateTime, StatusChip } from '../../../ui'

/** 认领, each with what was stated before the item was shown, and what came of it. */
export function Claims({ record }: { record: LostItem }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 3 }}>
      {record.claims.map((claim) => (
        <li key={claim.id}>
          <ClaimLine claim={claim} />
        </li>
      ))}
    </Box>
  )
}

function ClaimLine({ claim }: { claim: Claim }) {
  const { t } = useTranslation('lostItems')
  const { check, claimedAt, idLast4, authorizationIds } = claim
  const after = [
    check && t('record.shown', { at: formatDateTime(check.shownAt) }),
    claimedAt && t('record.given', { at: formatDateTime(claimedAt), by: claim.handledBy }),
    idLast4 && t('record.idLast4', { id: idLast4 }),
    authorizationIds.length > 0 && t('record.letters', { count: authorizationIds.length }),
  ].filter(Boolean)
  return (
    <>
      <Box sx={{ display: 'flex', gap: '0 12px', flexWrap: 'wrap', alignItems: 'center' }}>
        {check ? (
          <StatusChip
            tone={check.outcome === 'matches' ? 'good' : 'danger'}
            label={t(`check.${check.outcome}`)}
          />
        ) : (
          <StatusChip tone="waiting" label={t('record.waiting')} />
        )}
        <strong>{claim.name}</strong>
        <span>{t(`relation.${claim.relation}`)}</span>
        <span>{formatPhone(claim.phone)}</span>
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {t('record.claimHead', { at: formatDateTime(claim.statedAt), by: claim.notedBy })}
        </Box>
      </Box>
      <Box sx={{ fontSize: 16, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', mt: 0.5 }}>
        {t('record.stated', { words: claim.statedFeatures })}
      </Box>
      {check?.words && <Box sx={{ overflowWrap: 'anywhere' }}>{check.words}</Box>}
      {after.length > 0 && <Box sx={{ color: 'text.secondary' }}>{after.join(' · ')}</Box>}
    </>
  )
}
