import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { objectionToUndo } from '../../../../shared/domain/complaint/commands'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { type SavedRecord, undoComplaintCommand, useUser } from '../../../data'
import { useSave } from '../../../register/saving/saving'
import { takeAdded } from '../similar/lastAdded'
import { announce, refusalText, translateKey, useNow } from '../../../ui'

const ADDED = 'complaint.addComplainant'

/** What a step is called when it is taken back: `答复` of `complaint.answer`. */
function wordOf(command: string): string {
  const name = command.slice(command.indexOf('.') + 1)
  return translateKey(`complaints:did.${name}`, undefined, name)
}

/** Takes back the last step of a record and says so; says in plain words why not where the rules forbid it. */
export function useUndo(): (record: Pick<SavedRecord, 'id' | 'rev'>) => Promise<void> {
  const save = useSave()
  const { t } = useTranslation('record')
  const navigate = useNavigate()
  return useCallback(
    async ({ id, rev }) => {
      const { value, refusal } = await save(
        undoComplaintCommand,
        { id, rev },
        undefined,
        ({ number, undone }) => t('undo.done', { step: wordOf(undone), number }),
      )
      if (refusal) announce(refusalText(refusal), 'problem')
      // What was typed before 并入此件 is not lost by taking that back.
      const intake = value?.undone === ADDED ? takeAdded(id) : null
      if (intake) void navigate('/complaints/new', { state: { intake } })
    },
    [save, t, navigate],
  )
}

/** The name of the step that this user may take back now, for the menu; null where there is none. */
export function useUndoable(record: Complaint): string | null {
  const { id: userId, name, role } = useUser()
  const now = new Date(useNow()).toISOString()
  const objection = objectionToUndo(record, { now, actor: { userId, name, role } })
  return objection ? null : wordOf(record.steps.at(-1)?.command ?? '')
}
