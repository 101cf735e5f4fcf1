import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShelfCount, ShelfLine } from '../../../../shared/domain/shelfCount/types'
import { type Column, EmptyState, formatTime, Segments, StatusChip, VirtualList } from '../../../ui'

interface CountLinesProps {
  count: ShelfCount
  /** null once it is finished, or where the role may not. */
  onToggle: ((line: ShelfLine) => void) | null
}

/** What should be on the shelf, in the order in which one walks along it. Enter ticks the line under the cursor. */
export function CountLines({ count, onToggle }: CountLinesProps) {
  const { t } = useTranslation('shelfCounts')
  const [shown, setShown] = useState('all')
  const [cursor, setCursor] = useState<string | null>(null)
  const finished = count.finishedAt !== null
  const rows = shown === 'open' ? count.lines.filter(({ tick, left }) => !tick && !left) : count.lines
  const options = [
    { value: 'all', label: t('all') },
    { value: 'open', label: finished ? t('missing') : t('onlyOpen') },
  ]
  return (
    <>
      <Box sx={{ px: 4, py: 2 }}>
        <Segments options={options} value={shown} label={t('found')} onChange={setShown} />
      </Box>
      <VirtualList<ShelfLine>
        label={t('found')}
        rows={rows}
        rowKey={({ itemId }) => itemId}
        columns={columnsOf(t, finished, onToggle)}
        selectedKey={cursor}
        onSelect={({ itemId }) => setCursor(itemId)}
        onOpen={(line) => onToggle?.(line)}
        hasMore={false}
        loadMore={() => undefined}
        empty={<EmptyState title={t('finishAll')} />}
        rowTone={({ tick, left }) => (finished && !tick && !left ? 'overdue' : undefined)}
      />
    </>
  )
}

function columnsOf(
  t: TFunction<'shelfCounts'>,
  finished: boolean,
  onToggle: CountLinesProps['onToggle'],
): Column<ShelfLine>[] {
  return [
    {
      key: 'tick',
      header: t('found'),
      width: 'minmax(108px, 132px)',
      render: (line) => (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          {onToggle && (
            <Checkbox
              size="small"
              checked={line.tick !== null}
              tabIndex={-1}
              slotProps={{ input: { 'aria-label': t('tickOne', { number: line.number }) } }}
              onChange={() => onToggle(line)}
              sx={{ p: 0.5 }}
            />
          )}
          <Found line={line} finished={finished} />
        </Box>
      ),
    },
    { key: 'shelf', header: t('columns.shelf'), width: 'minmax(56px, 1fr)', render: (line) => line.storedAt },
    { key: 'number', header: t('columns.number'), width: '134px', render: ({ number }) => number },
    { key: 'name', header: t('columns.name'), width: 'minmax(64px, 2fr)', render: ({ name }) => name },
    {
      key: 'quantity',
      header: t('columns.quantity'),
      width: '36px',
      align: 'right',
      render: ({ quantity }) => quantity,
    },
  ]
}

function Found({ line: { tick, left }, finished }: { line: ShelfLine; finished: boolean }) {
  const { t } = useTranslation('shelfCounts')
  if (tick) {
    return (
      <span>
        {t(`way.${tick.way}`)} {formatTime(tick.at)}
      </span>
    )
  }
  if (left) return <span>{t('left')}</span>
  return finished ? <StatusChip plain tone="danger" label={t('missing')} /> : <span>{t('notYet')}</span>
}
