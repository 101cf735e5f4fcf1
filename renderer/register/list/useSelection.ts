import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Marks } from '../../ui'
import { EVERYTHING, isSelected, NOTHING, type Selection, selectedCount, spanned, toggled } from './selection'

interface Named<Row> {
  idOf: (row: Row) => string
  nameOf: (row: Row) => string
}

/** The selection of a list; another question (`asked`) begins with nothing selected. `total`: how many are filtered. */
export function useSelection<Row>(asked: string, total: number, { idOf, nameOf }: Named<Row>) {
  const { t } = useTranslation('list')
  const [kept, setKept] = useState({ asked, selection: NOTHING })
  const selection = kept.asked === asked ? kept.selection : NOTHING
  const set = (next: Selection) => setKept({ asked, selection: next })
  const count = selectedCount(selection, total)
  const marks: Marks<Row> = {
    has: (row) => isSelected(selection, idOf(row)),
    state: count === 0 ? 'none' : count >= total ? 'all' : 'some',
    label: (row) => t('selectRow', { name: nameOf(row) }),
    allLabel: t('selectAll'),
    toggle: (row) => set(toggled(selection, idOf(row))),
    span: (rows, fresh) => set(spanned(selection, rows.map(idOf), fresh)),
    all: () => set(EVERYTHING),
    none: () => set(NOTHING),
  }
  return { selection, count, marks }
}
