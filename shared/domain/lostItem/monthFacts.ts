import type { Instant } from '../../util/instant'
import type { MonthFacts } from '../month/facts'
import { isBlankSheet } from './paper'
import type { LostItem, LostItemState } from './types'

/** 认领时间 of the claim for which the thing was given out. */
function claimedAt({ claims }: LostItem): Instant | null {
  return claims.find((claim) => claim.claimedAt !== null)?.claimedAt ?? null
}

/**
 * When the thing left: 认领, 移交, 处置; or its record was void. A 更正单 may void one that had left before: it left then all
 * the same, or it would turn up in the signed months between.
 */
function leftAt(record: LostItem): Instant | null {
  const { state, handOver, disposal, updatedAt } = record
  const left = claimedAt(record) ?? handOver?.at ?? disposal?.at ?? record.void?.at
  return left ?? (LEFT.has(state) ? updatedAt : null)
}

/** States in which it is gone, though an old record may not say when. */
const LEFT: ReadonlySet<LostItemState> = new Set(['claimed', 'handedOver', 'disposed'])

/** Found items in a month (domain 12): in by 上交时间, out when the thing left. */
export const lostItemMonthFacts: MonthFacts<LostItem> = {
  begunAt: (record) => (isBlankSheet(record) ? null : record.intake.handedInAt),
  endedAt: leftAt,
  isWithdrawn: (record) => record.void !== null,
  fixed: ['intake'],
  dated: ({ notices, decisions }) => [
    ...notices.map(({ postedAt }) => postedAt),
    ...decisions.map(({ decidedAt }) => decidedAt),
  ],
}
