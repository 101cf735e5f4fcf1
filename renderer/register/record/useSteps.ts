import { useEffect, useRef, useState } from 'react'
import type { LivingRecord } from '../../../shared/domain/register/lifecycle'
import { listDrafts, useData, useUser } from '../../data'
import { announce, refusalText } from '../../ui'
import { usePendingSave } from '../saving/pendingSaves'
import { useSave } from '../saving/saving'
import type { RecordKind } from './kind'
import { isBlocked, type Offer } from './offers'
import type { StepPlaces } from './places'
import { useTakeBack } from './useTakeBack'

export interface Steps<S extends string> {
  /** The step whose form is open. */
  open: S | null
  /** The step whose dialog is open. */
  dialog: S | null
  /** Takes a step: opens its form or dialog, or does it at once. */
  take: (step: S) => void
  /** Closes the open form, or this step's form where it is still the open one. */
  fold: (step?: S) => void
  closeDialog: () => void
  /** Nothing is open or about to open, and the screen shows what was saved. */
  free: boolean
}

interface StepsOf<R extends LivingRecord, S extends string> {
  kind: RecordKind<R>
  places: StepPlaces<R, S>
  record: R
  offers: readonly Offer<S>[]
}

/** Which step is open. One that was left with something typed in it is open again (domain 10). */
export function useSteps<R extends LivingRecord, S extends string>(given: StepsOf<R, S>): Steps<S> {
  const { kind, places, record } = given
  const offered = given.offers.filter((offer) => !isBlocked(offer)).map(({ step }) => step)
  const { first } = places
  const [open, setOpen] = useState<S | null>(() => (first && offered.includes(first) ? first : null))
  const [dialog, setDialog] = useState<S | null>(null)
  // A quick clerk presses the next step while the last is being saved: its form opens once the record on screen is
  // the saved one, and not at all where the save was refused, so that the refusal stays in sight.
  const saving = usePendingSave(record.id)
  const settled = saving.busy === 0 && record.rev >= saving.rev
  const [wanted, setWanted] = useState<{ step: S; refused: number } | null>(null)
  if (wanted && settled) {
    setWanted(null)
    if (wanted.refused === saving.refused && offered.includes(wanted.step)) setOpen(wanted.step)
  }
  const withForm = offered.filter((step) => places.forms[step])
  useLeftDraft(kind.noun, record.id, withForm, (step) => setOpen((before) => before ?? step))
  const doAtOnce = useAtOnce(given)
  const take = (step: S): void => {
    if (!offered.includes(step)) return
    if (places.dialogs?.[step]) setDialog(step)
    else if (!places.forms[step]) void doAtOnce(step)
    else if (settled) setOpen(step)
    else setWanted({ step, refused: saving.refused })
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

/** Finds the step of this record that this user left half typed. */
function useLeftDraft<S extends string>(
  noun: string,
  recordId: string,
  steps: readonly S[],
  onFound: (step: S) => void,
): void {
  const { db } = useData()
  const { id: userId } = useUser()
  const latest = useRef({ steps, onFound })
  useEffect(() => {
    latest.current = { steps, onFound }
  })
  useEffect(() => {
    void listDrafts(db, userId).then((drafts) => {
      const now = latest.current
      const stepOf = (kind: string) => now.steps.find((one) => kind === `${noun}.${one}`)
      // Not every draft of a record is of a step: a line of its timeline, a signature.
      const left = drafts.find(({ targetId, kind }) => targetId === recordId && stepOf(kind))
      const step = left && stepOf(left.kind)
      if (step) now.onFound(step)
    })
  }, [db, userId, noun, recordId])
}

/** Steps that need nothing more than a click; 撤销 is offered beside 已保存. */
function useAtOnce<R extends LivingRecord, S extends string>({ kind, places, record }: StepsOf<R, S>) {
  const save = useSave()
  const takeBack = useTakeBack(kind)
  return async (step: S): Promise<void> => {
    const command = places.atOnce?.[step]
    if (!command) return
    const input = { id: record.id, rev: record.rev }
    const { refusal } = await save(
      command,
      input,
      undefined,
      undefined,
      (saved) => () => void takeBack(saved),
    )
    if (refusal) announce(refusalText(refusal), 'problem')
  }
}
