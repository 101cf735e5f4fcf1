import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useTranslation } from 'react-i18next'
import { useCommandBarrier } from './commands'
import { type ScreenKey, useShownKeys } from './screenKeys'

/** F1: the keys of this screen, and those that work everywhere. */
export function KeyHelp({
  open,
  onClose,
  everywhere,
}: {
  open: boolean
  onClose: () => void
  everywhere: readonly ScreenKey[]
}) {
  const { t } = useTranslation('ui')
  const here = useShownKeys()
  // A key that this screen explains in its own words is not explained twice.
  const others = everywhere.filter(({ keys }) => here.every((row) => row.keys !== keys))
  useCommandBarrier(open)
  return (
    <Dialog open={open} onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="key-help-title">
      <DialogTitle id="key-help-title">{t('keys.title')}</DialogTitle>
      {/* Long lists scroll: by keyboard too. */}
      <DialogContent tabIndex={0}>
        {here.length > 0 && <KeyTable title={t('keys.here')} rows={here} />}
        <KeyTable title={t('keys.everywhere')} rows={others} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          {t('close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function KeyTable({ title, rows }: { title: string; rows: readonly ScreenKey[] }) {
  return (
    <>
      <Box component="h3" sx={{ fontSize: 14, mt: 2, mb: 1 }}>
        {title}
      </Box>
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '160px 1fr', rowGap: 1 }}>
        {rows.map((row) => (
          <Box key={row.keys} sx={{ display: 'contents' }}>
            <Box component="dt">
              <kbd>{row.keys}</kbd>
            </Box>
            <Box component="dd" sx={{ m: 0 }}>
              {row.text}
            </Box>
          </Box>
        ))}
      </Box>
    </>
  )
}
