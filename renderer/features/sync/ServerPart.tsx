import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { SyncState } from '../../../shared/ipc/syncChannels'
import type { Refusal } from '../../../shared/util/result'
import { useQuery, useReplicationDesk } from '../../data'
import { desk } from '../../platform/desk'
import { announce, ConfirmDialog, CopyButton, NoticeBar, RefusalBar } from '../../ui'
import { ServerForm } from './ServerForm'

interface ServerPartProps {
  state: SyncState
  /** Null until it is known. */
  vaultIsThere: boolean | null
  onChanged: () => Promise<void>
}

/** The server of head office: needs the 《恢复单》 first, for what is sensitive travels sealed. */
export function ServerPart({ state, vaultIsThere, onChanged }: ServerPartProps) {
  const { t } = useTranslation('sync')
  const navigate = useNavigate()
  if (vaultIsThere === null) return null
  if (!vaultIsThere && !state.server) {
    return (
      <NoticeBar
        tone="soon"
        action={
          <Button onClick={() => void navigate('/settings/security')} sx={{ flexShrink: 0 }}>
            {t('need.vault.go')}
          </Button>
        }
      >
        {t('server.needsVault')}
      </NoticeBar>
    )
  }
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Box sx={{ color: 'text.secondary' }}>{t('server.about')}</Box>
      <OfficeId />
      {!state.keyStoreIsSafe && <NoticeBar tone="soon">{t('server.unsafe')}</NoticeBar>}
      {state.server && !state.hasPassword && <NoticeBar tone="danger">{t('server.noPassword')}</NoticeBar>}
      <ServerForm
        key={`${state.server?.address}|${state.server?.database}|${state.server?.user}`}
        state={state}
        onSaved={onChanged}
      />
      {state.server && <Forget onDone={onChanged} />}
    </Box>
  )
}

/** 管理处编号: head office prepares the database for this office's id (docs/server.md). */
function OfficeId() {
  const { t } = useTranslation('sync')
  const office = useQuery((db) => db.of('office').toCollection().first(), [])
  if (!office) return null
  return (
    <Box>
      {t('server.officeId')}{' '}
      <Box component="code" sx={{ userSelect: 'all', fontFamily: 'monospace' }}>
        {office.id}
      </Box>
      <CopyButton text={office.id} what={t('server.officeId')} />
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {t('server.officeIdHint')}
      </Box>
    </Box>
  )
}

/** 停用: forgets server and password; nothing of the office's data. */
function Forget({ onDone }: { onDone: () => Promise<void> }) {
  const { t } = useTranslation('sync')
  const engine = useReplicationDesk()
  const [asking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const forget = async (): Promise<void> => {
    setAsking(false)
    const done = await desk.invoke('sync.forget', {})
    if (!done.ok) return setRefusal(done.refusal)
    announce(t('server.forgotten'))
    await onDone()
    engine?.restart()
  }
  return (
    <Box>
      <RefusalBar refusal={refusal} onClose={() => setRefusal(null)} />
      <Button color="error" onClick={() => setAsking(true)}>
        {t('server.forget')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('server.forgetTitle')}
        confirmLabel={t('server.forgetConfirm')}
        onConfirm={() => void forget()}
        onCancel={() => setAsking(false)}
      >
        {t('server.forgetText')}
      </ConfirmDialog>
    </Box>
  )
}
