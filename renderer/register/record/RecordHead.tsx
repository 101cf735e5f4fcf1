import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormName } from '../../../shared/documents/registry'
import { peopleIn } from '../../../shared/domain/privacy/person'
import type { LivingRecord } from '../../../shared/domain/register/lifecycle'
import { desk } from '../../platform/desk'
import {
  announce,
  type ChipTone,
  CopyButton,
  DueText,
  type MenuAction,
  MoreMenu,
  refusalText,
  ScreenHead,
  StatusChip,
  translateKey,
} from '../../ui'
import { dutyWord } from '../list/dutyWord'
import { PrintMenu } from '../paper/PrintMenu'
import { useFindIn } from '../privacyPlaces'
import { formTitle } from '../paper/PaperPanel'
import type { RecordKind } from './kind'
import { isBlocked, type Offer } from './offers'
import { useStepNames } from './useStepNames'
import { useUndoable } from './useTakeBack'

interface RecordHeadProps<R extends LivingRecord, S extends string> {
  kind: RecordKind<R>
  record: R
  offers: readonly Offer<S>[]
  /** The one step to take next. */
  main: S | null
  menu: readonly S[]
  chips?: ReactNode
  facts?: ReactNode
  /** Further entries of the menu. */
  actions?: readonly MenuAction[]
  /** 开更正单, where a locked month holds the record; else null. */
  begin: (() => void) | null
  forms: readonly FormName[]
  mayPrint: boolean
  onStep: (step: S) => void
  onPrint: (form: FormName) => void
  onUndo: () => void
}

/** Number, state, what is due next, the one next step, print, and the rest (ui.md, "Record"). */
export function RecordHead<R extends LivingRecord, S extends string>(props: RecordHeadProps<R, S>) {
  const { kind, record, offers, main, forms, mayPrint, onStep, onPrint } = props
  const name = useStepNames(kind.vocabulary.namespace)
  const next = offers.find(({ step }) => step === main)
  return (
    <ScreenHead
      title={record.number}
      facts={
        <HeadFacts kind={kind} record={record} chips={props.chips}>
          {props.facts}
        </HeadFacts>
      }
      actions={
        <>
          <MoreMenu actions={useMenu(props)} />
          {forms.length > 0 && (
            <PrintMenu
              forms={forms.map((form) => ({ form, title: formTitle(form) }))}
              disabled={!mayPrint}
              onPrint={(asked) => {
                const form = forms.find((one) => one === asked)
                if (form) onPrint(form)
              }}
            />
          )}
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

interface HeadFactsProps<R extends LivingRecord> {
  kind: RecordKind<R>
  record: R
  chips: ReactNode
  children: ReactNode
}

function HeadFacts<R extends LivingRecord>({ kind, record, chips, children }: HeadFactsProps<R>) {
  const { t } = useTranslation('record')
  const { duty, number } = record
  const { namespace } = kind.vocabulary
  const state: R['state'] = record.state
  const tone: ChipTone = kind.tones[state]
  return (
    <>
      <CopyButton text={number} what={t('copyNumber')} />
      <StatusChip tone={tone} label={translateKey(`${namespace}:state.${state}`)} />
      {chips}
      {duty && <DueText dueAt={duty.dueAt} what={dutyWord(namespace, duty.kind)} />}
      {children}
    </>
  )
}

function useMenu<R extends LivingRecord, S extends string>(props: RecordHeadProps<R, S>): MenuAction[] {
  const { kind, record, offers, menu, onStep, onUndo, begin, actions = [] } = props
  const { t } = useTranslation(['record', 'corrections', 'privacy'])
  const find = useFindIn()
  const undoable = useUndoable(kind, record)
  const name = useStepNames(kind.vocabulary.namespace)
  const steps = offers
    .filter(({ step }) => menu.includes(step))
    .map((offer) => ({
      label: name(offer),
      disabled: isBlocked(offer),
      danger: offer.step === 'void',
      run: () => onStep(offer.step),
    }))
  const openWindow = async () => {
    const opened = await desk.invoke('window.openRecord', { route: `/${kind.table}/${record.id}/alone` })
    if (!opened.ok) announce(refusalText(opened.refusal), 'problem')
  }
  const open = { label: t('openWindow'), run: () => void openWindow() }
  const correct = begin ? [{ label: t('corrections:bands.begin'), run: begin }] : []
  const undo = undoable ? [{ label: t('undo.of', { step: undoable }), run: onUndo }] : []
  const people = find && !record.erased ? peopleIn(kind.table, record) : []
  const search = people.map(({ name: called }, nth) => ({
    label: t('privacy:rights.findOf', { name: called }),
    run: () => find?.({ table: kind.table, id: record.id, nth }),
  }))
  // What cannot be undone stands last.
  return [
    ...undo,
    ...steps.filter(({ danger }) => !danger),
    ...actions,
    ...correct,
    ...search,
    open,
    ...steps.filter(({ danger }) => danger),
  ]
}
