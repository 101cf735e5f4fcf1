import PrintOutlined from '@mui/icons-material/PrintOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface PrintMenuProps {
  /** The first is the one that Ctrl+P prints. */
  forms: readonly { form: string; title: string }[]
  disabled: boolean
  onPrint: (form: string) => void
}

/** 打印 in the head of a record: which of its forms. */
export function PrintMenu({ forms, disabled, onPrint }: PrintMenuProps) {
  const { t } = useTranslation('paper')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [first] = forms
  const choose = (form: string) => {
    setAnchor(null)
    onPrint(form)
  }
  return (
    <>
      <Button
        startIcon={<PrintOutlined />}
        title="Ctrl+P"
        disabled={disabled}
        data-print
        aria-haspopup={forms.length > 1 ? 'menu' : undefined}
        aria-expanded={forms.length > 1 ? anchor !== null : undefined}
        onClick={(event) =>
          forms.length > 1 ? setAnchor(event.currentTarget) : first && onPrint(first.form)
        }
      >
        {t('do.print')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {forms.map(({ form, title }) => (
          <MenuItem key={form} onClick={() => choose(form)}>
            <span>{title}</span>
            {form === first?.form && (
              <Box component="span" aria-hidden sx={{ ml: 'auto', pl: 4, color: 'text.secondary' }}>
                Ctrl+P
              </Box>
            )}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
