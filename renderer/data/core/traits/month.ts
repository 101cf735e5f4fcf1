import * as correction from '../../../../shared/domain/correction/facets'
import * as reading from '../../../../shared/domain/correction/reading'
import { correctionMonthFacts } from '../../../../shared/domain/correction/monthFacts'
import * as monthReview from '../../../../shared/domain/monthReview/facets'
import { attachmentMonthFacts } from '../../../../shared/domain/register/attachment'
import { shelfCountMonthFacts } from '../../../../shared/domain/shelfCount/monthFacts'
import type { RecordTables } from '../tables'
import type { RowTraits } from './types'

type OfMonths = Pick<
  RecordTables,
  'corrections' | 'monthReviews' | 'monthSeals' | 'attachments' | 'shelfCounts'
>

/** How 更正单 and the reviews of months are listed, and what else a locked month keeps as it is (domain 12). */
export const monthTraits: { [K in keyof OfMonths]: RowTraits<OfMonths[K]> } = {
  corrections: {
    facets: correction.listFacets,
    sortKey: correction.sortKey,
    orders: { requested: ({ createdAt, number }) => `${createdAt}|${number}` },
    month: correctionMonthFacts,
    // Old and new words of any field there is, sealed ones among them.
    sealed: ['changes', 'reason'],
    reading: { whole: reading.mayRead, see: reading.readableBy },
    search: (record) => ({
      kind: 'correction',
      parentId: '',
      text: correction.correctionSearchText(record),
    }),
  },
  monthReviews: { facets: monthReview.listFacets, sortKey: monthReview.sortKey },
  monthSeals: { sealed: ['statistics', 'checks', 'report'] },
  attachments: { month: attachmentMonthFacts },
  shelfCounts: { month: shelfCountMonthFacts },
}
