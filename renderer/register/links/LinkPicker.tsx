import Box from '@mui/material/Box'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { findByNumber, useData } from '../../data'
import { AsyncCombobox } from '../../ui'
import { type Linkable, type LinkedLine, useLinkables } from './linkables'

const LIMIT = 12

/** A record that was found, and where. */
export interface LinkTarget {
  table: Linkable['table']
  line: LinkedLine
}

interface LinkPickerProps {
  /** What is asked for: 关联哪一件 when left out. */
  label?: string
  /** Records not to offer: the record itself and what is linked already. */
  without: readonly string[]
  onPick: (target: LinkTarget) => void
}

/** Finds the other record by a number typed in short, or by the words that any search takes. */
export function LinkPicker({ label, without, onPick }: LinkPickerProps) {
  const { t } = useTranslation('links')
  const find = useFind()
  const left = without.join(' ')
  const load = useCallback(
    async (query: string) => (await find(query)).filter(({ line }) => !left.split(' ').includes(line.id)),
    [find, left],
  )
  return (
    <AsyncCombobox<LinkTarget>
      label={label ?? t('which')}
      placeholder={t('hint')}
      autoFocus
      value={null}
      load={load}
      optionKey={({ line }) => line.id}
      optionText={({ line }) => line.number}
      renderOption={({ line }) => <Option line={line} />}
      onPick={(target) => target && onPick(target)}
    />
  )
}

function Option({ line }: { line: LinkedLine }) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ display: 'flex', gap: '0 8px', flexWrap: 'wrap' }}>
        <strong>{line.number}</strong>
        <span>{line.state}</span>
      </Box>
      <Box sx={{ fontSize: 13, color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {line.text.slice(0, 60)}
      </Box>
    </Box>
  )
}

/** Exact numbers first, then what the search finds, over all registers that can be linked. */
function useFind(): (query: string) => Promise<LinkTarget[]> {
  const { db, search, ports } = useData()
  const linkables = useLinkables()
  return useCallback(
    async (query) => {
      const kinds = linkables.map(({ kind }) => kind)
      const { hits } = await search.search({ query, kinds, facets: [], limit: LIMIT })
      const found = await Promise.all(
        linkables.map(async ({ table, register, kind, read }) => {
          const named = await findByNumber(db, table, register, query, ports.now())
          const ids = [...named, ...hits.filter((hit) => hit.kind === kind)].map(({ id }) => id)
          const lines = await read(db, [...new Set(ids)])
          return lines.map((line) => ({ table, line, exact: named.some(({ id }) => id === line.id) }))
        }),
      )
      return found
        .flat()
        .toSorted((a, b) => Number(b.exact) - Number(a.exact))
        .slice(0, LIMIT)
    },
    [db, search, ports, linkables],
  )
}
