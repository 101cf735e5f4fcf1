import { useEffect } from 'react'
import { civilDayOf, instantFromMs } from '../../../shared/util/civilTime'
import { escalateDue, useData, useSession } from '../../data'
import { useNow } from '../../ui'
import { report } from '../report'

/**
 * What the calendar does by itself: 有效投诉 a month old become 重大 (domain 5). Looked at when somebody signs in and
 * when the estate's day changes, after sleep too, because the present is renewed then. Draws nothing.
 */
export function DailyWork() {
  const { user, locked } = useSession()
  const today = civilDayOf(instantFromMs(useNow()))
  return user && !locked ? <Escalation key={`${user.id} ${today}`} /> : null
}

function Escalation() {
  const data = useData()
  useEffect(() => {
    escalateDue(data).catch((error: unknown) => report('daily.failed', error))
  }, [data])
  return null
}
