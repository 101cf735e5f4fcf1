import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RETAINED, type RetainedTable } from '../../../shared/domain/privacy/types'
import { dueIn, getRecord, useData, useQuery } from '../../data'
import { formatNumber } from '../../ui'
import { DueTable } from './DueTable'
import { Says, Table } from './look'

/** 到期清理: per register how many are past their period, and which. */
export function Cleaning() {
  const { t } = useTranslation('privacy')
  const { ports } = useData()
  const [open, setOpen] = useState<RetainedTable | null>(null)
  const settings = useQuery((db) => getRecord(db, 'settings', 'office'), [])
  const dues = useQuery(
    async (db) => {
      const now = ports.now()
      const all = await Promise.all(
        RETAINED.map(async (table) => ({ table, rows: await dueIn(db, table, now) })),
      )
      return all.filter(({ rows }) => rows.length > 0)
    },
    [ports],
  )
  if (!dues || !settings) return null
  const shown = dues.find(({ table }) => table === open)
  return (
    <>
      <Says>{t('cleaning.text')}</Says>
      {dues.length === 0 && <Box>{t('cleaning.none')}</Box>}
      {dues.length > 0 && (
        <Table
          label={t('cleaning.title')}
          heads={[
            t('cleaning.register'),
            t('cleaning.years'),
            t('cleaning.due'),
            t('cleaning.excepted'),
            t('action'),
          ]}
        >
          {dues.map(({ table, rows }) => (
            <tr key={table}>
              <th scope="row">{t(`register.${table}`)}</th>
              <td>{`${settings.retention[table]} ${t('years.unit')}`}</td>
              <td>{formatNumber(rows.filter(({ exception }) => exception === null).length)}</td>
              <td>{formatNumber(rows.filter(({ exception }) => exception !== null).length)}</td>
              <td>
                <Button variant="text" aria-expanded={open === table} onClick={() => setOpen(table)}>
                  {t('cleaning.show', { name: t(`register.${table}`) })}
                </Button>
              </td>
            </tr>
          ))}
        </Table>
      )}
      {shown && <DueTable key={shown.table} rows={shown.rows} />}
    </>
  )
}
