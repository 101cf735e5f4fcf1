import Box from '@mui/material/Box'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Office, User } from '../../../shared/domain/office/types'
import { useCommandBarrier } from '../../ui'
import { officeTitle } from './officeTitle'
import { SignInForm } from './SignInForm'

interface LockScreenProps {
  office: Office
  user: User
  /** What somebody has to know before the PIN: that the data cannot be read. */
  notice?: ReactNode
  /** What somebody can do who forgot the PIN; who is chosen decides. */
  forgotten: (chosen: User) => ReactNode
}

/**
 * The lock. A modal `<dialog>` in the browser's top layer: everything underneath stays mounted with what is being
 * typed, but is inert and hidden from assistive technology, open menus and dialogs included. Unlocked, the keyboard is
 * where it was.
 */
export function LockScreen({ office, user, notice, forgotten }: LockScreenProps) {
  const { t } = useTranslation('start')
  const dialog = useRef<HTMLDialogElement>(null)
  // Before the PIN takes the focus.
  const [focused] = useState(() => document.activeElement)
  useCommandBarrier(true)
  // Undone before the dialog leaves the page: what lies under it can be focused only once it is closed.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    // Said also in words: not everything that reads a screen knows that a modal dialog hides the rest.
    const covered = [...document.body.children].filter((one) => one !== element && !one.hasAttribute('inert'))
    for (const one of covered) one.setAttribute('inert', '')
    // Chromium closes a dialog on the second Esc whatever is prevented: it opens again at once.
    const reopen = () => element?.showModal()
    element?.addEventListener('close', reopen)
    return () => {
      element?.removeEventListener('close', reopen)
      for (const one of covered) one.removeAttribute('inert')
      element?.close()
      if (focused instanceof HTMLElement) focused.focus()
    }
  }, [focused])
  // Beside the app's root: an open dialog has hidden that from those who hear the screen.
  return createPortal(
    <Box
      component="dialog"
      ref={dialog}
      aria-labelledby="lock-title"
      onCancel={(event) => event.preventDefault()}
      sx={{
        position: 'fixed',
        inset: 0,
        width: '100vw',
        height: '100vh',
        maxWidth: 'none',
        maxHeight: 'none',
        m: 0,
        p: 4,
        border: 0,
        bgcolor: 'background.default',
        color: 'text.primary',
        '&[open]': { display: 'grid', placeItems: 'center' },
      }}
    >
      <Box sx={{ width: '100%', maxWidth: 400, display: 'grid', gap: 4 }}>
        <Box>
          <Box sx={{ color: 'text.secondary' }}>{officeTitle(office)}</Box>
          <Box component="h1" id="lock-title" sx={{ m: 0, fontSize: 22, fontWeight: 600 }}>
            {t('lock.title')}
          </Box>
          <Box sx={{ color: 'text.secondary', mt: 1 }}>{t('lock.text')}</Box>
        </Box>
        {notice}
        <SignInForm firstChoice={user.id} submitLabel={t('lock.unlock')} forgotten={forgotten} />
      </Box>
    </Box>,
    document.body,
  )
}
