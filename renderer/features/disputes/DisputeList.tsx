import Box from '@mui/material/Box'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Dispute } from '../../../shared/domain/dispute/types'
import { formatShort, Option, OptionList, StatusChip, translateKey, useNow, useTwoSteps } from '../../ui'

interface DisputeListProps {
  disputes: readonly Dispute[]
  /** Id of the one that is open; '' where none is. */
  open: string
  /** `entering`: the keyboard goes along; without it somebody looks through the list. */
  onShow: (id: string, entering: boolean) => void
}

const OPTION = { py: 1, borderBottom: '1px solid', borderColor: 'divider' } as const
const optionId = (id: string): string => `dispute-${id}`

/** Those that wait, the newest first: ↑ ↓ show what stands beside, Enter or → go there. */
export function DisputeList({ disputes, open, onShow }: DisputeListProps) {
  const { t } = useTranslation('disputes')
  const now = new Date(useNow()).toISOString()
  const twoSteps = useTwoSteps()
  const [cursor, setCursor] = useState(open)
  // In two steps what is open covers the list: it opens only when asked for.
  const chosen = open || cursor
  const show = (id: string, entering: boolean): void => {
    setCursor(id)
    if (entering || !twoSteps) onShow(id, entering)
  }
  const move = (at: number): void => {
    const next = disputes[at]
    if (next) show(next.id, false)
  }
  const enter = (key: string): boolean => {
    const enters = key === 'Enter' || key === 'ArrowRight'
    if (enters && disputes.some(({ id }) => id === chosen)) show(chosen, true)
    return enters
  }
  return (
    <OptionList
      label={t('list.label')}
      ids={disputes.map(({ id }) => optionId(id))}
      chosen={optionId(chosen)}
      onMove={move}
      onKey={enter}
    >
      {disputes.map(({ id, table, number, kind, foundAt }) => (
        <Option key={id} id={optionId(id)} chosen={id === chosen} onChoose={() => show(id, true)} sx={OPTION}>
          <Box sx={{ width: '100%', fontWeight: 600, overflowWrap: 'anywhere' }}>
            {translateKey(`sync:table.${table}`, undefined, table)} {number}
          </Box>
          <StatusChip plain tone="soon" label={t(`kind.${kind}`)} />
          <Box sx={{ color: 'text.secondary', ml: 'auto' }}>{formatShort(foundAt, now)}</Box>
        </Option>
      ))}
    </OptionList>
  )
}
