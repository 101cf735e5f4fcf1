import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { LivingRecord } from '../../../shared/domain/register/lifecycle'
import { type SavedRecord, useUser } from '../../data'
import { announce, refusalText, translateKey, useNow } from '../../ui'
import { useSave } from '../saving/saving'
import type { RecordKind } from './kind'

/** What a step is called when it is taken back: `答复` of `complaint.answer`. */
function wordOf(namespace: string, command: string): string {
  const name = command.slice(command.indexOf('.') + 1)
  return translateKey(`${namespace}:did.${name}`, undefined, name)
}

/** Takes back the last step of a record and says so; says in plain words why not where the rules forbid it. */
export function useTakeBack<R extends LivingRecord>(
  kind: RecordKind<R>,
): (record: Pick<SavedRecord, 'id' | 'rev'>) => Promise<void> {
  const { undo, vocabulary } = kind
  const save = useSave()
  const { t } = useTranslation('record')
  const navigate = useNavigate()
  return useCallback(
    async ({ id, rev }) => {
      const { value, refusal } = await save(undo.command, { id, rev }, undefined, ({ number, undone }) =>
        t('undo.done', { step: wordOf(vocabulary.namespace, undone), number }),
      )
      if (refusal) announce(refusalText(refusal), 'problem')
      const way = value && undo.after?.(value)
      if (way) void navigate(way.to, { state: way.state })
    },
    [save, t, navigate, undo, vocabulary.namespace],
  )
}

/** The name of the step that this user may take back now, for the menu; null where there is none. */
export function useUndoable<R extends LivingRecord>(kind: RecordKind<R>, record: R): string | null {
  const { id: userId, name, role } = useUser()
  const now = new Date(useNow()).toISOString()
  const objection = kind.undo.objection(record, { now, actor: { userId, name, role } })
  return objection || record.erased
    ? null
    : wordOf(kind.vocabulary.namespace, record.steps.at(-1)?.command ?? '')
}
