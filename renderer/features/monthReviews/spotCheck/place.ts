import { useSearchParams } from 'react-router'
import type { SpotItem, SpotSample } from '../../../../shared/domain/monthReview/types'
import type { MonthId } from '../../../../shared/util/months'
import { placeOf } from '../shell/places'

const AT = 'at'

/** Which item of a sample is meant. */
export function keyOfItem({ table, id }: Pick<SpotItem, 'table' | 'id'>): string {
  return `${table}/${id}`
}

/** Where an item is read: a record that was opened leads back to it, and its draft goes on there. */
export function routeOfItem(month: MonthId, item: SpotItem): string {
  return `${placeOf(month, 'spotCheck')}?${new URLSearchParams({ [AT]: keyOfItem(item) })}`
}

/** The item that is being read, the first unread one unless the address names one, and how to go to another. */
export function useSpotPlace(sample: SpotSample): [SpotItem | null, (item: SpotItem) => void] {
  const [params, setParams] = useSearchParams()
  const { items } = sample
  const named = items.find((item) => keyOfItem(item) === params.get(AT))
  const chosen = named ?? items.find(({ outcome }) => outcome === null) ?? items[0] ?? null
  return [chosen, (item) => setParams({ [AT]: keyOfItem(item) }, { replace: true })]
}

/** The next item that nobody has read, behind this one and then from the start; null where all were read. */
export function nextUnread(sample: SpotSample, after: SpotItem): SpotItem | null {
  const at = sample.items.findIndex((item) => keyOfItem(item) === keyOfItem(after))
  const others = [...sample.items.slice(at + 1), ...sample.items.slice(0, Math.max(0, at))]
  return others.find(({ outcome }) => outcome === null) ?? null
}
