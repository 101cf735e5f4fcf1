import { useTranslation } from 'react-i18next'
import { routeFor } from '../../../../shared/domain/complaint'
import type { AssignInput } from '../../../../shared/domain/complaint/commands'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { assignCommand } from '../../../data'
import { DateTimeField, FormGrid, SuggestField } from '../../../ui'
import { useLastEntries } from '../../../register/pace/useLastEntries'
import { ComplaintStep, type StepProps } from './ComplaintStep'

const departmentOf = ({ handling }: Complaint) => (handling ? [handling.department] : [])
const workerOf = ({ handling }: Complaint) => (handling ? [handling.responsible] : [])

/**
 * 派工, and 改派: who does it until when, filled in as 原因类别 and 程度 suggest. A promise that was told is moved by
 * 延期告知 only.
 */
export function AssignStep({ record, onDone }: StepProps) {
  const { t } = useTranslation('complaints')
  const { handling } = record
  const promised = handling?.promisedAt ?? null
  const suggested = useSuggestion(record)
  const departments = useLastEntries('complaints', departmentOf)
  const workers = useLastEntries('complaints', workerOf)
  return (
    <ComplaintStep
      record={record}
      onDone={onDone}
      step="assign"
      title={t('step.assign')}
      basis={handling && [handling.department, handling.responsible, promised]}
      spec={assignCommand}
      defaults={() => ({
        department: handling?.department ?? suggested?.department ?? '',
        responsible: handling?.responsible ?? suggested?.responsible ?? '',
        promisedAt: promised,
      })}
      toInput={(values: AssignInput) => values}
    >
      {() => (
        <FormGrid>
          <SuggestField<AssignInput>
            name="department"
            suggestions={departments}
            label={t('field.department')}
            required
            hint={suggested?.because}
            maxLength={100}
          />
          <SuggestField<AssignInput>
            name="responsible"
            suggestions={workers}
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

/** 责任部门 and 责任人 that the rules suggest, in words, with the reason; null before 判定. */
function useSuggestion({ judgement }: Complaint) {
  const { t } = useTranslation(['complaints', 'branches'])
  if (!judgement) return null
  const { cause, severity } = judgement
  const route = routeFor(cause, severity)
  const department = t(`branches:department.${route.department}`)
  const responsible = route.responsible.map((post) => t(`target.${post}`)).join(t('branches:routing.list'))
  const to = [department, responsible].filter(Boolean).join(' ')
  const words = { cause: t(`cause.${cause}`), severity: t(`severity.${severity}`), to }
  const because = route.bySeverity
    ? t('branches:routing.bySeverity', words)
    : t('branches:routing.byCause', words)
  return { department, responsible, because }
}
