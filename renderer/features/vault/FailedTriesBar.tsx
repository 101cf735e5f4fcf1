import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { civilDayOf, instantOf, shiftDay } from '../../../shared/util/civilTime'
import { failedTries, useData, useQuery, useUser } from '../../data'
import { formatDateTime, NoticeBar, useRemembered } from '../../ui'
import { triesToTell } from './tries'

/** How far back a director looks who never looked. */
const DAYS = 30

/** A quiet line for the director: wrong tries at PINs and 恢复单 since the last time the line was put away. */
export function FailedTriesBar() {
  const { t } = useTranslation('vault')
  const { ports } = useData()
  const user = useUser()
  const navigate = useNavigate()
  const [signedInAt] = useState(() => ports.now())
  const [seen, setSeen] = useRemembered<string | null>(`tries.seen.${user.id}`, null)
  const since = seen ?? instantOf(shiftDay(civilDayOf(signedInAt), -DAYS), '00:00')
  const found = useQuery((db) => failedTries(db, since), [since])
  const told = triesToTell(found ?? [], { userId: user.id, signedInAt })
  if (told.length === 0) return null
  const putAway = () => setSeen(ports.now())
  const look = () => {
    putAway()
    void navigate('/settings/security')
  }
  const who = told.map((one) => t('tries.one', one)).join(t('tries.comma'))
  return (
    <NoticeBar tone="plain" action={<Button onClick={look}>{t('tries.look')}</Button>} onClose={putAway}>
      {t(seen ? 'tries.since' : 'tries.lately', { since: formatDateTime(since), who })}
    </NoticeBar>
  )
}
