import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyScreen, NoticeBar, StatusChip, useMenuCommand } from '../../ui'
import { Announcer } from '../../ui/feedback/Announcer'
import { SheetFacts } from './SheetFacts'
import { useSavePdf } from './useSavePdf'
import { useVaultState } from './vaultState'

const SheetDialog = lazyScreen(() => import('./SheetDialog'))

const POINTS = ['opens', 'nowhere', 'safe'] as const

/**
 * Second step of the first start: the 《恢复单》 of the new office. It may be left without printing, for an office whose
 * printer comes later; the desk then reminds the director.
 */
export default function FirstSheet({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('vault')
  const state = useVaultState()
  const [open, setOpen] = useState(false)
  const { save, busy } = useSavePdf()
  const printed = Boolean(state?.sheet?.printedAt)
  const start = useRef<HTMLButtonElement>(null)
  // On paper or kept: what is left to do is to begin.
  useEffect(() => {
    if (printed && !open) start.current?.focus()
  }, [printed, open])
  useMenuCommand('print', () => setOpen(true), !open)
  useMenuCommand('saveAndClose', onDone, !open)
  return (
    <Box component="main" sx={{ height: '100%', overflow: 'auto', p: 6 }}>
      <Box sx={{ maxWidth: 720, mx: 'auto', display: 'grid', gap: 4 }}>
        <Box>
          <Box component="h1" sx={{ m: 0, fontSize: 22, fontWeight: 600 }}>
            {t('first.title')}
          </Box>
          <Box sx={{ color: 'text.secondary', mt: 1 }}>{t('first.text')}</Box>
        </Box>
        <Box component="ul" sx={{ m: 0, pl: 5, display: 'grid', gap: 2, fontSize: 15 }}>
          {POINTS.map((point) => (
            <li key={point}>{t(`first.${point}`)}</li>
          ))}
        </Box>
        {state && <SheetFacts state={state} />}
        {state && !state.keyStoreIsSafe && <NoticeBar tone="soon">{t('panel.unsafe')}</NoticeBar>}
        <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'center' }}>
          <Button variant={printed ? 'outlined' : 'contained'} onClick={() => setOpen(true)} autoFocus>
            {t('sheet.print')}
          </Button>
          <Button variant="outlined" onClick={save} aria-busy={busy}>
            {t('sheet.savePdf')}
          </Button>
          {printed && <StatusChip tone="good" label={t('first.printed')} />}
          <Box sx={{ flex: 1 }} />
          <Button ref={start} variant={printed ? 'contained' : 'outlined'} onClick={onDone}>
            {t('first.start')}
          </Button>
        </Box>
        <Box sx={{ color: 'text.secondary' }}>{t(printed ? 'first.keysPrinted' : 'first.keys')}</Box>
        {/* There is no top bar yet that says where the PDF lies, or why there is none. */}
        <Box sx={{ minHeight: 32, display: 'flex', alignItems: 'center' }}>
          <Announcer />
        </Box>
      </Box>
      {open && (
        <Suspense fallback={null}>
          <SheetDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Box>
  )
}
