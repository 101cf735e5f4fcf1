import { columnsOf, daysBetweenMoments } from '../monthPackage/columns'
import type { RegisterPackage } from '../monthPackage/types'
import { lostItemMonthFacts } from './monthFacts'
import { DISPOSAL_WAYS, LOST_CATEGORIES, LOST_ITEM_STATES, type LostItem, VALUE_BANDS } from './types'

const { word, number, day } = columnsOf<LostItem>()

/** What head office may read of a found item (domain 12, 13). */
export const lostItemPackage: RegisterPackage<LostItem> & { table: 'lostItems' } = {
  table: 'lostItems',
  facts: lostItemMonthFacts,
  columns: [
    day('handedInOn', ({ intake }) => intake.handedInAt),
    word('category', LOST_CATEGORIES, 'lostItems:category', ({ intake }) => intake.category),
    number('quantity', ({ intake }) => intake.quantity),
    word('band', VALUE_BANDS, 'lostItems:band', ({ intake }) => intake.estimate.band),
    word('state', LOST_ITEM_STATES, 'lostItems:state', ({ state }) => state),
    day('noticedOn', ({ notices }) => notices[0]?.postedAt),
    number('daysKept', (record) =>
      daysBetweenMoments(record.intake.handedInAt, lostItemMonthFacts.endedAt(record)),
    ),
    word('disposal', DISPOSAL_WAYS, 'lostItems:way', ({ disposal }) => disposal?.way),
  ],
  texts: {},
  people: ({ intake: { name: _thing, ...intake }, ...record }) => ({ ...record, intake }),
}
