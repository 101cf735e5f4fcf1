import { Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { SwitchUser } from '../../features/sign-in'
import { lazyScreen } from '../../ui'
import { useShell } from './context'
// Not fetched when it is asked for: whoever typed on after Ctrl+K would have written into nothing.
import { SearchDialog } from './SearchDialog'
import type { ShellState } from './useShellCommands'

const AboutDialog = lazyScreen(() => import('./AboutDialog'))
const Keys = lazyScreen(async () => ({ default: (await import('../../ui/KeyHelp')).KeyHelp }))

const KEYS = [
  ['Ctrl+K', 'search'],
  ['Ctrl+N', 'new'],
  ['Ctrl+S', 'save'],
  ['Ctrl+Enter', 'saveAndClose'],
  ['Ctrl+P', 'print'],
  ['Ctrl+O', 'scan'],
  ['F2', 'edit'],
  ['Ctrl+1 … 9', 'goto'],
  ['Alt+← / →', 'history'],
  ['Esc', 'escape'],
  ['Ctrl+L', 'lock'],
  ['Ctrl+Shift+L', 'switchUser'],
  ['F1', 'keys'],
] as const

/** What the frame opens above a screen. */
export function ShellDialogs({ dialog, setDialog }: ShellState) {
  const { t } = useTranslation('shell')
  const { user } = useShell()
  const everywhere = useMemo(() => KEYS.map(([keys, name]) => ({ keys, text: t(`keys.${name}`) })), [t])
  const close = () => setDialog(null)
  return (
    <Suspense fallback={null}>
      {dialog === 'search' && <SearchDialog onClose={close} />}
      {dialog === 'keys' && <Keys open onClose={close} everywhere={everywhere} />}
      {dialog === 'about' && <AboutDialog onClose={close} />}
      {dialog === 'switchUser' && <SwitchUser user={user} onClose={close} />}
    </Suspense>
  )
}
