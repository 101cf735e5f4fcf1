import Box from '@mui/material/Box'
import { type ComponentType, type RefObject, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import type { FormName } from '../../../shared/documents/registry'
import type { LivingRecord } from '../../../shared/domain/register/lifecycle'
import { useRole } from '../../data'
import { RefusalWayContext, useMenuCommand } from '../../ui'
import { paperRights } from '../paper/PaperPanel'
import { type RecordActs, RecordActsContext } from './acts'
import type { RecordFrameProps } from './frameProps'
import type { StepDialogProps } from './places'
import { RecordBody } from './RecordBody'
import { RecordHead } from './RecordHead'
import { type Correcting, useCorrecting } from './useCorrecting'
import { useFocusBack, useFocusOnOpen } from './useFocusBack'
import { type Steps, useSteps } from './useSteps'
import { useTakeBack } from './useTakeBack'

/**
 * A record of any register: head, parts with their steps, what belongs to it at the right, and its keys. What is drawn
 * inside may take steps and print by `useRecordActs`.
 */
export function RecordFrame<R extends LivingRecord, S extends string>(given: RecordFrameProps<R, S>) {
  const props = given.record.erased ? { ...given, ...NOTHING_OFFERED } : given
  const { kind, places, record, offers, paper } = props
  const frame = useRef<HTMLDivElement>(null)
  const [printing, setPrinting] = useState<FormName | null>(null)
  const steps = useSteps({ kind, places, record, offers })
  const correcting = useCorrecting(kind, record)
  const { fold, focusBack, undo, mayPrint } = useFrame(props, steps, frame, printing, setPrinting)
  useEditKey(props, steps, correcting)
  const acts: RecordActs = {
    take: (asked) => {
      const offer = offers.find(({ step }) => step === asked)
      if (offer) steps.take(offer.step)
    },
    print: setPrinting,
  }
  const Dialog: ComponentType<StepDialogProps<R>> | undefined =
    steps.dialog === null ? undefined : places.dialogs?.[steps.dialog]
  return (
    <RecordActsContext value={acts}>
      <RefusalWayContext value={correcting.wayOut}>
        <Box
          ref={frame}
          tabIndex={-1}
          sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', outline: 'none' }}
        >
          <RecordHead
            {...props}
            begin={correcting.begin}
            menu={places.menu}
            forms={(!record.erased && paper?.forms) || []}
            mayPrint={mayPrint}
            onStep={steps.take}
            onPrint={setPrinting}
            onUndo={undo}
          />
          <RecordBody
            {...props}
            correcting={correcting}
            open={steps.open}
            onStep={steps.take}
            onDone={fold}
            onPrint={setPrinting}
          />
          {Dialog && (
            <Dialog
              record={record}
              onClose={() => {
                steps.closeDialog()
                focusBack()
              }}
            />
          )}
          {printing &&
            paper?.renderPrint(printing, () => {
              setPrinting(null)
              focusBack('button[data-print]')
            })}
        </Box>
      </RefusalWayContext>
    </RecordActsContext>
  )
}

/** Of what was erased by law: every command would refuse it (domain 13). */
const NOTHING_OFFERED = { offers: [], actions: [], main: null }

/** The keys of the record, and where the keyboard goes when something has closed. */
function useFrame<R extends LivingRecord, S extends string>(
  { kind, record, paper, onBack }: RecordFrameProps<R, S>,
  steps: Steps<S>,
  frame: RefObject<HTMLDivElement | null>,
  printing: FormName | null,
  print: (form: FormName) => void,
) {
  const takeBack = useTakeBack(kind)
  useFocusOnOpen(frame, useWantsFocus())
  const focusBack = useFocusBack(frame, steps.free && !printing)
  const undo = () => void takeBack(record).then(() => focusBack())
  const fold = (step: S | null, saved = false) => {
    steps.fold(step ?? undefined)
    focusBack(saved || !step ? undefined : `button[data-step=${step}]:not([disabled])`)
  }
  // What was erased by law leaves on no paper (domain 13).
  const mayPrint = paperRights(kind, record.state, useRole()).print && !record.erased
  const [firstForm] = paper?.forms ?? []
  useMenuCommand('print', () => firstForm && print(firstForm), mayPrint && firstForm !== undefined)
  useMenuCommand('undo', undo, steps.free && !record.erased)
  useMenuCommand('escape', () => (steps.open ? fold(steps.open) : onBack()))
  return { fold, focusBack, undo, mayPrint }
}

/** F2: what a locked month keeps is edited by a 更正单 (domain 12). */
function useEditKey<R extends LivingRecord, S extends string>(
  { places: { edit }, offers }: RecordFrameProps<R, S>,
  steps: Steps<S>,
  { begin }: Correcting,
): void {
  const editable = edit !== undefined && offers.some(({ step }) => step === edit)
  useMenuCommand('edit', () => (editable ? steps.take(edit) : begin?.()), editable || begin !== null)
}

/** Opened by Enter, not while the cursor runs through the list. */
function useWantsFocus(): boolean {
  const state: unknown = useLocation().state
  return typeof state === 'object' && state !== null && 'focus' in state && state.focus === true
}
