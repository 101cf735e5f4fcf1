import Box from '@mui/material/Box'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { suggestRouting } from '../../../../shared/domain/complaint'
import type { JudgeInput } from '../../../../shared/domain/complaint/commands'
import { judgeCommand } from '../../../data'
import { ToggleChoice } from '../../../ui'
import { useChoices } from '../words'
import { ComplaintStep, type StepProps } from './ComplaintStep'

/** 判定: 性质, 程度, 原因类别, with whom it should go to. */
export function JudgeStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('complaints')
  const choices = useChoices()
  const { judgement } = record
  return (
    <ComplaintStep
      record={record}
      onDone={onDone}
      step="judge"
      title={t('step.judge')}
      basis={judgement}
      spec={judgeCommand}
      defaults={() => ({
        nature: judgement?.nature,
        severity: judgement?.severity,
        cause: judgement?.cause,
      })}
      toInput={(values: JudgeInput) => values}
    >
      {() => (
        <Box sx={{ display: 'grid', gap: 3 }}>
          <ToggleChoice<JudgeInput>
            name="nature"
            label={t('field.nature')}
            options={choices.natures}
            hint={t('step.natureHint')}
            required
          />
          <ToggleChoice<JudgeInput>
            name="severity"
            label={t('field.severity')}
            options={choices.severities}
            required
          />
          <ToggleChoice<JudgeInput> name="cause" label={t('field.cause')} options={choices.causes} required />
          <Routing />
        </Box>
      )}
    </ComplaintStep>
  )
}

/** Whom the complaint should go to, as soon as the cause is known (domain 5). */
function Routing() {
  const { t } = useTranslation('complaints')
  const [cause, severity] = useWatch<Partial<JudgeInput>, ['cause', 'severity']>({
    name: ['cause', 'severity'],
  })
  const targets = cause ? suggestRouting(cause, severity ?? 'minor') : []
  return (
    <Box role="status" sx={{ minHeight: 21 }}>
      {targets.length > 0 &&
        t('step.routing', { targets: targets.map((target) => t(`target.${target}`)).join('、') })}
    </Box>
  )
}
