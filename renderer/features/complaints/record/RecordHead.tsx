import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { may } from '../../../../shared/domain/office/permissions'
import { useRole } from '../../../data'
import { desk } from '../../../platform/desk'
import {
  announce,
  CopyButton,
  DueText,
  type MenuAction,
  MoreMenu,
  refusalText,
  ScreenHead,
  StatusChip,
} from '../../../ui'
import { PrintMenu } from '../../../register/paper/PrintMenu'
import { COMPLAINT_FORMS, type ComplaintForm, isComplaintForm } from '../print/form'
import { SEVERITY_TONES, STATE_TONES } from '../words'
import { FirstAsked } from './FirstAsked'
import { isBlocked, nextStep, type Offer, type StepName } from './actions'
import { MENU_STEPS } from './sections'
import { useStepNames } from './useStepNames'
import { useUndoable } from './useUndo'

interface RecordHeadProps {
  record: Complaint
  offers: readonly Offer[]
  onStep: (step: StepName) => void
  onPrint: (form: ComplaintForm) => void
  onUndo: () => void
}

/** Number, state, what is due next, the one next step, print, and the rest (ui.md, "Record"). */
export function RecordHead({ record, offers, onStep, onPrint, onUndo }: RecordHeadProps) {
  const { t } = useTranslation(['complaints', 'paper'])
  const name = useStepNames()
  const mayPrint = may(useRole(), 'record.print')
  const next = offers.find(({ step }) => step === nextStep(record))
  return (
    <ScreenHead
      title={record.number}
      facts={<HeadFacts record={record} />}
      actions={
        <>
          <MoreMenu actions={useMenu(record, offers, onStep, onUndo)} />
          <PrintMenu
            forms={COMPLAINT_FORMS.map((form) => ({ form, title: t(`paper:form.${form}`) }))}
            disabled={!mayPrint}
            onPrint={(form) => isComplaintForm(form) && onPrint(form)}
          />
          {next && (
            <Button
              variant="contained"
              disabled={isBlocked(next)}
              data-main
              onClick={() => onStep(next.step)}
            >
              {name(next)}
            </Button>
          )}
        </>
      }
    />
  )
}

function HeadFacts({ record }: { record: Complaint }) {
  const { t } = useTranslation('complaints')
  const { state, duty, judgement } = record
  return (
    <>
      <CopyButton text={record.number} what={t('record.copyNumber')} />
      <StatusChip tone={STATE_TONES[state]} label={t(`state.${state}`)} />
      {judgement && judgement.severity !== 'minor' && (
        <StatusChip tone={SEVERITY_TONES[judgement.severity]} label={t(`severity.${judgement.severity}`)} />
      )}
      {duty && (
        <DueText dueAt={duty.dueAt} what={t(`duty.${duty.kind as 'judge'}`, { defaultValue: duty.kind })} />
      )}
      <FirstAsked record={record} />
    </>
  )
}

function useMenu(
  record: Complaint,
  offers: readonly Offer[],
  onStep: (step: StepName) => void,
  onUndo: () => void,
): MenuAction[] {
  const { t } = useTranslation(['complaints', 'record'])
  const undoable = useUndoable(record)
  const name = useStepNames()
  const steps = offers
    .filter(({ step }) => MENU_STEPS.includes(step))
    .map((offer) => ({
      label: name(offer),
      disabled: isBlocked(offer),
      danger: offer.step === 'void',
      run: () => onStep(offer.step),
    }))
  const openWindow = async () => {
    const opened = await desk.invoke('window.openRecord', { route: `/complaints/${record.id}/alone` })
    if (!opened.ok) announce(refusalText(opened.refusal), 'problem')
  }
  const open = { label: t('record.openWindow'), run: () => void openWindow() }
  const undo = undoable ? [{ label: t('record:undo.of', { step: undoable }), run: onUndo }] : []
  // What cannot be undone stands last.
  return [...undo, ...steps.filter(({ danger }) => !danger), open, ...steps.filter(({ danger }) => danger)]
}
