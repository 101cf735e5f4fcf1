import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { getRecord, type RecordTables, type RegisterTable, useQuery } from '../../data'
import { EmptyState } from '../../ui'

interface FoundRecordProps<K extends RegisterTable> {
  table: K
  id: string
  /** 找不到这件投诉 */
  missing: string
  onBack: () => void
  children: (record: RecordTables[K]) => ReactNode
}

/** Reads a record, and again whenever it changes; says so where there is none. */
export function FoundRecord<K extends RegisterTable>(props: FoundRecordProps<K>) {
  const { table, id, missing, onBack, children } = props
  const { t } = useTranslation('record')
  const record = useQuery((db) => getRecord(db, table, id), [table, id])
  if (record === undefined) return null
  if (record !== null) return children(record)
  return (
    <EmptyState
      title={missing}
      text={t('missingText')}
      action={<Button onClick={onBack}>{t('toList')}</Button>}
    />
  )
}
