import { useRef, useState } from 'react'
import { listDrafts, useQuery, useUser } from '../../../data'

/** Which form of a record is open, and for which entry; `id` null for a new one. */
export interface Editing {
  form: 'unit' | 'person' | 'vehicle' | 'care' | 'instruction' | 'moveOut'
  id: string | null
}

const FORMS: ReadonlySet<string> = new Set(['person', 'vehicle', 'care', 'instruction', 'moveOut'])

/** The form that a draft of kind `household.person:<id>` belongs to, or null. */
export function formOfDraft(kind: string): Editing | null {
  const [, form = '', id = ''] = /^household\.(\w+)(?::(.+))?$/.exec(kind) ?? []
  if (form === 'unit') return { form, id: null }
  return FORMS.has(form) ? { form: form as Editing['form'], id: id === 'new' ? null : id } : null
}

/** The open form of a record. What was left half typed is opened again when the record is (domain 10). */
export function useEditing(unitId: string): [Editing | null, (next: Editing | null) => void] {
  const user = useUser()
  const [editing, setEditing] = useState<Editing | null>(null)
  const opener = useRef<Element | null>(null)
  const [looked, setLooked] = useState(false)
  const drafts = useQuery((db) => listDrafts(db, user.id), [user.id])
  if (drafts && !looked) {
    setLooked(true)
    const left = drafts.find(({ kind, targetId }) => targetId === unitId && formOfDraft(kind) !== null)
    if (left) setEditing(formOfDraft(left.kind))
  }
  const change = (next: Editing | null) => {
    if (next) opener.current = document.activeElement
    // The keyboard goes back to the button that opened the form.
    else requestAnimationFrame(() => opener.current instanceof HTMLElement && opener.current.focus())
    setEditing(next)
  }
  return [editing, change]
}
