import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { VISIT_FORM } from '../../../../shared/domain/complaint'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { may } from '../../../../shared/domain/office/permissions'
import { getRecord, listDrafts, resumeCommand, useData, useQuery, useRole, useUser } from '../../../data'
import { announce, EmptyState, refusalText, useMenuCommand } from '../../../ui'
import { usePendingSave } from '../../../register/saving/pendingSaves'
import type { ComplaintForm } from '../print/form'
import { COMPLAINT_PRINTING } from '../print/printing'
import { LazyPrint } from '../../../register/print/LazyPrint'
import { AttachmentsPanel } from '../../../register/attachments/AttachmentsPanel'
import { SideBySide, WhereSideIsBelow } from '../../../register/record/SideBySide'
import { useSave } from '../../../register/saving/saving'
import { FlagStrip } from '../../../register/who/FlagStrip'
import { WhoPanel } from '../../../register/who/WhoPanel'
import { RecordGuidance } from '../guidance/ComplaintGuidance'
import { UnitMatters } from '../who/UnitMatters'
import { useComplaintWords } from '../vocabulary'
import { isBlocked, type Offer, offersOf, type StepName } from './actions'
import { Demands } from './Demands'
import { LinksPanel } from '../../../register/links/LinksPanel'
import { RecordSimilar } from '../similar/RecordSimilar'
import { PaperPanel } from './PaperPanel'
import { RecordBody } from './RecordBody'
import { RecordDialogs } from './RecordDialogs'
import { RecordHead } from './RecordHead'
import { RecordNotices } from './RecordNotices'
import { type FormStep, isFormStep } from './sections'
import { useUndo } from './useUndo'
import { TimelinePanel } from '../../../register/timeline/TimelinePanel'
import { useFocusBack, useFocusOnOpen } from '../../../register/record/useFocusBack'

interface RecordScreenProps {
  id: string
  onBack: () => void
}

/** A complaint: head, body with its steps, and what belongs to it at the right. */
export function RecordScreen({ id, onBack }: RecordScreenProps) {
  const { t } = useTranslation('complaints')
  const record = useQuery((db) => getRecord(db, 'complaints', id), [id])
  if (record === undefined) return null
  if (record === null) {
    return (
      <EmptyState
        title={t('record.missing')}
        text={t('record.missingText')}
        action={<Button onClick={onBack}>{t('record.toList')}</Button>}
      />
    )
  }
  return <OpenRecord record={record} onBack={onBack} />
}

function OpenRecord({ record, onBack }: { record: Complaint; onBack: () => void }) {
  const { t } = useTranslation('record')
  const navigate = useNavigate()
  const role = useRole()
  const offers = offersOf(record, role)
  const steps = useSteps(record, offers)
  const [printing, setPrinting] = useState<ComplaintForm | null>(null)
  const { unitId, anonymous } = record.intake.complainant
  const frame = useRef<HTMLDivElement>(null)
  useFocusOnOpen(frame, useWantsFocus())
  const focusBack = useFocusBack(frame, steps.free && !printing)
  const takeBack = useUndo()
  const undo = () => void takeBack(record).then(() => focusBack())
  const fold = (step: FormStep | null, saved = false) => {
    steps.fold(step ?? undefined)
    focusBack(saved || !step ? undefined : `button[data-step=${step}]:not([disabled])`)
  }

  useMenuCommand('print', () => setPrinting(VISIT_FORM), may(role, 'record.print'))
  useMenuCommand('edit', () => steps.take('amendIntake'))
  useMenuCommand('undo', undo, steps.free)
  useMenuCommand('escape', () => (steps.open ? fold(steps.open) : onBack()))
  return (
    <Box
      ref={frame}
      tabIndex={-1}
      sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', outline: 'none' }}
    >
      <RecordHead record={record} offers={offers} onStep={steps.take} onPrint={setPrinting} onUndo={undo} />
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 4, pt: 3 }}>
        <RecordNotices record={record} />
        <Demands record={record} offers={offers} onStep={steps.take} />
        <SideBySide label={t('side')} side={<Side record={record} onPrint={setPrinting} />}>
          <Box sx={{ display: 'grid', gap: 3, minWidth: 0 }}>
            {!anonymous && (
              <WhereSideIsBelow>
                <FlagStrip unitId={unitId} />
              </WhereSideIsBelow>
            )}
            <RecordBody
              record={record}
              offers={offers}
              open={steps.open}
              onStep={steps.take}
              onDone={fold}
              onLinked={(linked) => void navigate(`/complaints/${linked}`, { state: { focus: true } })}
            />
          </Box>
        </SideBySide>
      </Box>
      <RecordDialogs
        record={record}
        open={steps.dialog}
        onClose={() => {
          steps.closeDialog()
          focusBack()
        }}
      />
      {printing && (
        <LazyPrint
          printing={COMPLAINT_PRINTING}
          record={record}
          form={printing}
          onClose={() => {
            setPrinting(null)
            focusBack('button[data-print]')
          }}
        />
      )}
    </Box>
  )
}

