import useMediaQuery from '@mui/material/useMediaQuery'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Column, DueText, EmptyState, useNow, VirtualList } from '../../ui'
import { BandWord } from './BandWord'
import { bandOf, momentOf, type Section } from './sections'

/** One record that waits, with its words ready. */
export interface Due {
  id: string
  register: string
  registerLabel: string
  number: string
  stateLabel: string
  dutyLabel: string
  /** ISO instant; null where no deadline is set. */
  dueAt: string | null
  about: string
  who: string
}

interface DueListProps {
  section: Section
  rows: readonly Due[]
  reading: boolean
  /** Some of the section cannot be read: an empty list does not mean that nothing waits. */
  damaged: boolean
  onOpen: (due: Due) => void
}

const nothing = () => undefined
const TONES = { overdue: 'overdue', today: 'soon', soon: undefined, later: undefined } as const
const keyOf = (due: Due) => `${due.register}/${due.id}`

/** The list of what waits; a click or Enter opens the record. */
export function DueList({ section, rows, reading, damaged, onOpen }: DueListProps) {
  const { t } = useTranslation('today')
  const at = momentOf(useNow())
  const [cursor, setCursor] = useState<string | null>(null)
  const columns = useDueColumns(rows, section === 'all' ? rows : null)
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
      openOnClick
      hasMore={false}
      loadMore={nothing}
      loading={reading}
      autoFocus
      rowTone={({ dueAt }) => TONES[bandOf(dueAt, at)]}
      empty={
        <EmptyState
          title={t(damaged ? 'unreadable.none' : `none.${section}`)}
          text={t(damaged ? 'unreadable.noneText' : section === 'all' ? 'allDone' : `about.${section}`)}
        />
      }
    />
  )
}

/** The columns; of `banded` rows the first of each band says which it is. */
function useDueColumns(rows: readonly Due[], banded: readonly Due[] | null): Column<Due>[] {
  const { t, i18n } = useTranslation('today')
  const english = i18n.language === 'en'
  const narrow = useMediaQuery('(max-width: 800px)', { noSsr: true })
  // Where all are of one register its name says nothing, and the words of the people need the room.
  const several = new Set(rows.map(({ register }) => register)).size > 1
  // Chinese words need less room than English ones.
  return useMemo<Column<Due>[]>(() => {
    const due: Column<Due> = {
      key: 'due',
      header: t('column.due'),
      width: english ? '224px' : '192px',
      render: ({ dueAt, dutyLabel }) => <DueText dueAt={dueAt} what={dutyLabel} />,
    }
    const about: Column<Due> = {
      key: 'about',
      header: t('column.about'),
      width: 'minmax(120px, 3fr)',
      render: (row) => (narrow ? `${row.who} ${row.about}` : row.about),
    }
    // At 200 % only what tells one matter from another: the rest is a step away, not a scroll.
    if (narrow) return [due, about]
    const band: Column<Due> = {
      key: 'band',
      header: t('column.band'),
      width: english ? '84px' : '68px',
      render: (row) => <BandWord rows={banded ?? []} row={row} />,
    }
    const register: Column<Due> = {
      key: 'register',
      header: t('column.register'),
      width: english ? '104px' : '64px',
      render: (row) => row.registerLabel,
    }
    return [
      ...(banded ? [band] : []),
      due,
      ...(several ? [register] : []),
      { key: 'number', header: t('column.number'), width: '134px', render: (row) => row.number },
      {
        key: 'state',
        header: t('column.state'),
        width: english ? '92px' : '72px',
        render: (row) => row.stateLabel,
      },
      about,
      { key: 'who', header: t('column.who'), width: 'minmax(120px, 1fr)', render: (row) => row.who },
    ]
  }, [t, english, narrow, banded, several])
}
