import Button from '@mui/material/Button'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { mayDecide } from '../../../shared/domain/dispute/who'
import { openDisputesOf, useQuery, useRole } from '../../data'
import { NoticeBar, useMenuCommand, usePartKeys } from '../../ui'

/** That another version of the record waits to be decided on; who may decide goes there. */
export function DisputeBar({ table, recordId }: { table: string; recordId: string }) {
  const { t } = useTranslation('disputes')
  const navigate = useNavigate()
  const may = mayDecide(useRole(), table)
  const open = useQuery((db) => openDisputesOf(db, table, recordId), [table, recordId]) ?? []
  const [first] = open
  const go = (): void => {
    if (first) void navigate(`/disputes/${first.id}`)
  }
  const leads = may && first !== undefined
  useMenuCommand('check', go, leads)
  usePartKeys(useMemo(() => (leads ? [{ keys: 'Alt+H', text: t('bar.open') }] : []), [leads, t]))
  if (!first) return null
  return (
    <NoticeBar
      tone="soon"
      action={
        may && (
          <Button onClick={go} title="Alt+H" sx={{ flexShrink: 0 }}>
            {t('bar.open')}
          </Button>
        )
      }
    >
      {t('bar.text', { count: open.length })} {may ? '' : t('bar.wait')}
    </NoticeBar>
  )
}