function Side({ record, onPrint }: { record: Complaint; onPrint: (form: ComplaintForm) => void }) {
  const { t } = useTranslation('complaints')
  const words = useComplaintWords()
  const { unitId, anonymous } = record.intake.complainant
  return (
    <>
      <WhoPanel unitId={anonymous ? null : unitId} nobody={t('who.unlinked')}>
        <UnitMatters unitId={unitId} exceptId={record.id} />
      </WhoPanel>
      <RecordSimilar record={record} />
      <RecordGuidance record={record} />
      <AttachmentsPanel table="complaints" recordId={record.id} />
      <LinksPanel table="complaints" record={record} />
      <PaperPanel record={record} onPrint={onPrint} />
      <TimelinePanel recordId={record.id} words={words} />
    </>
  )
}

interface Steps {
  /** The step whose form is open. */
  open: FormStep | null
  dialog: 'void' | 'escalate' | null
  /** Takes a step: opens its form or dialog, or does it at once. */
  take: (step: StepName) => void
  /** Closes the open form, or this step's form where it is still the open one. */
  fold: (step?: FormStep) => void
  closeDialog: () => void
  /** Nothing is open or about to open, and the screen shows what was saved. */
  free: boolean
}

/** Which step is open. One that was left with something typed in it is open again (domain 10). */
function useSteps(record: Complaint, offers: readonly Offer[]): Steps {
  const { db } = useData()
  const user = useUser()
  const save = useSave()
  const undo = useUndo()
  // A blank form that came back has to be filled in: its form is open.
  const [open, setOpen] = useState<FormStep | null>(() =>
    offers.some((offer) => offer.step === 'fillIn' && !isBlocked(offer)) ? 'fillIn' : null,
  )
  const [dialog, setDialog] = useState<Steps['dialog']>(null)
  const offered = offers.filter((offer) => !isBlocked(offer)).map(({ step }) => step)
  const latest = useRef(offered)
  useEffect(() => {
    latest.current = offered
  })
  // A quick clerk presses the next step while the last is being saved: its form opens once the record on screen is
  // the saved one, and not at all where the save was refused, so that the refusal stays in sight.
  const saving = usePendingSave(record.id)
  const settled = saving.busy === 0 && record.rev >= saving.rev
  const [wanted, setWanted] = useState<{ step: FormStep; refused: number } | null>(null)
  if (wanted && settled) {
    setWanted(null)
    if (wanted.refused === saving.refused && offered.includes(wanted.step)) setOpen(wanted.step)
  }
  useEffect(() => {
    void listDrafts(db, user.id).then((drafts) => {
      const left = drafts.find(({ targetId }) => targetId === record.id)
      const step = left?.kind.replace(/^complaint\./, '') as StepName | undefined
      if (step && latest.current.includes(step) && isFormStep(step)) setOpen((before) => before ?? step)
    })
  }, [db, user.id, record.id])

  const resume = async (): Promise<void> => {
    const input = { id: record.id, rev: record.rev }
    const { refusal } = await save(
      resumeCommand,
      input,
      undefined,
      undefined,
      (saved) => () => void undo(saved),
    )
    if (refusal) announce(refusalText(refusal), 'problem')
  }
  const take = (step: StepName): void => {
    if (!offered.includes(step)) return
    if (step === 'resume') void resume()
    else if (isFormStep(step) && settled) setOpen(step)
    else if (isFormStep(step)) setWanted({ step, refused: saving.refused })
    else if (step === 'void' || step === 'escalate') setDialog(step)
  }
  return {
    open: open && offered.includes(open) ? open : null,
    dialog,
    take,
    // A step saved just now must not close the one that was opened while it was saving.
    fold: (step) => setOpen((now) => (step === undefined || now === step ? null : now)),
    closeDialog: () => setDialog(null),
    free: open === null && dialog === null && wanted === null && settled,
  }
}

/** Opened by Enter, not while the cursor runs through the list. */
function useWantsFocus(): boolean {
  const state: unknown = useLocation().state
  return typeof state === 'object' && state !== null && 'focus' in state && state.focus === true
}
