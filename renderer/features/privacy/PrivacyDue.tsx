import MuiLink from '@mui/material/Link'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { may } from '../../../shared/domain/office/permissions'
import { countDue, MOST_COUNTED, useData, useRole } from '../../data'

/** Beside 今日待办: what is past its period, for the director. Requests stand in the list itself. */
export function PrivacyDue() {
  const { t } = useTranslation('privacy')
  const due = useDueOnce(may(useRole(), 'privacy.erase'))
  if (due === 0) return null
  return (
    <MuiLink component={Link} to="/settings/privacy">
      {due < MOST_COUNTED ? t('today.due', { count: due }) : t('today.dueMany', { most: MOST_COUNTED })}
    </MuiLink>
  )
}

/** Counted once a visit of the screen: periods end at midnight, and households are read whole. */
function useDueOnce(wanted: boolean): number {
  const { db, ports } = useData()
  const [due, setDue] = useState(0)
  useEffect(() => {
    if (!wanted) return
    let shown = true
    void countDue(db, ports.now()).then((count) => {
      if (shown) setDue(count)
    })
    return () => {
      shown = false
    }
  }, [db, ports, wanted])
  return due
}
