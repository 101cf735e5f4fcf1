import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lookUpGuidance } from '../../../shared/domain/guidance/match'
import { type GuidanceEntry, isOwn } from '../../../shared/domain/guidance/merge'
import {
  type ChipTone,
  type Column,
  EmptyState,
  FilterWords,
  ScreenHead,
  SearchBox,
  StatusChip,
  VirtualList,
} from '../../ui'

/** Where the words of a matter come from, and whether it is shown. */
export type Standing = 'original' | 'changed' | 'own' | 'hidden'

const TONES: Record<Standing, ChipTone> = {
  original: 'done',
  changed: 'working',
  own: 'fresh',
  hidden: 'void',
}
const FILTERS = ['changed', 'own', 'hidden'] as const

/** 原文, 本处改过, 本处新增 or 已隐藏. */
function standingOf({ matter, hidden, changed }: GuidanceEntry): Standing {
  if (hidden) return 'hidden'
  if (isOwn(matter)) return 'own'
  return changed ? 'changed' : 'original'
}

/** The standing of a matter as a word with a shape. */
export function StandingChip({ entry }: { entry: GuidanceEntry }) {
  const { t } = useTranslation('guidance')
  const standing = standingOf(entry)
  return <StatusChip plain tone={TONES[standing]} label={t(`standing.${standing}`)} />
}

interface MatterListProps {
  entries: readonly GuidanceEntry[] | undefined
  selectedId: string | null
  onSelect: (id: string) => void
  onOpen: (id: string) => void
  /** Null for those who only read. */
  onNew: (() => void) | null
}

/** All matters, hidden ones too, found by the words that typing finds them by. */
export function MatterList({ entries, selectedId, onSelect, onOpen, onNew }: MatterListProps) {
  const { t } = useTranslation('guidance')
  const [query, setQuery] = useState('')
  const [standing, setStanding] = useState<string[]>([])
  const columns = useColumns()
  const rows = useMemo(() => {
    const byId = new Map(entries?.map((entry) => [entry.matter.id, entry]))
    return lookUpGuidance(entries?.map(({ matter }) => matter) ?? [], query)
      .flatMap(({ id }) => byId.get(id) ?? [])
      .filter((entry) => standing.length === 0 || standing.includes(standingOf(entry)))
  }, [entries, query, standing])
  return (
    <>
      <ScreenHead
        title={t('title')}
        actions={
          onNew && (
            <Button variant="contained" onClick={onNew}>
              {t('new')}
            </Button>
          )
        }
      >
        <Box sx={{ display: 'grid', gap: 1 }}>
          <SearchBox
            label={t('search')}
            placeholder={t('searchHint')}
            value={query}
            onChange={setQuery}
            width="100%"
          />
          <FilterWords
            label={t('show')}
            single
            value={standing}
            onChange={setStanding}
            options={FILTERS.map((value) => ({
              value,
              label: t(`standing.${value}`),
              count: entries?.filter((entry) => standingOf(entry) === value).length ?? 0,
            }))}
          />
        </Box>
      </ScreenHead>
      <VirtualList
        label={t('label')}
        rows={rows}
        rowKey={({ matter }) => matter.id}
        columns={columns}
        selectedKey={selectedId}
        onSelect={({ matter }) => onSelect(matter.id)}
        onOpen={({ matter }) => onOpen(matter.id)}
        hasMore={false}
        loadMore={() => undefined}
        loading={entries === undefined}
        empty={<EmptyState title={t('nothing')} />}
      />
    </>
  )
}

function useColumns(): Column<GuidanceEntry>[] {
  const { t } = useTranslation(['guidance', 'complaints'])
  return useMemo(
    () => [
      {
        key: 'title',
        header: t('guidance:field.title'),
        width: 'minmax(160px, 2fr)',
        render: ({ matter }) => matter.title,
      },
      {
        key: 'causes',
        header: t('guidance:field.causes'),
        width: 'minmax(100px, 1fr)',
        render: ({ matter }) => matter.causes.map((cause) => t(`complaints:cause.${cause}`)).join('、'),
      },
      {
        key: 'standing',
        header: t('guidance:standingHead'),
        width: '96px',
        render: (entry) => <StandingChip entry={entry} />,
      },
    ],
    [t],
  )
}
