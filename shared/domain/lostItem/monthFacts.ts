import type { Instant } from '../../util/instant'
import type { MonthFacts } from '../month/facts'
import { isBlankSheet } from './paper'
import type { LostItem } from './types'

/** 认领时间 of the claim for which the thing was given out. */
function claimedAt({ claims }: LostItem): Instant | null {
  return claims.find((claim) => claim.claimedAt !== null)?.claimedAt ?? null
}

/** When the thing left: 认领, 移交, 处置; or its record was void. */
function leftAt(record: LostItem): Instant | null {
  const { state, handOver, disposal, updatedAt } = record
  if (record.void) return record.void.at
  if (state === 'claimed') return claimedAt(record) ?? updatedAt
  if (state === 'handedOver') return handOver?.at ?? updatedAt
  return state === 'disposed' ? (disposal?.at ?? updatedAt) : null
}

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
