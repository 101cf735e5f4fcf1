import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { objectionToUndo } from '../../../../shared/domain/complaint/commands'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { type SavedRecord, undoComplaintCommand, useUser } from '../../../data'
import { useSave } from '../../../register/saving/saving'
import { announce, refusalText, translateKey, useNow } from '../../../ui'

/** What a step is called when it is taken back: `答复` of `complaint.answer`. */
function wordOf(command: string): string {
  const name = command.slice(command.indexOf('.') + 1)
  return translateKey(`complaints:did.${name}`, undefined, name)
}

/** Takes back the last step of a record and says so; says in plain words why not where the rules forbid it. */
export function useUndo(): (record: Pick<SavedRecord, 'id' | 'rev'>) => Promise<void> {
  const save = useSave()
  const { t } = useTranslation('record')
  return useCallback(
    async ({ id, rev }) => {
      const { refusal } = await save(undoComplaintCommand, { id, rev }, undefined, ({ number, undone }) =>
        t('undo.done', { step: wordOf(undone), number }),
      )
      if (refusal) announce(refusalText(refusal), 'problem')
    },
    [save, t],
  )
}

/** The name of the step that this user may take back now, for the menu; null where there is none. */
export function useUndoable(record: Complaint): string | null {
  const { id: userId, name, role } = useUser()
  const now = new Date(useNow()).toISOString()
  const objection = objectionToUndo(record, { now, actor: { userId, name, role } })
  return objection ? null : wordOf(record.steps.at(-1)?.command ?? '')
}
