import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { fromFirstMark, markSpans, type Span } from '../../../shared/util/textMarks'
import { formatNumber, translateKey } from '../../ui'
import type { HitLine } from '../hits'
import type { HitGroup, SearchGroup } from '../searchGroups'

/** What can be chosen in the answer: a hit, or the rest of a group. */
export type Entry = { kind: 'hit'; line: HitLine } | { kind: 'more'; group: SearchGroup }

/** The entries of an answer in their order; `whole`: one group is shown with as many as there is room for. */
export function entriesOf(groups: readonly HitGroup[], whole: boolean): Entry[] {
  return groups.flatMap(({ name, lines, total }): Entry[] => [
    ...lines.map((line) => ({ kind: 'hit' as const, line })),
    ...(!whole && total > lines.length ? [{ kind: 'more' as const, group: name }] : []),
  ])
}

interface SearchResultsProps {
  id: string
  query: string
  groups: readonly HitGroup[]
  whole: boolean
  cursor: number
  onChoose: (entry: Entry) => void
}

/** The answer by group, with the words marked. The focus stays in the line above; `cursor` is the entry it is at. */
export function SearchResults({ id, query, groups, whole, cursor, onChoose }: SearchResultsProps) {
  const { t } = useTranslation('shell')
  const entries = entriesOf(groups, whole)
  const option = (entry: Entry) => {
    const at = entries.findIndex((one) => sameEntry(one, entry))
    return { id: `${id}${at}`, current: at === cursor, onChoose: () => onChoose(entry) }
  }
  return (
    <Box
      id={`${id}list`}
      role="listbox"
      aria-label={t('search.results')}
      sx={{ maxHeight: '52vh', overflow: 'auto', pb: groups.length ? 2 : 0 }}
    >
      {groups.map(({ name, lines, total }) => {
        const label = t(name === 'households' ? 'nav.households' : `kind.${name}`)
        return (
          <Box key={name} role="group" aria-label={label}>
            <Box aria-hidden sx={{ px: 3, pt: 1.5, pb: 0.5, fontSize: 13, color: 'text.secondary' }}>
              {label} {formatNumber(total)}
            </Box>
            {lines.map((line) => (
              <Row key={line.id} {...option({ kind: 'hit', line })}>
                <Hit line={line} query={query} several={name === 'households'} />
              </Row>
            ))}
            {!whole && total > lines.length && (
              <Row {...option({ kind: 'more', group: name })}>
                <Box sx={{ color: 'primary.main' }}>{t('search.more', { label, count: total })}</Box>
              </Row>
            )}
          </Box>
        )
      })}
    </Box>
  )
}

function sameEntry(one: Entry, other: Entry): boolean {
  if (one.kind === 'hit') return other.kind === 'hit' && one.line.id === other.line.id
  return other.kind === 'more' && one.group === other.group
}

interface RowProps {
  id: string
  current: boolean
  onChoose: () => void
  children: React.ReactNode
}

function Row({ id, current, onChoose, children }: RowProps) {
  return (
    <Box
      id={id}
      role="option"
      aria-selected={current}
      tabIndex={-1}
      onClick={onChoose}
      onKeyDown={(event) => event.key === 'Enter' && onChoose()}
      sx={{
        px: 3,
        minHeight: 34,
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        bgcolor: current ? 'action.selected' : undefined,
        '&:hover': { bgcolor: 'action.hover' },
        '& mark': { bgcolor: 'transparent', color: 'primary.main', fontWeight: 700 },
      }}
    >
      {children}
    </Box>
  )
}

/** Signs of a line that are in sight in any window. */
const ROOM = 34

function Hit({ line, query, several }: { line: HitLine; query: string; several: boolean }) {
  const { title, text, names, kind } = line
  const spans = markSpans(text, query, names)
  const shown = fromFirstMark(text, spans, ROOM)
  return (
    <>
      {several && (
        <Box sx={{ color: 'text.secondary', width: 64, flex: 'none' }}>
          {translateKey(`shell:kind.${kind}`)}
        </Box>
      )}
      <Box component="strong" sx={{ flex: 'none', minWidth: 96 }}>
        <Marked text={title} spans={markSpans(title, query, names)} />
      </Box>
      <Box sx={{ minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
        {shown.from > 0 && '…'}
        <Marked text={shown.text} spans={spans.map((span) => shifted(span, shown.from)).filter(isInSight)} />
      </Box>
    </>
  )
}

function shifted({ from, to }: Span, by: number): Span {
  return { from: from - by, to: to - by }
}

function isInSight({ from }: Span): boolean {
  return from >= 0
}

function Marked({ text, spans }: { text: string; spans: readonly Span[] }) {
  return (
    <>
      {spans.map(({ from, to }, at) => (
        <span key={from}>
          {text.slice(spans[at - 1]?.to ?? 0, from)}
          <mark>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(spans.at(-1)?.to ?? 0)}
    </>
  )
}
