import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ExportChoice, useExport } from './useExport'

const CHOICES: readonly ExportChoice[] = ['xlsx', 'csvUtf8', 'csvGb18030', 'template']

/** 导出: the whole register as .xlsx, or .csv in UTF-8 or GB18030, or the empty template (domain 4). */
export function ExportMenu() {
  const { t } = useTranslation('households')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const { working, run } = useExport()
  return (
    <>
      <Button
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-busy={working}
        disabled={working}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {working ? t('export.working') : t('export.menu')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {CHOICES.map((choice) => (
          <MenuItem
            key={choice}
            onClick={() => {
              setAnchor(null)
              run(choice)
            }}
          >
            {t(`export.${choice}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
