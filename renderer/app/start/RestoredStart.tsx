import Box from '@mui/material/Box'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/util/result'
import { useData } from '../../data'
import { ProgressPanel } from '../../ui'
import { Ready } from './Ready'
import { StartFailed } from './StartFailed'

/** The first start of restored data: its ledger is written anew, without asking; a start that follows goes on with it. */
export default function RestoredStart(props: { onDone: () => void; onQuit: () => void }) {
  const { t } = useTranslation('restore')
  const data = useData()
  const { onDone } = props
  const [progress, setProgress] = useState({ done: 0, total: 0 })
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const begun = useRef(false)
  const write = useCallback(async () => {
    const answer = await data.rebuildLedger(setProgress)
    if (answer.ok) onDone()
    else setRefusal(answer.refusal)
  }, [data, onDone])
  useEffect(() => {
    // Two at once would write two beginnings.
    if (!begun.current) void write()
    // Whatever screen the restore was begun from: 今日 asks what has to be settled first.
    window.location.hash = ''
    begun.current = true
  }, [write])
  const again = () => {
    setRefusal(null)
    void write()
  }
  if (refusal) return <StartFailed refusal={refusal} onAgain={again} onQuit={props.onQuit} />
  return (
    <Box component="main" role="status" sx={{ maxWidth: 720, mx: 'auto', p: 6, display: 'grid', gap: 4 }}>
      <Box>{t('running.ledgerText')}</Box>
      <ProgressPanel
        what={t('running.ledger')}
        unit={t('running.entries')}
        done={progress.done}
        total={progress.total || null}
      />
      <Ready screen="restored" />
    </Box>
  )
}
