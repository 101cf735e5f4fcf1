import Box from '@mui/material/Box'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Option, OptionList } from '../../ui'
import type { CompareRow } from './rows'
import type { Choosing } from './useChoice'

const optionId = (path: string): string => `field-${path}`

/** What stands above the columns; without `base` there is no version that both had. */
interface Heads {
  base: string | null
  inForce: string
  waiting: string
}

interface CompareTableProps {
  rows: readonly CompareRow[]
  choosing: Choosing | null
  /** Two records, not two versions of one. */
  records?: boolean
}

const gridOf = ({ base }: Heads): string =>
  `minmax(90px, 1fr) repeat(${base === null ? 2 : 3}, minmax(0, 2fr))`

/** The disputed fields one below the other; by ↑ ↓ and 1 or 2 where there is a choice. */
export function CompareTable({ rows, choosing, records = false }: CompareTableProps) {
  const { t } = useTranslation('disputes')
  const heads: Heads = records
    ? { base: null, inForce: t('number.held'), waiting: t('number.waiting') }
    : { base: t('column.base'), inForce: t('column.inForce'), waiting: t('column.waiting') }
  const [at, setAt] = useState(0)
  const current = rows[at]
  const keys = (key: string): boolean => {
    if (!choosing || !current || (key !== '1' && key !== '2')) return false
    choosing.choose(current.path, key === '2' ? 'waiting' : 'inForce')
    if (at < rows.length - 1) setAt(at + 1)
    return true
  }
  return (
    <Box sx={{ border: '1px solid', borderColor: 'divider', borderRadius: '4px', my: 3 }}>
      <Box
        aria-hidden
        sx={{
          display: 'grid',
          gridTemplateColumns: gridOf(heads),
          gap: 2,
          px: 2,
          py: 1,
          color: 'text.secondary',
          fontSize: 13,
          // As far in as the values below.
          '& > span:not(:first-of-type)': { pl: '7px' },
        }}
      >
        <span>{t('column.field')}</span>
        {heads.base !== null && <span>{heads.base}</span>}
        <span>
          {heads.inForce}
          {choosing ? ' (1)' : ''}
        </span>
        <span>
          {heads.waiting}
          {choosing ? ' (2)' : ''}
        </span>
      </Box>
      <OptionList
        label={t('compare.label')}
        ids={rows.map(({ path }) => optionId(path))}
        chosen={optionId(current?.path ?? '')}
        onMove={setAt}
        onKey={keys}
      >
        {rows.map((row, index) => (
          <Line
            key={row.path}
            row={row}
            heads={heads}
            isAt={index === at}
            choosing={choosing}
            onAt={() => setAt(index)}
          />
        ))}
      </OptionList>
    </Box>
  )
}

interface LineProps {
  row: CompareRow
  heads: Heads
  isAt: boolean
  choosing: Choosing | null
  onAt: () => void
}

function Line({ row, heads, isAt, choosing, onAt }: LineProps) {
  const { t } = useTranslation('disputes')
  const waits = choosing?.chosen.includes(row.path) ?? false
  return (
    <Option
      id={optionId(row.path)}
      chosen={isAt}
      onChoose={onAt}
      sx={{
        display: 'grid',
        gridTemplateColumns: gridOf(heads),
        alignItems: 'start',
        gap: 2,
        px: 2,
        py: 1,
        borderTop: '1px solid',
        borderColor: 'divider',
      }}
    >
      <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere', pt: '3px' }}>
        {row.label}
        {choosing && row.together && (
          <Box sx={{ color: 'text.secondary', fontSize: 12, fontWeight: 400 }}>{t('compare.together')}</Box>
        )}
      </Box>
      {heads.base !== null && <Value text={row.base} column={heads.base} faint />}
      <Value
        text={row.inForce}
        column={heads.inForce}
        {...(choosing ? { isChosen: !waits, onChoose: () => choosing.choose(row.path, 'inForce') } : {})}
      />
      <Value
        text={row.waiting}
        column={heads.waiting}
        {...(choosing ? { isChosen: waits, onChoose: () => choosing.choose(row.path, 'waiting') } : {})}
      />
    </Option>
  )
}

interface ValueProps {
  text: string
  /** Told to who does not see the head of the table. */
  column: string
  faint?: boolean
  isChosen?: boolean
  onChoose?: () => void
}

function Value({ text, column, faint, isChosen, onChoose }: ValueProps) {
  const { t } = useTranslation('disputes')
  return (
    <Box
      onClick={onChoose}
      sx={{
        p: '2px 6px',
        border: '1px solid',
        borderColor: isChosen ? 'primary.main' : 'transparent',
        borderRadius: '4px',
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
        cursor: onChoose ? 'pointer' : undefined,
        color: faint || isChosen === false ? 'text.secondary' : undefined,
      }}
    >
      <Box
        component="span"
        sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' }}
      >
        {column}
        {isChosen ? ` ${t('compare.chosen')}` : ''}
      </Box>
      {isChosen && <span aria-hidden>✓ </span>}
      {text || t('compare.empty')}
    </Box>
  )
}
