import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DueRecord, DueRegister } from '../../data'
import { NOTHING, type Selection, spanned, toggled } from '../../register/list/selection'
import { announce, type Marks } from '../../ui'
import { useDueWords } from './useDueWords'

/** Which of the records past their period are chosen: 全选 takes those without an exception, 限阅 only one by one. */
export function useDueMarks({ table, places, free }: DueRegister) {
  const { t } = useTranslation('privacy')
  const wordsOf = useDueWords()
  const [selection, setSelection] = useState<Selection>(NOTHING)
  const chosen = places.filter(({ id }) => selection.ids.has(id)).map(({ id }) => ({ table, id }))
  const toggle = (row: DueRecord): void => {
    const { id, title, exception } = row
    if (exception === 'held' || exception === 'disputed')
      announce(t('cleaning.notChosen', { title, why: wordsOf(row) }), 'problem')
    else setSelection(toggled(selection, id))
  }
  const marks: Marks<DueRecord> = {
    has: ({ id }) => selection.ids.has(id),
    state: chosen.length === 0 ? 'none' : chosen.length >= free.size ? 'all' : 'some',
    label: ({ title }) => t('cleaning.select', { title }),
    allLabel: t('cleaning.selectAll', { count: free.size }),
    toggle,
    span: (rows, fresh) => {
      const ids = rows.map(({ id }) => id).filter((id) => free.has(id))
      setSelection(spanned(selection, ids, fresh))
    },
    all: () => setSelection({ ...NOTHING, ids: free }),
    none: () => setSelection(NOTHING),
  }
  return { marks, chosen }
}
