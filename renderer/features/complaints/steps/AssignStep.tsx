import { useTranslation } from 'react-i18next'
import { suggestRouting } from '../../../../shared/domain/complaint'
import type { AssignInput } from '../../../../shared/domain/complaint/commands'
import { assignCommand } from '../../../data'
import { DateTimeField, FormGrid, TextField } from '../../../ui'
import { ComplaintStep, type StepProps } from './ComplaintStep'

/** 派工, and 改派: who does it until when. A promise that was told is moved by 延期告知 only. */
export function AssignStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('complaints')
  const { handling, judgement } = record
  const promised = handling?.promisedAt ?? null
  const targets = judgement ? suggestRouting(judgement.cause, judgement.severity) : []
  const suggested = targets.map((target) => t(`target.${target}`)).join('、')
  return (
    <ComplaintStep
      record={record}
      onDone={onDone}
      step="assign"
      title={t('step.assign')}
      basis={handling && [handling.department, handling.responsible, promised]}
      spec={assignCommand}
      defaults={() => ({
        department: handling?.department ?? '',
        responsible: handling?.responsible ?? '',
        promisedAt: promised,
      })}
      toInput={(values: AssignInput) => values}
    >
      {() => (
        <FormGrid>
          <TextField<AssignInput>
            name="department"
            label={t('field.department')}
            required
            hint={suggested && t('step.routing', { targets: suggested })}
            maxLength={100}
          />
          <TextField<AssignInput>
            name="responsible"
            label={t('field.responsible')}
            required
            maxLength={100}
          />
          <DateTimeField<AssignInput>
            name="promisedAt"
            label={t('field.promisedAt')}
            lean="future"
            disabled={promised !== null}
            hint={promised ? t('step.promiseFixed') : t('step.promiseHint')}
          />
        </FormGrid>
      )}
    </ComplaintStep>
  )
}
