import useMediaQuery from '@mui/material/useMediaQuery'
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
  const { t, i18n } = useTranslation('today')
  const english = i18n.language === 'en'
  const now = useNow()
  const [cursor, setCursor] = useState<string | null>(null)
  const narrow = useMediaQuery('(max-width: 800px)', { noSsr: true })
  // Chinese words need less room than English ones.
  const columns = useMemo<Column<Due>[]>(() => {
    const due: Column<Due> = {
      key: 'due',
      header: t('column.due'),
      width: english ? '176px' : '160px',
      render: ({ dueAt, dutyLabel }) => <DueText dueAt={dueAt} what={dutyLabel} />,
    }
    const about: Column<Due> = {
      key: 'about',
      header: t('column.about'),
      width: 'minmax(120px, 2fr)',
      render: (row) => (narrow ? `${row.who} ${row.about}` : row.about),
    }
    // At 200 % only what tells one matter from another: the rest is a step away, not a scroll.
    if (narrow) return [due, about]
    return [
      due,
      {
        key: 'register',
        header: t('column.register'),
        width: english ? '84px' : '44px',
        render: (row) => row.registerLabel,
      },
      { key: 'number', header: t('column.number'), width: '134px', render: (row) => row.number },
      {
        key: 'state',
        header: t('column.state'),
        width: english ? '92px' : '72px',
        render: (row) => row.stateLabel,
      },
      about,
      { key: 'who', header: t('column.who'), width: 'minmax(144px, 1.4fr)', render: (row) => row.who },
    ]
  }, [t, english, narrow])
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
