import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/ipc/channels'
import { countFacet, useData } from '../../data'
import { desk } from '../../platform/desk'
import { Facts, formatBytes, formatNumber, useCommandBarrier } from '../../ui'
import { report } from '../../platform/report'
import { SaveDiagnostics } from '../trouble/SaveDiagnostics'

/** 关于: version, and where the data lies, for whoever looks after the machine. */
export default function AboutDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['shell', 'common', 'ui'])
  const [info, setInfo] = useState<Output<'app.info'> | null>(null)
  const room = useRoom()
  useCommandBarrier(true)
  useEffect(() => {
    void desk.invoke('app.info', {}).then((answer) => answer.ok && setInfo(answer.value))
  }, [])
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="about-title">
      <DialogTitle id="about-title">{t('common:app')}</DialogTitle>
      <DialogContent>
        <Facts
          items={[
            { label: t('shell:about.version'), value: info?.version },
            { label: t('shell:about.profile'), value: info?.profileDir },
            { label: t('shell:about.ledger'), value: info?.ledgerDir },
            { label: t('shell:about.used'), value: room?.used },
            { label: t('shell:about.files'), value: room?.files },
            { label: t('shell:about.free'), value: room?.free },
          ]}
        />
        <Box sx={{ mt: 4 }}>
          <SaveDiagnostics />
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          {t('ui:close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** What the office takes up, and what is left of the disk; undefined until it is known. */
function useRoom(): { used: string; files: string; free: string } | undefined {
  const { db, ports } = useData()
  const [room, setRoom] = useState<ReturnType<typeof useRoom>>()
  useEffect(() => {
    const look = async () => {
      const [estimate, files, free] = await Promise.all([
        navigator.storage.estimate(),
        countFacet(db, 'attachments', 'rows'),
        ports.freeBytes(),
      ])
      setRoom({
        used: formatBytes(estimate.usage ?? 0),
        files: formatNumber(files),
        free: free === null ? '' : formatBytes(free),
      })
    }
    look().catch((error: unknown) => report('disk.notKnown', error))
  }, [db, ports])
  return room
}
