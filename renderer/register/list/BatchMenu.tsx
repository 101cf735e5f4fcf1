import PlaylistAddCheck from '@mui/icons-material/PlaylistAddCheck'
import Button from '@mui/material/Button'
import ListSubheader from '@mui/material/ListSubheader'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber, type MenuAction } from '../../ui'

interface BatchMenuProps {
  /** How many records it is about. */
  count: number
  /** Whether they were selected; else it is all that is filtered. */
  selected: boolean
  actions: readonly MenuAction[]
}

/** 批量: what is done with everything that is selected, or listed, at once. */
export function BatchMenu({ count, selected, actions }: BatchMenuProps) {
  const { t } = useTranslation('list')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  if (actions.length === 0) return null
  const about = { count, number: formatNumber(count) }
  return (
    <>
      <Button
        variant="text"
        startIcon={<PlaylistAddCheck />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        disabled={count === 0}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('batch.button')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <ListSubheader sx={{ lineHeight: '28px' }}>
          {selected ? t('batch.selected', about) : t('batch.all', about)}
        </ListSubheader>
        {actions.map((action) => (
          <MenuItem
            key={action.label}
            disabled={action.disabled}
            onClick={() => {
              setAnchor(null)
              action.run()
            }}
          >
            {action.label}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
