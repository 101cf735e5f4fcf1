import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordTables, RegisterTable } from '../../data'
import { announce, formatNumber } from '../../ui'
import type { Batch } from '../list/batch'
import type { ListForm } from './definition'

/** The rows of the batch as it was asked for, for one sheet; too many are refused in words. */
export function useRows<N extends RegisterTable>(
  batch: Batch<N>,
  { form, most }: Pick<ListForm<RecordTables[N]>, 'form' | 'most'>,
  onRefused: () => void,
): RecordTables[N][] | null {
  const { t } = useTranslation('paper')
  const [asked] = useState(() => batch.records)
  const [rows, setRows] = useState<RecordTables[N][] | null>(null)
  const refused = useRef(onRefused)
  useEffect(() => {
    const stop = new AbortController()
    const refuse = (why: string): void => {
      if (stop.signal.aborted) return
      announce(why, 'problem')
      refused.current()
    }
    rowsOf(asked(), most, stop.signal).then(
      (read) => {
        if (stop.signal.aborted) return
        if (read) setRows(read)
        else refuse(t('list.tooMany', { form: t(`form.${form}`), max: formatNumber(most) }))
      },
      () => refuse(t('batch.failed')),
    )
    return () => stop.abort()
  }, [asked, form, most, t])
  return rows
}

/** All rows, or null where they are too many for one sheet. */
async function rowsOf<R>(
  portions: AsyncIterable<readonly R[]>,
  most: number,
  signal: AbortSignal,
): Promise<R[] | null> {
  const rows: R[] = []
  for await (const part of portions) {
    signal.throwIfAborted()
    rows.push(...part)
    if (rows.length > most) return null
  }
  return rows
}
