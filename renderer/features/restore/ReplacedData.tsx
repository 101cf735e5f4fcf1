import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Dataset } from '../../../shared/ipc/datasetChannels'
import type { Refusal } from '../../../shared/util/result'
import { removeDatabase } from '../../data/restore/restore'
import { desk } from '../../platform/desk'
import { announce, formatDateTime, RefusalBar, SectionPanel } from '../../ui'
import { PinAgain } from './PinAgain'

/** `broken`: a restore that was broken off before its switch; it can only be removed. */
type Other = Dataset & { broken: boolean }
/** `discard` removes what was never in use. */
type Asked = { way: 'back' | 'remove' | 'discard'; dataset: Dataset }

/** Data that a restore put aside: it stays until somebody says otherwise, and one step makes it the office's again. */
export function ReplacedData() {
  const { t } = useTranslation('restore')
  const [datasets, setDatasets] = useState<readonly Other[]>([])
  const [asked, setAsked] = useState<Asked | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  useEffect(() => void notInUse().then(setDatasets), [])

  const go = async ({ way, dataset: { id, database } }: Asked) => {
    setAsked(null)
    if (way !== 'back') await removeDatabase(database)
    const answer = await desk.invoke(way === 'back' ? 'dataset.activate' : 'dataset.remove', { id })
    if (!answer.ok) return setRefusal(answer.refusal)
    if (way !== 'back') announce(t('replaced.removed'))
    setDatasets(await notInUse())
  }
  if (datasets.length === 0) return null
  const since = formatDateTime(asked?.dataset.since)
  return (
    <SectionPanel id="settings.replaced" title={t('replaced.title')} count={datasets.length}>
      <RefusalBar refusal={refusal} onClose={() => setRefusal(null)} />
      <Box component="ul" sx={{ m: 0, p: 0, display: 'grid', gap: 2 }}>
        {datasets.map((dataset) => (
          <DatasetLine key={dataset.id} dataset={dataset} onAsk={setAsked} />
        ))}
      </Box>
      {asked && (
        <PinAgain
          title={t(`replaced.${asked.way}.title`)}
          text={t(`replaced.${asked.way}.text`, { since })}
          confirmLabel={t(`replaced.${asked.way}.confirm`)}
          danger={asked.way !== 'back'}
          onRight={() => void go(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </SectionPanel>
  )
}

async function notInUse(): Promise<Other[]> {
  const listed = await desk.invoke('dataset.list', {})
  if (!listed.ok) return []
  const { replaced, staged } = listed.value
  return [
    ...replaced.map((dataset) => ({ ...dataset, broken: false })),
    ...staged.map((dataset) => ({ ...dataset, broken: true })),
  ]
}

function DatasetLine({ dataset, onAsk }: { dataset: Other; onAsk: (asked: Asked) => void }) {
  const { t } = useTranslation('restore')
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
      <Box sx={{ flex: 1 }}>
        {t(dataset.broken ? 'replaced.broken' : 'replaced.since', { since: formatDateTime(dataset.since) })}
      </Box>
      {!dataset.broken && (
        <Button variant="outlined" onClick={() => onAsk({ way: 'back', dataset })}>
          {t('replaced.back.action')}
        </Button>
      )}
      <Button color="error" onClick={() => onAsk({ way: dataset.broken ? 'discard' : 'remove', dataset })}>
        {t('replaced.remove.action')}
      </Button>
    </Box>
  )
}
