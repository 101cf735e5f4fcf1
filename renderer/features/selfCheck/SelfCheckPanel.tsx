import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/util/result'
import { type SelfCheckReport, useData, useRun, useSelfCheck } from '../../data'
import {
  announce,
  ConfirmDialog,
  Facts,
  formatBytes,
  formatDateTime,
  formatNumber,
  RefusalBar,
  SectionPanel,
} from '../../ui'
import { MENDING, mendingOf } from './mending'
import { wordsOf } from './words'

/** 设置 → 安全 → 自检: what the last look through the books found, and what can be done about it. */
export function SelfCheckPanel() {
  const { t } = useTranslation('selfCheck')
  const { selfCheck } = useData()
  const report = useSelfCheck()
  const [running, setRunning] = useState(false)
  const look = async () => {
    setRunning(true)
    try {
      await selfCheck.run(true)
    } finally {
      setRunning(false)
    }
  }
  return (
    <SectionPanel id="settings.selfCheck" title={t('title')}>
      <Box sx={{ display: 'grid', gap: 3 }}>
        <Box sx={{ color: 'text.secondary' }}>{t('intro')}</Box>
        <Facts items={useFacts(report)} />
        {report && <FoundList report={report} onMended={() => void look()} />}
        <Box>
          <Button variant="outlined" disabled={running} onClick={() => void look()}>
            {running ? t('running') : t('run')}
          </Button>
        </Box>
      </Box>
    </SectionPanel>
  )
}

function useFacts(report: SelfCheckReport | null) {
  const { t } = useTranslation('selfCheck')
  const { ports } = useData()
  const [free, setFree] = useState<number | null>(null)
  useEffect(() => {
    void ports.freeBytes().then(setFree)
  }, [ports])
  const looked = report && {
    numbers: formatNumber(report.looked.numbers),
    counters: formatNumber(report.looked.counters),
    files: formatNumber(report.looked.files),
  }
  return [
    { label: t('at'), value: report ? formatDateTime(report.at) : t('never') },
    { label: t('looked'), value: looked ? t('lookedWhat', looked) : null },
    { label: t('free'), value: free === null ? null : formatBytes(free) },
  ]
}

function FoundList({ report, onMended }: { report: SelfCheckReport; onMended: () => void }) {
  const { t } = useTranslation('selfCheck')
  const run = useRun()
  const [asking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  if (report.findings.length === 0) return <Box role="status">{t('sound')}</Box>
  const kinds = new Set(report.findings.map(mendingOf))
  const mend = async (way: keyof typeof MENDING) => {
    setAsking(false)
    const done = await run(MENDING[way], {})
    setRefusal(done.ok ? null : done.refusal)
    if (!done.ok) return
    announce(t('mended', { count: done.value.value.mended }))
    onMended()
  }
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <RefusalBar refusal={refusal} onClose={() => setRefusal(null)} />
      <Box component="ul" sx={{ m: 0, pl: 4, display: 'grid', gap: 1 }}>
        {report.findings.map((finding) => (
          <li key={JSON.stringify(finding)}>{wordsOf(finding, t)}</li>
        ))}
      </Box>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        {kinds.has('numbers') && <Button onClick={() => void mend('numbers')}>{t('mend.numbers')}</Button>}
        {kinds.has('counter') && <Button onClick={() => void mend('counter')}>{t('mend.counter')}</Button>}
        {kinds.has('drafts') && <Button onClick={() => setAsking(true)}>{t('mend.drafts')}…</Button>}
      </Box>
      {asking && (
        <ConfirmDialog
          open
          danger
          title={t('ask.drafts')}
          confirmLabel={t('mend.drafts')}
          onConfirm={() => void mend('drafts')}
          onCancel={() => setAsking(false)}
        >
          {t('ask.draftsText')}
        </ConfirmDialog>
      )}
    </Box>
  )
}
