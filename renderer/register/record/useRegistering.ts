import type { CommandSpec, SavedRecord } from '../../data'
import type { SaveAnswer } from '../saving/RecordForm'
import { besideField } from '../saving/refusals'
import { useSave } from '../saving/saving'

/** Where an intake goes once it is saved. */
export interface IntakeWays {
  /** Saved by Ctrl+Enter, or left: the list. */
  onBack: () => void
  /** Saved with Ctrl+S: the record is shown. */
  onSaved: (id: string) => void
}

/** Saves a new record with its draft; Ctrl+Enter goes back to the list, Ctrl+S shows it. */
export function useRegistering({ onBack, onSaved }: IntakeWays) {
  const save = useSave()
  return async <I, O extends SavedRecord>(
    command: CommandSpec<I, O>,
    input: I,
    draftId: string,
    say?: (saved: O) => string,
  ): Promise<SaveAnswer> => {
    const { value, refusal } = await save(command, input, { draftId }, say)
    if (refusal) return { refusal: besideField(refusal) }
    return { refusal: null, after: (closing) => (closing ? onBack() : onSaved(value.id)) }
  }
}
