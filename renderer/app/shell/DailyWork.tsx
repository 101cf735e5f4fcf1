import { useEffect } from 'react'
import { civilDayOf, instantFromMs } from '../../../shared/util/civilTime'
import { type DeskData, useData, useSession } from '../../data'
import { useNow } from '../../ui'
import { report } from '../../platform/report'

/**
 * What the calendar does by itself: 有效投诉 a month old become 重大 (domain 5), found items whose
 * custody is over become 逾期待处理 (domain 6), and a month of visits that ended keeps how many households
 * were occupied (domain 8), and its review waits (domain 12). Looked at when somebody signs in and
 * when the estate's day changes, after sleep too, because the present is renewed then. Draws nothing.
 */
export function DailyWork() {
  const { user, locked } = useSession()
  const today = civilDayOf(instantFromMs(useNow()))
  return user && !locked ? <ByItself key={`${user.id} ${today}`} /> : null
}

function ByItself() {
  const data = useData()
  useEffect(() => {
    work(data).catch((error: unknown) => report('daily.failed', error))
  }, [data])
  return null
}

// The rules of all registers come with it: the first screen does not wait for them.
async function work(data: DeskData): Promise<void> {
  const { escalateDue, expireDue, keepMonths, keepReviews } = await import('../../data/byCalendar')
  await Promise.all([escalateDue(data), expireDue(data), keepMonths(data), keepReviews(data)])
}
