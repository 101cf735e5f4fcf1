import Box from '@mui/material/Box'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/util/result'
import { useData } from '../../data'
import { ProgressPanel, RefusalBar, remember } from '../../ui'
import { DEMO_FILLED, DEMO_PIN } from './demo'
import { photosFor, type StorePhoto } from './photos'

interface DemoStartProps {
  hashPin: (pin: string) => Promise<string | null>
  store: StorePhoto
  onDone: () => void
}

/** The first start of the demo: a made-up estate and its year are written before anybody looks around. */
export function DemoStart({ hashPin, store, onDone }: DemoStartProps) {
  const { t } = useTranslation('demo')
  const { progress, refusal } = useFilling({ hashPin, store, onDone })
  return (
    <Box component="main" sx={{ height: '100%', overflow: 'auto', p: 6 }}>
      <Box sx={{ maxWidth: 640, mx: 'auto', display: 'grid', gap: 4 }}>
        <Box component="h1" sx={{ m: 0, fontSize: 22, fontWeight: 600 }}>
          {t('title')}
        </Box>
        <Box sx={{ fontSize: 15 }}>{t('text')}</Box>
        <RefusalBar refusal={refusal} />
        {!refusal && <ProgressPanel what={t('filling')} unit={t('days')} {...progress} />}
        <Box sx={{ color: 'text.secondary' }}>{t('pin', { pin: DEMO_PIN })}</Box>
      </Box>
    </Box>
  )
}

function useFilling({ hashPin, store, onDone }: DemoStartProps) {
  const data = useData()
  const [progress, setProgress] = useState({ done: 0, total: 365, elapsedMs: 0 })
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const begun = useRef(false)
  const latest = useRef(onDone)
  useEffect(() => {
    latest.current = onDone
  })
  useEffect(() => {
    // Written once, however often the screen is drawn.
    if (begun.current) return
    begun.current = true
    const startedAt = performance.now()
    const fill = async (): Promise<void> => {
      const pinHash = await hashPin(DEMO_PIN)
      if (pinHash === null) return setRefusal({ key: 'system.failed' })
      await data.fillDemo({
        pinHash,
        attach: photosFor(store),
        onProgress: (done, total) =>
          setProgress((before) =>
            before.done === done ? before : { done, total, elapsedMs: performance.now() - startedAt },
          ),
      })
      remember(DEMO_FILLED, true)
      latest.current()
    }
    fill().catch(() => setRefusal({ key: 'system.failed' }))
  }, [data, hashPin, store])
  return { progress, refusal }
}
