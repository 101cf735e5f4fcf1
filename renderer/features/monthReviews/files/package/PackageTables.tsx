import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PackageTable } from '../../../../../shared/domain/monthPackage'
import { SectionPanel } from '../../../../ui'

/** Rows that are drawn at once: a busy month has more than anybody reads in one go. */
const STEP = 50
/** Characters from which a cell is a sentence: it stands in several lines. */
const LONG = 22

/** Everything that would leave, table by table, with the cells of its file. */
export function PackageTables({ tables }: { tables: readonly PackageTable[] }) {
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {tables.map((table) => (
        <SectionPanel
          key={table.name}
          id={`monthFiles.package.${table.name}`}
          title={table.title}
          count={table.rows.length}
          defaultOpen={false}
        >
          <OneTable table={table} />
        </SectionPanel>
      ))}
    </Box>
  )
}

function OneTable({ table: { title, header, rows } }: { table: PackageTable }) {
  const { t } = useTranslation('monthFiles')
  const [shown, setShown] = useState(STEP)
  const left = rows.length - shown
  return (
    // Wide tables scroll by keyboard too.
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={title}>
      <Box component="table" sx={TABLE}>
        <thead>
          <tr>
            {header.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            // Each row has its number, or the name of its figure.
            <tr key={row.join('\u0001')}>
              {row.map((cell, column) => (
                <td key={header[column]} data-long={cell.length > LONG || undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
      {left > 0 && (
        <Button onClick={() => setShown(shown + STEP * 4)}>{t('package.more', { rows: left })}</Button>
      )}
    </Box>
  )
}

const TABLE = {
  borderCollapse: 'collapse',
  fontVariantNumeric: 'tabular-nums',
  '& th, & td': {
    border: '1px solid',
    borderColor: 'divider',
    px: 2,
    py: 1,
    textAlign: 'left',
    verticalAlign: 'top',
    whiteSpace: 'nowrap',
  },
  '& th': { fontWeight: 600, bgcolor: 'action.hover', minWidth: 88, whiteSpace: 'normal' },
  '& td[data-long]': { minWidth: 320, maxWidth: 480, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
} as const
