import { useEffect, useState } from 'react'
import type { SpotItem } from '../../../../shared/domain/monthReview/types'
import type { SheetCell } from '../../../register/export/cells'
import { type MonthSheet, useMonthSheets } from '../../../register/export/monthSheets'
import { currentLocale, Facts, formatDay, formatNumber } from '../../../ui'
import { useMonth } from '../shell/month'

/** Everything that the record says, field by field, as its register's list exports it. */
export function RecordFacts({ item }: { item: SpotItem }) {
  const { view } = useMonth()
  const sheets = useSheets()
  const sheet = sheets?.find(({ table }) => table === item.table)
  if (!sheet || !view) return null
  const facts = sheet.facts(view, item.id)
  return (
    <Facts
      columns={2}
      items={facts.map(({ header, cell, wrap }) => ({ label: header, value: wordsOf(cell), large: wrap }))}
    />
  )
}

/** The columns of all registers in the language of the screen; fetched when the first record is read. */
function useSheets(): readonly MonthSheet[] | null {
  const load = useMonthSheets()
  const locale = currentLocale()
  const [sheets, setSheets] = useState<readonly MonthSheet[] | null>(null)
  useEffect(() => {
    let stale = false
    void load(locale).then((loaded) => {
      if (!stale) setSheets(loaded)
    })
    return () => {
      stale = true
    }
  }, [load, locale])
  return sheets
}

function wordsOf(cell: SheetCell): string {
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return formatNumber(cell)
  if ('share' in cell) return `${formatNumber(Math.round(cell.share * 1000) / 10)}%`
  return 'day' in cell ? formatDay(cell.day) : cell.moment
}
