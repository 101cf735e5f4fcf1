import Box from '@mui/material/Box'
import { type ComponentType, type RefObject, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import type { FormName } from '../../../shared/documents/registry'
import type { LivingRecord } from '../../../shared/domain/register/lifecycle'
import { useRole } from '../../data'
import { useMenuCommand } from '../../ui'
import { paperRights } from '../paper/PaperPanel'
import { type RecordActs, RecordActsContext } from './acts'
import type { RecordFrameProps } from './frameProps'
import type { StepDialogProps } from './places'
import { RecordBody } from './RecordBody'
import { RecordHead } from './RecordHead'
import { useFocusBack, useFocusOnOpen } from './useFocusBack'
import { type Steps, useSteps } from './useSteps'
import { useTakeBack } from './useTakeBack'

/**
 * A record of any register: head, parts with their steps, what belongs to it at the right, and its keys. What is drawn
 * inside may take steps and print by `useRecordActs`.
 */
export function RecordFrame<R extends LivingRecord, S extends string>(props: RecordFrameProps<R, S>) {
  const { kind, places, record, offers, paper } = props
  const frame = useRef<HTMLDivElement>(null)
  const [printing, setPrinting] = useState<FormName | null>(null)
  const steps = useSteps({ kind, places, record, offers })
  const { fold, focusBack, undo, mayPrint } = useFrame(props, steps, frame, printing, setPrinting)
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
      <Box
        ref={frame}
        tabIndex={-1}
        sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', outline: 'none' }}
      >
        <RecordHead
          {...props}
          menu={places.menu}
          forms={paper?.forms ?? []}
          mayPrint={mayPrint}
          onStep={steps.take}
          onPrint={setPrinting}
          onUndo={undo}
        />
        <RecordBody {...props} open={steps.open} onStep={steps.take} onDone={fold} onPrint={setPrinting} />
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
    </RecordActsContext>
  )
}

/** The keys of the record, and where the keyboard goes when something has closed. */
function useFrame<R extends LivingRecord, S extends string>(
  { kind, places, record, paper, onBack }: RecordFrameProps<R, S>,
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
  const mayPrint = paperRights(kind, record.state, useRole()).print
  const [firstForm] = paper?.forms ?? []
  const { edit } = places
  useMenuCommand('print', () => firstForm && print(firstForm), mayPrint && firstForm !== undefined)
  useMenuCommand('edit', () => edit && steps.take(edit), edit !== undefined)
  useMenuCommand('undo', undo, steps.free)
  useMenuCommand('escape', () => (steps.open ? fold(steps.open) : onBack()))
  return { fold, focusBack, undo, mayPrint }
}

/** Opened by Enter, not while the cursor runs through the list. */
function useWantsFocus(): boolean {
  const state: unknown = useLocation().state
  return typeof state === 'object' && state !== null && 'focus' in state && state.focus === true
}
