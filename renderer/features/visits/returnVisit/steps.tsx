import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ReturnVisitRecord } from '../../../../shared/domain/returnVisit/types'
import {
  amendReturnVisitCommand,
  complainCommand,
  fillInReturnVisitCommand,
  useData,
  useUser,
} from '../../../data'
import type { StepDialogProps } from '../../../register/record/places'
import { RecordStep } from '../../../register/record/RecordStep'
import type { StepProps } from '../../../register/record/StepForm'
import { VoidDialog } from '../../../register/record/VoidDialog'
import { TextArea } from '../../../ui'
import { RETURN_VISIT } from './kind'
import { ReturnVisitFields } from './ReturnVisitFields'
import { blankReturnVisit, entryFrom, type ReturnVisitValues, returnVisitValues } from './values'

type Props = StepProps<ReturnVisitRecord>

/** 补录 of a row that was written by hand; 日期 begins empty: nobody but the paper knows it. */
export function FillInStep({ record, onDone }: Props) {
  const { t } = useTranslation(['returnVisits', 'paper'])
  const { ports } = useData()
  const user = useUser()
  return (
    <RecordStep
      kind={RETURN_VISIT}
      record={record}
      onDone={onDone}
      step="fillIn"
      title={t('paper:fillIn.title')}
      basis={record.state}
      spec={fillInReturnVisitCommand}
      defaults={() => blankReturnVisit(null, user.name)}
      toInput={(values: ReturnVisitValues) => ({ entry: entryFrom(values, ports.now()) })}
    >
      {(form) => <ReturnVisitFields form={form} />}
    </RecordStep>
  )
}

/** 更正回访 */
export function AmendStep({ record, onDone }: Props) {
  const { t } = useTranslation('returnVisits')
  const { ports } = useData()
  const user = useUser()
  const { entry } = record
  return (
    <RecordStep
      kind={RETURN_VISIT}
      record={record}
      onDone={onDone}
      step="amend"
      title={t('step.amend')}
      basis={entry}
      spec={amendReturnVisitCommand}
      defaults={() => (entry ? returnVisitValues(entry) : blankReturnVisit(ports.now(), user.name))}
      toInput={(values: ReturnVisitValues) => ({
        entry: entryFrom(values, ports.now(), entry?.source),
      })}
    >
      {(form) => <ReturnVisitFields form={form} />}
    </RecordStep>
  )
}

/** 登记投诉 after a C 不满意, in the person's words; the new complaint is shown. */
export function ComplainStep({ record, onDone }: Props) {
  const { t } = useTranslation('returnVisits')
  const navigate = useNavigate()
  return (
    <RecordStep
      kind={RETURN_VISIT}
      record={record}
      onDone={onDone}
      step="complain"
      title={t('step.complain')}
      basis={record.entry}
      spec={complainCommand}
      saveLabel={t('complain.save')}
      say={({ complaint }) => t('complain.opened', { number: complaint.number })}
      after={({ complaint }) => void navigate(`/complaints/${complaint.id}`, { state: { focus: true } })}
      defaults={() => ({ content: record.entry?.content ?? '' })}
      toInput={(values: { content: string }) => values}
    >
      {() => (
        <>
          <Box sx={{ mb: 2 }}>{t('complain.text')}</Box>
          <TextArea<{ content: string }>
            name="content"
            label={t('complain.content')}
            required
            large
            wide
            minRows={3}
            maxLength={20_000}
          />
        </>
      )}
    </RecordStep>
  )
}

/** 作废 */
export function VoidReturnVisitDialog(props: StepDialogProps<ReturnVisitRecord>) {
  return <VoidDialog {...props} kind={RETURN_VISIT} />
}
