import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { type DueRecord, type DueRegister, isRegisterTable } from '../../data'
import { formatNumber } from '../../ui'
import { DueRows } from './DueRows'
import { EraseDialog } from './EraseDialog'
import { HoldDialog } from './HoldDialog'
import { useDueMarks } from './useDueMarks'

interface DueTableProps {
  due: DueRegister
  /** Raised whenever `due` was read anew. */
  version: number
  onChanged: () => void
}

/** The records of one register past their period: chosen, kept on, or erased. */
export function DueTable({ due, version, onChanged }: DueTableProps) {
  const { t } = useTranslation('privacy')
  const navigate = useNavigate()
  const [cursor, setCursor] = useState<DueRecord | null>(null)
  const [asking, setAsking] = useState<'erase' | 'hold' | null>(null)
  const { marks, chosen } = useDueMarks(due)
  const { table, places, free } = due
  const open = ({ id }: DueRecord): void => {
    if (isRegisterTable(table)) void navigate(`/${table}/${id}`)
  }
  const close = (): void => {
    setAsking(null)
    onChanged()
  }
  const counts = {
    due: formatNumber(places.length),
    free: formatNumber(free.size),
    excepted: formatNumber(places.length - free.size),
    chosen: formatNumber(chosen.length),
  }
  return (
    <Box sx={{ mt: 3 }}>
      <Box sx={{ display: 'flex', gap: 2, mb: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <Button disabled={free.size === 0} onClick={marks.all}>
          {t('cleaning.selectAll', { count: free.size })}
        </Button>
        <Button disabled={chosen.length === 0} onClick={marks.none}>
          {t('cleaning.selectNone')}
        </Button>
        <Button
          variant="contained"
          color="error"
          disabled={chosen.length === 0}
          onClick={() => setAsking('erase')}
        >
          {t('cleaning.erase', { count: chosen.length })}
        </Button>
        <Button
          disabled={cursor === null}
          aria-label={`${t('cleaning.hold')} ${cursor?.title ?? ''}`.trim()}
          onClick={() => setAsking('hold')}
        >
          {t('cleaning.hold')}
        </Button>
        {isRegisterTable(table) && (
          <Button disabled={cursor === null} onClick={() => cursor && open(cursor)}>
            {t('cleaning.open')}
          </Button>
        )}
      </Box>
      <Box role="status" sx={{ color: 'text.secondary', mb: 1 }}>
        {t('cleaning.counts', counts)}
      </Box>
      <DueRows key={version} due={due} marks={marks} cursor={cursor} onCursor={setCursor} onOpen={open} />
      {asking === 'erase' && (
        <EraseDialog records={chosen} basis="retentionOver" onDone={marks.none} onClose={close} />
      )}
      {asking === 'hold' && cursor && <HoldDialog record={cursor} onClose={close} />}
    </Box>
  )
}
