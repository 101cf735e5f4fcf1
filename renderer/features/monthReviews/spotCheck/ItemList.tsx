import Box from '@mui/material/Box'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { SpotItem, SpotSample } from '../../../../shared/domain/monthReview/types'
import { Option, OptionList, StatusChip, translateKey } from '../../../ui'
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
  const optionId = (item: SpotItem) => `${id}${keyOfItem(item)}`
  const shown = optionId(chosen)
  return (
    <OptionList
      label={t('spot.list')}
      ids={items.map(optionId)}
      chosen={shown}
      onMove={(at) => onChoose(items[at] ?? chosen)}
      sx={{ flex: 1, minHeight: 0, overflow: 'auto', pb: 2, bgcolor: 'background.paper' }}
    >
      {tables.map((table) => (
        <Box key={table} role="group" aria-label={translateKey(`${table}:title`)}>
          <Box aria-hidden sx={{ px: 3, pt: 2, pb: 0.5, fontSize: 13, color: 'text.secondary' }}>
            {translateKey(`${table}:title`)}
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
    </OptionList>
  )
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
    <Option id={id} chosen={chosen} onChoose={onChoose} sx={{ minHeight: 40 }}>
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
    </Option>
  )
}
