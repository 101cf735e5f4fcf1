import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal, Result } from '../../../shared/util/result'
import { ConfirmDialog, ProgressPanel, RefusalBar } from '../../ui'
import { Findings } from './Findings'
import { type Plan, planFor, type Trouble, type Way } from './plan'

interface Progress {
  done: number
  total: number
}

export interface RecoveryProps {
  state: Trouble
  /** Goes one of the ways. */
  onGo: (way: Way, plan: Plan, onProgress: (progress: Progress) => void) => Promise<Result<unknown>>
  /** The start is to be repeated. */
  onDone: () => void
  onQuit: () => void
  /** The newest backup there is, to be looked at, and whether it reaches further than the ledger. */
  backup: { found: ReactNode; better: boolean }
  /** 从备份恢复 takes over. */
  onRestore: () => void
}

/**
 * Database and ledger do not agree (quality 1): what was found, and the ways on. Nothing is written before somebody
 * chose.
 */
export function Recovery({ state, onGo, onDone, onQuit, backup, onRestore }: RecoveryProps) {
  const { t } = useTranslation('start')
  const plan = planFor(state)
  const [asking, setAsking] = useState<Way | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [running, setRunning] = useState<{ way: Way; progress: Progress; elapsedMs: number } | null>(null)

  const go = async (way: Way) => {
    setAsking(null)
    setRefusal(null)
    const startedAt = performance.now()
    setRunning({ way, progress: { done: 0, total: state.ledger.lastSeq }, elapsedMs: 0 })
    const answer = await onGo(way, plan, (progress) =>
      setRunning({ way, progress, elapsedMs: performance.now() - startedAt }),
    )
    setRunning(null)
    if (answer.ok) onDone()
    else setRefusal(answer.refusal)
  }
  return (
    <Box component="main" sx={{ height: '100%', overflow: 'auto', p: 6 }}>
      <Box sx={{ maxWidth: 720, mx: 'auto', display: 'grid', gap: 4 }}>
        <Box component="h1" sx={{ m: 0, fontSize: 22, fontWeight: 600 }}>
          {t(`recovery.title.${plan.why === 'empty' && plan.holds === 'none' ? 'emptyBoth' : plan.why}`)}
        </Box>
        <Box sx={{ fontSize: 15 }}>
          {t(`recovery.text.${plan.why}`)}
          {plan.holds && t(`recovery.holds.${plan.holds}`)}
          {plan.why !== 'lost' && t('recovery.untouched')}
        </Box>
        <Findings state={state} />
        {backup.found}
        <RefusalBar refusal={refusal} />
        {running ? (
          <ProgressPanel
            what={t(`recovery.running.${running.way}`)}
            unit={t('recovery.entries')}
            elapsedMs={running.elapsedMs}
            {...running.progress}
          />
        ) : (
          <Choices
            plan={plan}
            onGo={(way) => void go(way)}
            onAsk={setAsking}
            onQuit={onQuit}
            better={backup.better}
            onRestore={onRestore}
          />
        )}
      </Box>
      <Question plan={plan} asking={asking} onGo={(way) => void go(way)} onCancel={() => setAsking(null)} />
    </Box>
  )
}

interface ChoicesProps {
  plan: Plan
  onGo: (way: Way) => void
  onAsk: (way: Way) => void
  onQuit: () => void
  /** The backup is the better choice, and stands first. */
  better: boolean
  onRestore: () => void
}

function Choices({ plan, onGo, onAsk, onQuit, better, onRestore }: ChoicesProps) {
  const { t } = useTranslation(['start', 'shell'])
  const { main, aside, losesOwn } = plan
  const first = better || !main
  const restore = (
    <Button variant={first ? 'contained' : 'outlined'} autoFocus={first} onClick={onRestore}>
      {t('start:recovery.restore')}
    </Button>
  )
  return (
    <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
      {first && restore}
      {main && (
        <Button
          variant={first ? 'outlined' : 'contained'}
          autoFocus={!first}
          onClick={() => (losesOwn ? onAsk(main) : onGo(main))}
        >
          {t(`start:recovery.go.${main}`)}
        </Button>
      )}
      {!first && restore}
      <Button onClick={onQuit}>{t('shell:quit')}</Button>
      {aside && (
        <Button color="error" sx={{ ml: 'auto' }} onClick={() => onAsk(aside)}>
          {t(`start:recovery.aside.${aside}`)}
        </Button>
      )}
    </Box>
  )
}

interface QuestionProps {
  plan: Plan
  asking: Way | null
  onGo: (way: Way) => void
  onCancel: () => void
}

/** What a way gives up, named on its button. */
function Question({ plan, asking, onGo, onCancel }: QuestionProps) {
  const { t } = useTranslation('start')
  if (!asking) return null
  const what = asking === 'recover' ? 'replace' : plan.why === 'short' ? 'short' : asking
  return (
    <ConfirmDialog
      open
      danger
      title={t(`recovery.ask.${what}.title`)}
      confirmLabel={t(`recovery.ask.${what}.confirm`)}
      onConfirm={() => onGo(asking)}
      onCancel={onCancel}
    >
      {t(`recovery.ask.${what}.text`)}
    </ConfirmDialog>
  )
}
