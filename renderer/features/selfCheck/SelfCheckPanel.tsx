import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal, Result } from '../../../shared/util/result'
import { may } from '../../../shared/domain/office/permissions'
import { type SelfCheckReport, useData, useRole, useRun, useSelfCheck } from '../../data'
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

export interface SelfCheckPanelProps {
  /** Leaves for the screen where the database is made anew from the ledger. */
  onRebuild: () => Promise<Result<unknown>>
}

/** 设置 → 安全 → 自检: what the last look through the books found, and what can be done about it. */
export function SelfCheckPanel({ onRebuild }: SelfCheckPanelProps) {
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
        {report && <FoundList report={report} onMended={() => void look()} onRebuild={onRebuild} />}
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

interface FoundListProps extends SelfCheckPanelProps {
  report: SelfCheckReport
  onMended: () => void
}

function FoundList({ report, onMended, onRebuild }: FoundListProps) {
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
        {kinds.has('rows') && <Rebuild onRebuild={onRebuild} onRefused={setRefusal} />}
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

interface RebuildProps extends SelfCheckPanelProps {
  onRefused: (refusal: Refusal) => void
}

/** The way to damaged rows: for the director only, because nobody can work meanwhile. */
function Rebuild({ onRebuild, onRefused }: RebuildProps) {
  const { t } = useTranslation('selfCheck')
  const allowed = may(useRole(), 'office.restore')
  const [asking, setAsking] = useState(false)
  if (!allowed) return null
  const go = async () => {
    setAsking(false)
    const answer = await onRebuild()
    if (!answer.ok) onRefused(answer.refusal)
  }
  return (
    <>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {t('mend.rows')}…
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('ask.rows')}
        confirmLabel={t('ask.rowsGo')}
        onConfirm={() => void go()}
        onCancel={() => setAsking(false)}
      >
        {t('ask.rowsText')}
      </ConfirmDialog>
    </>
  )
}
