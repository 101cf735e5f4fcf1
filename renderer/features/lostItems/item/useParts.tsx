import { useTranslation } from 'react-i18next'
import { custodyEnd, isBlankSheet, isKept, legalYearEnd } from '../../../../shared/domain/lostItem'
import type { LostItem } from '../../../../shared/domain/lostItem/types'
import { yuanText } from '../../../../shared/domain/lostItem/value'
import { civilDayOf, instantFromMs } from '../../../../shared/util/civilTime'
import { formatPhone } from '../../../../shared/util/contact'
import type { RecordPart } from '../../../register/record/RecordParts'
import { type Fact, formatDateTime, useNow } from '../../../ui'
import { useRules } from '../useRules'
import type { ItemStep } from './actions'
import { Claims } from './Claims'

/** The record in the order of its life, and the steps that open in each part. */
export function useItemParts(record: LostItem): RecordPart<ItemStep>[] {
  const { t } = useTranslation('lostItems')
  const blank = isBlankSheet(record)
  return [
    {
      key: 'intake',
      title: t('record.sections.intake'),
      steps: ['fillIn', 'amendIntake'],
      facts: useIntakeFacts(record),
      correctedBy: 'amendIntake',
    },
    {
      key: 'custody',
      title: t('record.sections.custody'),
      steps: ['publish'],
      facts: useCustodyFacts(record, blank),
    },
    {
      key: 'claim',
      title: t('record.sections.claim'),
      steps: ['stateClaim', 'claim'],
      children: record.claims.length > 0 && <Claims record={record} />,
    },
    {
      key: 'leaving',
      title: t('record.sections.leaving'),
      steps: ['decide', 'handOver', 'dispose'],
      facts: useLeavingFacts(record),
    },
  ]
}

function useIntakeFacts(record: LostItem): Fact[] {
  const { t } = useTranslation('lostItems')
  const { intake } = record
  if (isBlankSheet(record)) return []
  const { fen, band } = intake.estimate
  const named = { band: t(`band.${band}`) }
  const { finder } = intake
  return [
    { label: t('field.name'), value: intake.name },
    { label: t('field.category'), value: t(`category.${intake.category}`) },
    { label: t('field.quantity'), value: t('record.pieces', { count: intake.quantity }) },
    {
      label: t('field.estimate'),
      value: fen === null ? t('record.bandOnly', named) : t('record.yuan', { yuan: yuanText(fen), ...named }),
    },
    { label: t('field.features'), value: intake.features, large: true },
    { label: t('field.foundPlace'), value: intake.foundPlace },
    { label: t('field.foundAt'), value: formatDateTime(intake.foundAt) },
    { label: t('field.finder'), value: [finder.name, finder.role].filter(Boolean).join(' · ') },
    { label: t('field.finderPhone'), value: finder.phone && formatPhone(finder.phone) },
    { label: t('field.handedInAt'), value: formatDateTime(intake.handedInAt) },
    { label: t('field.storedAt'), value: intake.storedAt },
    { label: t('field.receivedBy'), value: intake.receivedBy },
    { label: t('field.countedBy'), value: intake.countedBy },
    { label: t('field.clues'), value: intake.clues, large: true },
    { label: t('field.remarks'), value: intake.remarks, large: true },
  ]
}

/** Both clocks side by side (domain 6): the house's custody, and the legal year after the notice. */
function useCustodyFacts(record: LostItem, blank: boolean): Fact[] {
  const { t } = useTranslation('lostItems')
  const rules = useRules()
  const now = instantFromMs(useNow())
  if (blank) return []
  const legal = legalYearEnd(record, rules)
  const until = record.custodyUntil ?? custodyEnd(record, rules)
  const words = { day: legal ? civilDayOf(legal) : '' }
  const running = legal !== null && now <= legal ? t('record.legalOf', words) : t('record.legalOver', words)
  const posted = record.notices.map(({ postedAt, place, postedBy }) =>
    t('record.posted', { at: formatDateTime(postedAt), place, by: postedBy }),
  )
  return [
    { label: t('field.custody'), value: t('record.custodyOf', { at: civilDayOf(until) }) },
    { label: t('field.legalYear'), value: legal === null ? isKept(record) && t('record.notBegun') : running },
    { label: t('field.notices'), value: posted.join('\n'), large: true },
  ]
}

function useLeavingFacts({ decisions, handOver, disposal }: LostItem): Fact[] {
  const { t } = useTranslation(['lostItems', 'record'])
  const byAt = (by: string, at: string) => t('record:byAt', { by, at: formatDateTime(at) })
  const decision = decisions.at(-1)
  return [
    ...(decision
      ? [
          { label: t('field.decision'), value: t(`decision.${decision.outcome}`) },
          { label: t('field.decided'), value: byAt(decision.decidedBy, decision.decidedAt) },
          { label: t('field.opinion'), value: decision.opinion, large: true },
          { label: t('field.keepUntil'), value: decision.keepUntil },
          { label: t('field.earlyReason'), value: decision.earlyReason, large: true },
        ]
      : []),
    ...(handOver
      ? [
          { label: t('field.target'), value: t(`target.${handOver.target}`) },
          { label: t('field.office'), value: handOver.office },
          { label: t('field.takenBy'), value: handOver.takenBy },
          { label: t('field.receipt'), value: handOver.receipt },
          { label: t('field.handedOverAt'), value: byAt(handOver.handledBy, handOver.at) },
          { label: t('field.handOverWords'), value: handOver.words, large: true },
        ]
      : []),
    ...(disposal
      ? [
          { label: t('field.way'), value: t(`way.${disposal.way}`) },
          { label: t('field.disposedAt'), value: byAt(disposal.handledBy, disposal.at) },
          { label: t('field.witness'), value: disposal.witness },
          { label: t('field.disposalWords'), value: disposal.words, large: true },
        ]
      : []),
  ]
}
