import Box from '@mui/material/Box'
import { type KeyboardEvent, useEffect, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { SpotItem, SpotSample } from '../../../../shared/domain/monthReview/types'
import { StatusChip, translateKey } from '../../../ui'
import { keyOfItem } from './place'
import { OUTCOME_TONES } from './words'

interface ItemListProps {
  sample: SpotSample
  chosen: SpotItem
  onChoose: (item: SpotItem) => void
}

/** The records that were drawn, by register. */
export function ItemList({ sample, chosen, onChoose }: ItemListProps) {
  const { t } = useTranslation('monthReviews')
  const id = useId()
  const { items } = sample
  const tables = [...new Set(items.map(({ table }) => table))]
  const at = items.findIndex((item) => keyOfItem(item) === keyOfItem(chosen))
  const optionId = (item: SpotItem) => `${id}${keyOfItem(item)}`
  const shown = optionId(chosen)
  useEffect(() => {
    document.getElementById(shown)?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  const move = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const next = items[targetOf(event.key, at, items.length)]
    if (!next) return
    event.preventDefault()
    onChoose(next)
  }
  return (
    <Box
      role="listbox"
      tabIndex={0}
      aria-label={t('spot.list')}
      aria-activedescendant={shown}
      onKeyDown={move}
      sx={LOOK}
    >
      {tables.map((table) => (
        <Box key={table} role="group" aria-label={translateKey(`shell:nav.${table}`)}>
          <Box aria-hidden sx={{ px: 3, pt: 2, pb: 0.5, fontSize: 13, color: 'text.secondary' }}>
            {translateKey(`shell:nav.${table}`)}
          </Box>
          {items
            .filter((item) => item.table === table)
            .map((item) => (
              <ItemOption
                key={item.id}
                id={optionId(item)}
                item={item}
                chosen={optionId(item) === shown}
                onChoose={() => onChoose(item)}
              />
            ))}
        </Box>
      ))}
    </Box>
  )
}

function targetOf(key: string, at: number, count: number): number {
  if (key === 'ArrowDown') return Math.min(count - 1, at + 1)
  if (key === 'ArrowUp') return Math.max(0, at - 1)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : -1
}

interface ItemOptionProps {
  id: string
  item: SpotItem
  chosen: boolean
  onChoose: () => void
}

function ItemOption({ id, item, chosen, onChoose }: ItemOptionProps) {
  const { t } = useTranslation('monthReviews')
  const { number, outcome, comment } = item
  return (
    <Box
      role="option"
      id={id}
      aria-selected={chosen}
      onClick={onChoose}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: '2px 12px',
        flexWrap: 'wrap',
        minHeight: 40,
        px: 3,
        py: 0.5,
        cursor: 'default',
        bgcolor: chosen ? 'action.selected' : undefined,
      }}
    >
      <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
        {number}
      </Box>
      <StatusChip
        plain
        tone={outcome ? OUTCOME_TONES[outcome] : 'fresh'}
        label={t(`outcome.${outcome ?? 'unread'}`)}
      />
      {comment && (
        <Box
          component="span"
          sx={{
            flex: 1,
            minWidth: 120,
            color: 'text.secondary',
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
          }}
        >
          {comment}
        </Box>
      )}
    </Box>
  )
}

const LOOK = {
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  pb: 2,
  bgcolor: 'background.paper',
  '&:focus-visible': { outline: 'none' },
  '&:focus-visible [aria-selected=true]': {
    outline: '2px solid',
    outlineColor: 'primary.main',
    outlineOffset: '-2px',
  },
} as const
