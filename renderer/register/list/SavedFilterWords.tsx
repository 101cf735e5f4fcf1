import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedFilter } from '../../../shared/domain/office/phrase'
import { removeFilterCommand, saveFilterCommand, savedFiltersOf, useQuery, useRun, useUser } from '../../data'
import { announce, FilterWords, refusalText } from '../../ui'
import type { FilterValues } from './definition'
import { sameValues } from './filterQuery'
import { NameFilter } from './NameFilter'

/** Where the words of the search box stand among the saved values. */
const QUERY = 'query'

interface SavedFilterWordsProps {
  /** Which list: `complaints`. */
  list: string
  values: FilterValues
  query: string
  /** The list shows something else than at first, so that there is something to save. */
  filtered: boolean
  onApply: (values: unknown, query: string) => void
  onClear: () => void
}

/** 我的筛选: saved filters as words, and 保存筛选 for what is chosen now (ui, "List"). */
export function SavedFilterWords(props: SavedFilterWordsProps) {
  const { list, values, query, filtered, onApply, onClear } = props
  const { t } = useTranslation('list')
  const user = useUser()
  const saved = useQuery((db) => savedFiltersOf(db, user.id, list), [user.id, list]) ?? []
  const [applied, setApplied] = useState<string | null>(null)
  const now: FilterValues = { ...values, [QUERY]: query.trim() }
  const active = saved.find(({ filters }) => sameValues(filters as FilterValues, now))
  const last = saved.find(({ id }) => id === applied)
  if (saved.length === 0 && !filtered) return null
  const apply = ([id]: string[]) => {
    const one = saved.find((other) => other.id === id)
    setApplied(one?.id ?? null)
    if (!one) onClear()
    else onApply(one.filters, String(one.filters[QUERY] ?? ''))
  }
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' }}>
      <FilterWords
        label={t('saved.label')}
        single
        options={saved.map(({ id, name }) => ({ value: id, label: name }))}
        value={active ? [active.id] : []}
        onChange={apply}
      />
      {active && <ActiveFilter key={active.id} filter={active} />}
      {filtered && !active && (
        <SaveFilter list={list} values={now} last={last ?? null} onSaved={setApplied} />
      )}
    </Box>
  )
}

interface SaveFilterProps {
  list: string
  values: FilterValues
  /** The saved filter that was applied before something was changed. */
  last: SavedFilter | null
  onSaved: (id: string) => void
}

function SaveFilter({ list, values, last, onSaved }: SaveFilterProps) {
  const { t } = useTranslation('list')
  const run = useRun()
  const save = async (name: string, id: string | null) => {
    const result = await run(saveFilterCommand, { id, list, name, filters: { ...values } })
    if (!result.ok) return result.refusal
    onSaved(result.value.value.id)
    return null
  }
  return (
    <>
      {last && (
        <Button variant="text" onClick={() => void save(last.name, last.id)}>
          {t('saved.update', { name: last.name })}
        </Button>
      )}
      <NameFilter button={t('saved.save')} name="" onName={(name) => save(name, null)} />
    </>
  )
}

function ActiveFilter({ filter }: { filter: SavedFilter }) {
  const { t } = useTranslation('list')
  const run = useRun()
  const { id, list, name } = filter
  const filters = filter.filters as Record<string, string>
  const rename = async (next: string) => {
    const result = await run(saveFilterCommand, { id, list, name: next, filters })
    return result.ok ? null : result.refusal
  }
  const restore = () => void run(saveFilterCommand, { id: null, list, name, filters })
  const remove = async () => {
    const result = await run(removeFilterCommand, { id })
    if (!result.ok) announce(refusalText(result.refusal), 'problem')
    else announce(t('saved.removed', { name }), 'plain', restore)
  }
  return (
    <>
      <NameFilter button={t('saved.rename')} name={name} onName={rename} />
      <Button variant="text" onClick={() => void remove()}>
        {t('saved.remove')}
      </Button>
    </>
  )
}
