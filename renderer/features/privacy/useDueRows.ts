import { useCallback, useRef, useState } from 'react'
import { type DueRecord, dueRecords, type DueRegister, useData } from '../../data'

const PAGE = 100

/** The rows of a due register read so far, and the way to the next; the first portion reaches beyond the row `until`. */
export function useDueRows({ table, places }: DueRegister, until: string | null) {
  const { db, ports } = useData()
  const [read, setRead] = useState<{ rows: readonly DueRecord[]; upTo: number }>({ rows: [], upTo: 0 })
  const reading = useRef(false)
  const { rows, upTo } = read
  const loadMore = useCallback(() => {
    if (reading.current) return
    reading.current = true
    const first = places.findIndex(({ id }) => id === until) + PAGE
    const end = upTo === 0 ? first : upTo + PAGE
    const portion = dueRecords(db, table, places.slice(upTo, end), ports.now())
    void portion
      .then((more) => setRead((before) => ({ rows: [...before.rows, ...more], upTo: end })))
      .finally(() => {
        reading.current = false
      })
  }, [db, ports, table, places, upTo, until])
  return { rows, hasMore: upTo < places.length, loadMore }
}
