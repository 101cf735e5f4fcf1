import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Dispute } from '../../../shared/domain/dispute/types'
import { formatDateTime, Option, OptionList, StatusChip, translateKey } from '../../ui'

interface DisputeListProps {
  disputes: readonly Dispute[]
  chosen: string
  onChoose: (id: string) => void
}

const optionId = (id: string): string => `dispute-${id}`

/** Those that wait, the newest first; what is chosen opens beside it. */
export function DisputeList({ disputes, chosen, onChoose }: DisputeListProps) {
  const { t } = useTranslation('disputes')
  return (
    <OptionList
      label={t('list.label')}
      ids={disputes.map(({ id }) => optionId(id))}
      chosen={optionId(chosen)}
      onMove={(at) => onChoose(disputes[at]?.id ?? chosen)}
    >
      {disputes.map(({ id, table, number, kind, foundAt }) => (
        <Option key={id} id={optionId(id)} chosen={id === chosen} onChoose={() => onChoose(id)}>
          <Box sx={{ fontWeight: 600 }}>
            {translateKey(`sync:table.${table}`, undefined, table)} {number}
          </Box>
          <StatusChip plain tone="soon" label={t(`kind.${kind}`)} />
          <Box sx={{ color: 'text.secondary', ml: 'auto' }}>{formatDateTime(foundAt)}</Box>
        </Option>
      ))}
    </OptionList>
  )
}
