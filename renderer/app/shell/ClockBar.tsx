import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../../../shared/domain/office/permissions'
import type { Refusal } from '../../../shared/util/result'
import { acceptClockCommand, useQuery, useRun } from '../../data'
import { announce, ConfirmDialog, formatDateTime, NoticeBar, RefusalBar, useNow } from '../../ui'
import { isBehind } from './clock'
import { useShell } from './context'

/** A clock that stands before the newest record is reported before anything is registered (domain 3). */
export function ClockBar() {
  const { t } = useTranslation(['shell', 'common'])
  const { user } = useShell()
  const run = useRun()
  const now = useNow()
  const [asking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const newest = useQuery(async (db) => {
    const chain = (await db.of('meta').get('chain'))?.value as { newestAt: string } | undefined
    return chain?.newestAt ?? null
  }, [])
  if (!newest || !isBehind(now, newest)) return null

  const accept = async (reason: string) => {
    setAsking(false)
    const saved = await run(acceptClockCommand, { reason })
    setRefusal(saved.ok ? null : saved.refusal)
    if (saved.ok) announce(t('common:saved'))
  }
  return (
    <>
      <NoticeBar
        tone="danger"
        action={
          may(user.role, 'record.register') && (
            <Button onClick={() => setAsking(true)}>{t('shell:clock.right')}</Button>
          )
        }
      >
        {t('shell:clock.behind', {
          now: formatDateTime(new Date(now).toISOString()),
          newest: formatDateTime(newest),
        })}
      </NoticeBar>
      <RefusalBar refusal={refusal} onClose={() => setRefusal(null)} />
      {asking && (
        <ConfirmDialog
          open
          title={t('shell:clock.title')}
          reasonLabel={t('shell:clock.reason')}
          confirmLabel={t('shell:clock.confirm')}
          onConfirm={(reason) => void accept(reason)}
          onCancel={() => setAsking(false)}
        >
          {t('shell:clock.text')}
        </ConfirmDialog>
      )}
    </>
  )
}
