import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RetainedTable } from '../../../shared/domain/privacy/types'
import { getRecord, useQuery } from '../../data'
import { formatNumber } from '../../ui'
import { DueTable } from './DueTable'
import { Says, Table } from './look'
import { useDues } from './useDues'

/** 到期清理: per register how many are past their period, and which. */
export function Cleaning() {
  const { t } = useTranslation('privacy')
  const [open, setOpen] = useState<RetainedTable | null>(null)
  const settings = useQuery((db) => getRecord(db, 'settings', 'office'), [])
  const { dues, reload } = useDues(settings?.retention)
  if (!dues || !settings) return null
  const { registers, version } = dues
  const shown = registers.find(({ table }) => table === open)
  return (
    <>
      <Says>{t('cleaning.text')}</Says>
      {registers.length === 0 && <Box>{t('cleaning.none')}</Box>}
      {registers.length > 0 && (
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
          {registers.map(({ table, places, free }) => (
            <tr key={table}>
              <th scope="row">{t(`register.${table}`)}</th>
              <td>{`${settings.retention[table]} ${t('years.unit')}`}</td>
              <td>{formatNumber(free.size)}</td>
              <td>{formatNumber(places.length - free.size)}</td>
              <td>
                <Button variant="text" aria-expanded={open === table} onClick={() => setOpen(table)}>
                  {t('cleaning.show', { name: t(`register.${table}`) })}
                </Button>
              </td>
            </tr>
          ))}
        </Table>
      )}
      {shown && <DueTable key={shown.table} due={shown} version={version} onChanged={reload} />}
    </>
  )
}
