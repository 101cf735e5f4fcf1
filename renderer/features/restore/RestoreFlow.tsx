import { useTranslation } from 'react-i18next'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { ProgressPanel, RefusalBar } from '../../ui'
import { ChooseBackup } from './ChooseBackup'
import { PasswordStep } from './PasswordStep'
import { Preview } from './Preview'
import type { Progress } from './run'
import { type RestoreSources, useRestore } from './useRestore'

export interface RestoreFlowProps extends RestoreSources {
  /** Id of the office whose data would be replaced; null where there is none. */
  replaces: string | null
  /** Leaves without having done anything. */
  onLeave: () => void
}

/** From a backup to the restored data: choose, password, look, restore. Nothing in use is touched before the switch. */
export function RestoreFlow({ replaces, onLeave, ...sources }: RestoreFlowProps) {
  const { t } = useTranslation('restore')
  const { stage, chooseFile, chooseOffer, look, restore, cancel, again } = useRestore(sources)
  switch (stage.kind) {
    case 'choose':
      return (
        <Box sx={{ display: 'grid', gap: 3 }}>
          <RefusalBar refusal={stage.refusal} />
          <ChooseBackup onOffer={chooseOffer} onFile={() => void chooseFile()} />
          <Box>
            <Button onClick={onLeave}>{t('leave')}</Button>
          </Box>
        </Box>
      )
    case 'password':
      return (
        <PasswordStep
          offer={stage.offer}
          before={stage.typed}
          refusal={stage.refusal}
          onPassword={(password) => void look(stage.offer, password)}
          onBack={again}
        />
      )
    case 'preview':
      return (
        <Preview
          looked={stage.looked}
          refusal={stage.refusal}
          replaces={replaces}
          onRestore={() => void restore(stage.looked)}
          onBack={again}
        />
      )
    case 'running':
      return <Running {...stage} onCancel={cancel} />
  }
}

const MEGABYTE = 1024 * 1024

function Running(props: { progress: Progress; elapsedMs: number; onCancel: () => void }) {
  const { t } = useTranslation('restore')
  const { phase, done, total } = props.progress
  const files = phase === 'files'
  const shown = (amount: number) => (files ? amount : Math.round((amount / MEGABYTE) * 10) / 10)
  return (
    <Box role="status">
      <ProgressPanel
        what={t(`running.${phase}`)}
        done={shown(done)}
        total={total === 0 || phase === 'switching' ? null : shown(total)}
        unit={files ? t('running.fileUnit') : 'MB'}
        elapsedMs={props.elapsedMs}
        {...(phase === 'switching' ? {} : { onCancel: props.onCancel })}
      />
    </Box>
  )
}
