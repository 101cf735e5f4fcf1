import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Column, DueText, EmptyState, useNow, VirtualList } from '../../ui'
import { urgencyOf } from './urgency'

/** One record that waits, with its words ready. */
export interface Due {
  id: string
  register: string
  registerLabel: string
  number: string
  stateLabel: string
  dutyLabel: string
  /** ISO instant. */
  dueAt: string
  about: string
  who: string
}

interface DueListProps {
  rows: readonly Due[]
  reading: boolean
  mine: boolean
  onOpen: (due: Due) => void
}

const nothing = () => undefined
const keyOf = (due: Due) => `${due.register}/${due.id}`

/** The list of what waits; Enter or a double click opens the record. */
export function DueList({ rows, reading, mine, onOpen }: DueListProps) {
  const { t } = useTranslation('today')
  const now = useNow()
  const [cursor, setCursor] = useState<string | null>(null)
  const columns = useMemo<Column<Due>[]>(
    () => [
      {
        key: 'due',
        header: t('column.due'),
        width: '168px',
        render: (due) => <DueText dueAt={due.dueAt} what={due.dutyLabel} />,
      },
      { key: 'register', header: t('column.register'), width: '84px', render: (due) => due.registerLabel },
      { key: 'number', header: t('column.number'), width: '152px', render: (due) => due.number },
      { key: 'state', header: t('column.state'), width: '88px', render: (due) => due.stateLabel },
      { key: 'about', header: t('column.about'), width: 'minmax(120px, 2fr)', render: (due) => due.about },
      { key: 'who', header: t('column.who'), width: 'minmax(80px, 1fr)', render: (due) => due.who },
    ],
    [t],
  )
  const first = rows[0]
  return (
    <VirtualList
      label={t('list')}
      rows={rows}
      rowKey={keyOf}
      columns={columns}
      selectedKey={cursor ?? (first ? keyOf(first) : null)}
      onSelect={(due) => setCursor(keyOf(due))}
      onOpen={onOpen}
      hasMore={false}
      loadMore={nothing}
      loading={reading}
      autoFocus
      rowTone={(due) => {
        const urgency = urgencyOf(due.dueAt, now)
        return urgency === 'later' ? undefined : urgency
      }}
      empty={<EmptyState title={t('empty')} text={mine ? t('emptyMine') : t('emptyText')} />}
    />
  )
}
