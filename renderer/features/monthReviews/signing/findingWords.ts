import type { TFunction } from 'i18next'
import type { SealFinding } from '../../../../shared/domain/monthReview/verify'

/** What differs, in words; fields by their paths, for what was changed past the app has no form. */
export function findingWords(t: TFunction<'monthReviews'>, finding: SealFinding): string {
  switch (finding.kind) {
    case 'chain':
    case 'head':
      return t(`verify.finding.${finding.kind}`, { seq: finding.seq, device: finding.deviceId })
    case 'changed':
      return finding.fields.length === 0
        ? t('verify.finding.changed')
        : t('verify.finding.changedFields', { fields: finding.fields.join(t('signing.and')) })
    default:
      return t(`verify.finding.${finding.kind}`)
  }
}
