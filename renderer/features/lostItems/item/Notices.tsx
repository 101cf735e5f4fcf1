import { useTranslation } from 'react-i18next'
import {
  isKept,
  isSensitive,
  legalYearEnd,
  legalYearRuns,
  standingDecision,
} from '../../../../shared/domain/lostItem'
import type { LostItem } from '../../../../shared/domain/lostItem/types'
import { civilDayOf, instantFromMs } from '../../../../shared/util/civilTime'
import { NoticeBar, useNow } from '../../../ui'
import { useRules } from '../useRules'

/** What whoever opens the record has to know first: to be handed over at once, expired, what the director decided. */
export function ItemNotices({ record }: { record: LostItem }) {
  const { t } = useTranslation('lostItems')
  const rules = useRules()
  const now = instantFromMs(useNow())
  const decision = standingDecision(record)
  const expired = record.state === 'expired'
  const end = legalYearEnd(record, rules)
  return (
    <>
      {isKept(record) && isSensitive(record) && (
        <NoticeBar tone="danger">
          {t('record.sensitive', { category: t(`category.${record.intake.category}`) })}
        </NoticeBar>
      )}
      {expired && !decision && <NoticeBar tone="soon">{t('record.expired')}</NoticeBar>}
      {decision && (
        <NoticeBar tone="soon">
          {t('record.decided', { decision: t(`decision.${decision.outcome}`), opinion: decision.opinion })}
        </NoticeBar>
      )}
      {expired && legalYearRuns(record, rules, now) && (
        <NoticeBar tone="plain">
          {end ? t('record.legalRuns', { day: civilDayOf(end) }) : t('record.neverNoticed')}
        </NoticeBar>
      )}
    </>
  )
}
