import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/util/result'
import { useData, useLost } from '../../data'
import { NoticeBar, RefusalBar } from '../../ui'
import { askRecovery } from '../start/rebuild'

/** The database is gone, the ledger is not: everybody at the desk may go where it is brought back. */
export function LostBar() {
  const { t } = useTranslation('selfCheck')
  const data = useData()
  const lost = useLost()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  if (!lost) return null
  const go = async () => {
    const found = await askRecovery(data)
    setRefusal(found.ok ? null : found.refusal)
  }
  return (
    <>
      <NoticeBar tone="danger" action={<Button onClick={() => void go()}>{t('lostGo')}</Button>}>
        {t('lost')}
      </NoticeBar>
      <RefusalBar refusal={refusal} onClose={() => setRefusal(null)} />
    </>
  )
}
