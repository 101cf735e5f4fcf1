import Box from '@mui/material/Box'
import { type ComponentType, type ReactNode, type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import type { FormName } from '../../../shared/documents/registry'
import type { LivingRecord } from '../../../shared/domain/register/lifecycle'
import { useRole } from '../../data'
import { formatDateTime, type MenuAction, NoticeBar, useMenuCommand } from '../../ui'
import type { RecordPaper } from '../paper/paperForm'
import { paperRights } from '../paper/PaperPanel'
import { FlagStrip } from '../who/FlagStrip'
import type { RecordKind } from './kind'
import type { Offer } from './offers'
import type { StepDialogProps, StepPlaces } from './places'
import { RecordHead } from './RecordHead'
import { type RecordPart, RecordParts } from './RecordParts'
import { RecordSide } from './RecordSide'
import { SideBySide, WhereSideIsBelow } from './SideBySide'
import { useFocusBack, useFocusOnOpen } from './useFocusBack'
import { type Steps, useSteps } from './useSteps'
import { useTakeBack } from './useTakeBack'

export interface RecordFrameProps<R extends LivingRecord, S extends string> {
  kind: RecordKind<R>
  /** Where each step is taken. */
  places: StepPlaces<R, S>
  record: R
  /** The steps that the state allows, in the order of its life. */
  offers: readonly Offer<S>[]
  /** The one step to take next: the main button. Null where the record has ended. */
  main: S | null
  parts: readonly RecordPart<S>[]
  /** Chips behind the state, and what else the head says behind what is due. */
  chips?: ReactNode
  facts?: ReactNode
  /** Further entries of the menu, such as 复制为新件. */
  actions?: readonly MenuAction[]
  /** What whoever opens the record has to know first, besides that it is void or a reserved number. */
  notices?: ReactNode
  /** Such a notice where a step can be taken from it. */
  renderNotices?: (take: (step: S) => void) => ReactNode
  /** Its household: the flags stand above the parts where the side has gone below. */
  unitId?: string | null
  /** Above 附件, 关联, 打印与签字 and 时间线, which the frame has itself. */
  side?: ReactNode
  paper?: RecordPaper<FormName>
  onBack: () => void
}

/** A record of any register: head, parts with their steps, what belongs to it at the right, and its keys. */
export function RecordFrame<R extends LivingRecord, S extends string>(props: RecordFrameProps<R, S>) {
  const { kind, places, record, offers, main, paper } = props
  const { t } = useTranslation('record')
  const frame = useRef<HTMLDivElement>(null)
  const [printing, setPrinting] = useState<FormName | null>(null)
  const steps = useSteps({ kind, places, record, offers })
  const { fold, focusBack, undo, mayPrint } = useFrame(props, steps, frame, printing, setPrinting)
  const show = { kind, record, onPrint: setPrinting }
  const Dialog: ComponentType<StepDialogProps<R>> | undefined =
    steps.dialog === null ? undefined : places.dialogs?.[steps.dialog]
  return (
    <Box
      ref={frame}
      tabIndex={-1}
      sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', outline: 'none' }}
    >
      <RecordHead
        {...show}
        offers={offers}
        main={main}
        menu={places.menu}
        chips={props.chips}
        facts={props.facts}
        actions={props.actions}
        forms={paper?.forms ?? []}
        mayPrint={mayPrint}
        onStep={steps.take}
        onUndo={undo}
      />
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 4, pt: 3 }}>
        <CommonNotices record={record} />
        {props.notices}
        {props.renderNotices?.(steps.take)}
        <SideBySide
          label={t('side')}
          side={
            <RecordSide {...show} paper={paper}>
              {props.side}
            </RecordSide>
          }
        >
          <Box sx={{ display: 'grid', gap: 3, minWidth: 0 }}>
            {props.unitId && (
              <WhereSideIsBelow>
                <FlagStrip unitId={props.unitId} />
              </WhereSideIsBelow>
            )}
            <RecordParts
              record={record}
              namespace={kind.vocabulary.namespace}
              places={places}
              parts={props.parts}
              offers={offers}
              main={main}
              open={steps.open}
              onStep={steps.take}
              onDone={fold}
            />
          </Box>
        </SideBySide>
      </Box>
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

/** 作废 with who, when and why; a blank sheet that waits for its 补录. */
function CommonNotices({ record }: { record: LivingRecord }) {
  const { t } = useTranslation(['record', 'paper'])
  return (
    <>
      {record.void && (
        <NoticeBar tone="danger">
          {t('voided', { ...record.void, at: formatDateTime(record.void.at) })}
        </NoticeBar>
      )}
      {record.state === 'reserved' && <NoticeBar tone="plain">{t('paper:fillIn.text')}</NoticeBar>}
    </>
  )
}

/** Opened by Enter, not while the cursor runs through the list. */
function useWantsFocus(): boolean {
  const state: unknown = useLocation().state
  return typeof state === 'object' && state !== null && 'focus' in state && state.focus === true
}
