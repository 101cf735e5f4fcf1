import type { Scan } from '../../../../shared/domain/scan/types'
import type { RowTraits } from './types'

/** 待归档 is one facet, counted for 今日; oldest first, as the paper came in. */
export const scanTraits: RowTraits<Scan> = {
  facets: ({ state }) => [`state:${state}`],
  sortKey: ({ receivedAt, id }) => `${receivedAt}|${id}`,
}
