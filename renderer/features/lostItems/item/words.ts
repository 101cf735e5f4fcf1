import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import {
  CHECK_OUTCOMES,
  CLAIM_RELATIONS,
  DECISION_OUTCOMES,
  DISPOSAL_WAYS,
  HAND_OVER_TARGETS,
  LOST_CATEGORIES,
  type LostItemState,
  VALUE_BANDS,
} from '../../../../shared/domain/lostItem/types'
import type { Vocabulary } from '../../../register/timeline/useTimelineWords'
import { type ChipTone, choicesOf } from '../../../ui'

/** The lists of domain 6 as choices of fields, in the words of the screen. */
export function useChoices() {
  const { t } = useTranslation('lostItems')
  return useMemo(
    () => ({
      categories: choicesOf(LOST_CATEGORIES, (key) => t(`category.${key}`)),
      bands: choicesOf(VALUE_BANDS, (key) => t(`band.${key}`)),
      relations: choicesOf(CLAIM_RELATIONS, (key) => t(`relation.${key}`)),
      outcomes: choicesOf(CHECK_OUTCOMES, (key) => t(`check.${key}`)),
      targets: choicesOf(HAND_OVER_TARGETS, (key) => t(`target.${key}`)),
      decisions: choicesOf(DECISION_OUTCOMES, (key) => t(`decision.${key}`)),
      ways: choicesOf(DISPOSAL_WAYS, (key) => t(`way.${key}`)),
    }),
    [t],
  )
}

/** Shape and colour of a state; its word comes beside it. */
export const ITEM_TONES: Record<LostItemState, ChipTone> = {
  reserved: 'waiting',
  stored: 'fresh',
  noticed: 'working',
  expired: 'soon',
  claimed: 'good',
  handedOver: 'done',
  disposed: 'done',
  void: 'void',
}

/** Label keys by path, where the field's own name is not the key. */
const labels: Record<string, string> = {
  'intake.finder.name': 'finder',
  'intake.finder.role': 'finderRole',
  'intake.finder.phone': 'finderPhone',
  'intake.estimate.fen': 'estimate',
  'intake.estimate.band': 'estimateBand',
  'notices.place': 'noticePlace',
  'claims.name': 'claimant',
  'claims.phone': 'claimantPhone',
  'claims.check.outcome': 'outcome',
  'claims.check.words': 'checkWords',
  'claims.check.shownAt': 'shownAt',
  'claims.authorizationIds': 'authorization',
  'handOver.at': 'handedOverAt',
  'handOver.words': 'handOverWords',
  'decisions.outcome': 'decision',
  'disposal.at': 'disposedAt',
  'disposal.words': 'disposalWords',
}

/** Lists of the locale by path. */
const values: Record<string, string> = {
  state: 'state',
  'intake.category': 'category',
  'intake.estimate.band': 'band',
  'claims.relation': 'relation',
  'claims.check.outcome': 'check',
  'handOver.target': 'target',
  'decisions.outcome': 'decision',
  'disposal.way': 'way',
}

/** The words of a found item's timeline. */
export const vocabulary: Vocabulary = { namespace: 'lostItems', labels, values }
