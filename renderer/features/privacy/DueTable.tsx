import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import MuiLink from '@mui/material/Link'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { civilDayOf } from '../../../shared/util/civilTime'
import { type DueRecord, isRegisterTable } from '../../data'
import { EraseDialog } from './EraseDialog'
import { HoldDialog } from './HoldDialog'
import { Table } from './look'

/** Drawn at once: a first cleaning after years may find thousands, and they go portion by portion. */
const MOST_SHOWN = 200

/** The records of one register past their period: chosen, kept on, or erased. */
export function DueTable({ rows }: { rows: readonly DueRecord[] }) {
  const { t } = useTranslation('privacy')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [erasing, setErasing] = useState(false)
  const [holding, setHolding] = useState<DueRecord | null>(null)
  const free = rows.filter(({ exception }) => exception === null)
  const records = rows.filter(({ id }) => chosen.has(id)).map(({ table, id }) => ({ table, id }))
  const toggle = (id: string) =>
    setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  return (
    <Box sx={{ mt: 3 }}>
      <Box sx={{ display: 'flex', gap: 2, mb: 2 }}>
        <Button onClick={() => setChosen(new Set(free.map(({ id }) => id)))}>
          {t('cleaning.selectAll')}
        </Button>
        <Button
          variant="contained"
          color="error"
          disabled={records.length === 0}
          onClick={() => setErasing(true)}
        >
          {t('cleaning.erase', { count: records.length })}
        </Button>
      </Box>
      <Table
        label={t('cleaning.list')}
        heads={[
          t('pick'),
          t('cleaning.record'),
          t('cleaning.ended'),
          t('cleaning.until'),
          t('cleaning.files'),
          t('cleaning.why'),
          t('action'),
        ]}
      >
        {rows.slice(0, MOST_SHOWN).map((row) => (
          <DueRow
            key={row.id}
            row={row}
            chosen={chosen.has(row.id)}
            onToggle={() => toggle(row.id)}
            onHold={() => setHolding(row)}
          />
        ))}
      </Table>
      {erasing && (
        <EraseDialog
          records={records}
          basis="retentionOver"
          onDone={() => setChosen(new Set())}
          onClose={() => setErasing(false)}
        />
      )}
      {holding && <HoldDialog record={holding} onClose={() => setHolding(null)} />}
    </Box>
  )
}

interface DueRowProps {
  row: DueRecord
  chosen: boolean
  onToggle: () => void
  onHold: () => void
}

function DueRow({ row, chosen, onToggle, onHold }: DueRowProps) {
  const { t } = useTranslation('privacy')
  const { table, id, title, exception, hold } = row
  const why =
    exception === 'held'
      ? t('exception.held', hold ?? {})
      : exception
        ? t(`exception.${exception}`)
        : t('cleaning.free')
  return (
    <tr>
      <td>
        <Checkbox
          size="small"
          checked={chosen}
          disabled={exception === 'held' || exception === 'disputed'}
          onChange={onToggle}
          slotProps={{ input: { 'aria-label': t('cleaning.select', { title }) } }}
        />
      </td>
      <th scope="row">
        {isRegisterTable(table) ? (
          <MuiLink component={Link} to={`/${table}/${id}`}>
            {title}
          </MuiLink>
        ) : (
          title
        )}
      </th>
      <td>{civilDayOf(row.endedAt)}</td>
      <td>{civilDayOf(row.keptUntil)}</td>
      <td>{row.files || ''}</td>
      <td>{why}</td>
      <td>
        <Button variant="text" aria-label={`${t('cleaning.hold')} ${title}`} onClick={onHold}>
          {t('cleaning.hold')}
        </Button>
      </td>
    </tr>
  )
}
