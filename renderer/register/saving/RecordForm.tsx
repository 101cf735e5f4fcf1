import { useRef, useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/util/result'
import { useDraft } from '../../data'
import { DraftForm, type DraftFormProps, NoticeBar } from '../../ui'
import { beginSave } from './pendingSaves'

/** What saving came to: a refusal, or what to do once the draft is gone. `closing`: saved by Ctrl+Enter. */
export type SaveAnswer = { refusal: Refusal } | { refusal: null; after?: (closing: boolean) => void }

interface Props<V extends FieldValues>
  extends Omit<DraftFormProps<V>, 'draft' | 'onBegin' | 'onSave' | 'onSaved'> {
  /** Kind of the draft: `complaint.judge`. */
  kind: string
  /** The record the draft belongs to; '' for a new one. */
  targetId?: string
  /** The one draft that this form goes on with, whatever else of its kind was left. */
  onlyDraft?: string | null
  /** When the record was saved last. A draft that was left before may hold what others have changed since: it says so. */
  changedAt?: string
  onSave: (values: V, draftId: string) => Promise<SaveAnswer>
}

/** A form of a record: keeps its draft, and tells the record while it is being saved. */
export function RecordForm<V extends FieldValues>(props: Props<V>) {
  const { kind, targetId = '', onlyDraft = null, changedAt = '', onSave, ...look } = props
  const { t } = useTranslation('record')
  const draft = useDraft(kind, targetId, onlyDraft)
  // What is saved while the form is open is told by the form itself.
  const [openedAt] = useState(changedAt)
  const isOlder = Boolean(draft.initial) && (draft.initial?.updatedAt ?? '') < openedAt
  const after = useRef<((closing: boolean) => void) | undefined>(undefined)
  const save = async (values: V, draftId: string): Promise<Refusal | null> => {
    const answer = await onSave(values, draftId)
    if (answer.refusal === null) after.current = answer.after
    return answer.refusal
  }
  return (
    <>
      {isOlder && <NoticeBar tone="soon">{t('olderDraft')}</NoticeBar>}
      <DraftForm<V>
        {...look}
        draft={draft}
        onBegin={() => beginSave(targetId)}
        onSave={save}
        onSaved={(closing) => after.current?.(closing)}
      />
    </>
  )
}
