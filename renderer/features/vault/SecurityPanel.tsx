import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaultState } from '../../../shared/ipc/vaultChannels'
import { NoticeBar, SectionPanel } from '../../ui'
import { FailedTriesTable } from './FailedTriesTable'
import { SheetFacts } from './SheetFacts'
import { SheetStep, type Step } from './SheetStep'
import { useVaultState } from './vaultState'

const SheetDialog = lazy(() => import('./SheetDialog'))

/** 设置 → 安全, for the director: the 《恢复单》 and how this machine keeps the key, and who tried in vain to sign in. */
export function SecurityPanel() {
  const { t } = useTranslation('vault')
  const state = useVaultState()
  const [step, setStep] = useState<Step | null>(null)
  const [printing, setPrinting] = useState(false)
  return (
    <>
      <SectionPanel id="settings.sheet" title={t('panel.sheet')}>
        {state && <VaultPart state={state} onStep={setStep} />}
      </SectionPanel>
      <SectionPanel id="settings.tries" title={t('panel.tries')}>
        <FailedTriesTable />
      </SectionPanel>
      {step && <SheetStep step={step} onDone={() => setPrinting(true)} onClose={() => setStep(null)} />}
      {printing && (
        <Suspense fallback={null}>
          <SheetDialog onClose={() => setPrinting(false)} />
        </Suspense>
      )}
    </>
  )
}

function VaultPart({ state, onStep }: { state: VaultState; onStep: (step: Step) => void }) {
  const { t } = useTranslation('vault')
  if (state.kind === 'none') {
    return (
      <Box>
        <NoticeBar tone="soon">{t('panel.none')}</NoticeBar>
        <Box sx={{ mb: 3 }}>{t('panel.whatFor')}</Box>
        <Button variant="contained" onClick={() => onStep('create')}>
          {t('step.create.title')}
        </Button>
      </Box>
    )
  }
  const printed = Boolean(state.sheet?.printedAt)
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      {!printed && <NoticeBar tone="soon">{t('nag.notPrinted')}</NoticeBar>}
      <SheetFacts state={state} />
      <Box>{t(state.keyStoreIsSafe ? 'panel.safe' : 'panel.unsafe')}</Box>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        <Button variant={printed ? 'outlined' : 'contained'} onClick={() => onStep('print')}>
          {t(printed ? 'step.print.title' : 'sheet.print')}
        </Button>
        <Button onClick={() => onStep('renew')}>{t('step.renew.title')}</Button>
      </Box>
    </Box>
  )
}
