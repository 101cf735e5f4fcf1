import { useMemo } from 'react'
import { type RecordTable, type RecordTables, useUser } from '../../data'
import { type Column, useRemembered } from '../../ui'
import { readChosen, shownKeys } from './columns'
import type { ListDefinition, Room } from './definition'

/** The columns that are shown, each user's own choice, and how it is changed; null goes back to the first look. */
export function useColumnChoice<K extends RecordTable>(list: ListDefinition<K>, room: Room) {
  const key = `${list.id}.columns.${useUser().id}`
  const [kept, setKept] = useRemembered<unknown>(key, null)
  const all = list.columns
  const [keys, columns] = useMemo(() => {
    const shown = shownKeys(all, readChosen(kept), room)
    const found = shown.flatMap((name) => all.find((column) => column.key === name) ?? [])
    const drawn = found.map(
      ({ key: name, header, width, narrow, align, render }): Column<RecordTables[K]> => ({
        key: name,
        header,
        width: room === 'narrow' ? (narrow ?? width) : width,
        ...(align ? { align } : {}),
        render: (row) => render(row, room),
      }),
    )
    return [shown, drawn]
  }, [all, kept, room])
  return { keys, columns, choose: (next: string[] | null) => setKept(next) }
}
