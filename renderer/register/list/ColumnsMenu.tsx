import KeyboardArrowDown from '@mui/icons-material/KeyboardArrowDown'
import KeyboardArrowUp from '@mui/icons-material/KeyboardArrowUp'
import ViewColumn from '@mui/icons-material/ViewColumnOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Popover from '@mui/material/Popover'
import { type ChangeEvent, type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommandBarrier } from '../../ui'
import { moveColumn, withColumn } from './columns'
import type { ListColumn } from './definition'

interface ColumnsMenuProps {
  columns: readonly Pick<ListColumn<never>, 'key' | 'header' | 'fixed'>[]
  /** Keys of those shown, in their order. */
  shown: readonly string[]
  /** null goes back to the first look. */
  onChoose: (keys: string[] | null) => void
}

/** 列: which columns are shown, and in which order. */
export function ColumnsMenu(props: ColumnsMenuProps) {
  const { t } = useTranslation('list')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const titleId = useId()
  useCommandBarrier(anchor !== null)
  return (
    <>
      <Button
        variant="text"
        startIcon={<ViewColumn />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('columns.button')}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-labelledby': titleId, sx: { p: 2, width: 260 } } }}
      >
        <Box sx={{ display: 'flex', alignItems: 'center', mb: 1 }}>
          <Box id={titleId} sx={{ fontWeight: 600, flex: 1 }}>
            {t('columns.title')}
          </Box>
          <Button variant="text" onClick={() => props.onChoose(null)}>
            {t('columns.reset')}
          </Button>
        </Box>
        <Choices {...props} />
        <Box sx={{ mt: 1, fontSize: 12, color: 'text.secondary' }}>{t('columns.hint')}</Box>
      </Popover>
    </>
  )
}

function Choices({ columns, shown, onChoose }: ColumnsMenuProps) {
  const ordered = [
    ...shown.flatMap((key) => columns.find((column) => column.key === key) ?? []),
    ...columns.filter(({ key }) => !shown.includes(key)),
  ]
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {ordered.map(({ key, header, fixed }) => (
        <ColumnLine
          key={key}
          header={header}
          fixed={fixed === true}
          at={shown.indexOf(key)}
          count={shown.length}
          onShow={(on) => onChoose(withColumn(shown, key, on))}
          onMove={(by) => onChoose(moveColumn(shown, key, by))}
        />
      ))}
    </Box>
  )
}

interface ColumnLineProps {
  header: string
  fixed: boolean
  /** Place among those shown; -1 where it is not. */
  at: number
  count: number
  onShow: (on: boolean) => void
  onMove: (by: number) => void
}

function ColumnLine({ header, fixed, at, count, onShow, onMove }: ColumnLineProps) {
  const { t } = useTranslation('list')
  const shown = at >= 0
  const keys = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || !by || !shown) return
    event.preventDefault()
    event.stopPropagation()
    onMove(by)
  }
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', minHeight: 32 }}>
      <Box component="label" sx={{ display: 'flex', alignItems: 'center', gap: 2, flex: 1, minWidth: 0 }}>
        <Box
          component="input"
          type="checkbox"
          checked={shown}
          disabled={fixed}
          onKeyDown={keys}
          onChange={(event: ChangeEvent<HTMLInputElement>) => onShow(event.target.checked)}
          sx={(theme) => ({ m: 0, accentColor: theme.vars?.palette.primary.main })}
        />
        {header}
      </Box>
      {shown && (
        <>
          <IconButton
            aria-label={t('columns.up', { column: header })}
            disabled={at === 0}
            onClick={() => onMove(-1)}
            sx={{ p: 0.5 }}
          >
            <KeyboardArrowUp />
          </IconButton>
          <IconButton
            aria-label={t('columns.down', { column: header })}
            disabled={at === count - 1}
            onClick={() => onMove(1)}
            sx={{ p: 0.5 }}
          >
            <KeyboardArrowDown />
          </IconButton>
        </>
      )}
    </Box>
  )
}
