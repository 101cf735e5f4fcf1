import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { may } from '../../../shared/domain/office/permissions'
import { countDue, openRequests, useData, useQuery, useRole } from '../../data'

/** In 今日待办: what is past its period, for the director; which requests wait, for who answers them. Else nothing. */
export function PrivacyDue() {
  const { t } = useTranslation('privacy')
  const due = useDueOnce(may(useRole(), 'privacy.erase'))
  const requests = useQuery(async (db) => (await openRequests(db)).length, []) ?? 0
  if (due === 0 && requests === 0) return null
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {due > 0 && (
        <MuiLink component={Link} to="/settings/privacy">
          {t('today.due', { count: due })}
        </MuiLink>
      )}
      {requests > 0 && (
        <MuiLink component={Link} to="/settings/privacy">
          {t('today.requests', { count: requests })}
        </MuiLink>
      )}
    </Box>
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
