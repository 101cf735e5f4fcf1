import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileState } from '../../../../shared/ipc/channels'
import { desk } from '../../../platform/desk'
import { announce, refusalText } from '../../../ui'
import type { ShownFile } from '../ShownFile'

interface PreviewFootProps {
  file: ShownFile
  state: FileState | undefined
  onPrevious: (() => void) | undefined
  onNext: (() => void) | undefined
  onClose: () => void
  children: ReactNode
}

/** What can be done with the attachment that is shown. */
export function PreviewFoot({ file, state, onPrevious, onNext, onClose, children }: PreviewFootProps) {
  const { t } = useTranslation('attachments')
  const close = useRef<HTMLButtonElement>(null)
  useKeptFocus(close)
  const saveCopy = async (): Promise<void> => {
    const { sha256, name } = file
    const answer = await desk.invoke('attachments.saveCopy', { sha256, suggestedName: name })
    if (!answer.ok) announce(refusalText(answer.refusal), 'problem')
    else if (answer.value.path !== null) announce(t('savedTo', { path: answer.value.path }))
  }
  return (
    <DialogActions sx={{ flexWrap: 'wrap' }}>
      <Button startIcon={<ChevronLeft />} disabled={!onPrevious} onClick={onPrevious} title="←">
        {t('previous')}
      </Button>
      <Button endIcon={<ChevronRight />} disabled={!onNext} onClick={onNext} title="→" sx={{ mr: 'auto' }}>
        {t('next')}
      </Button>
      {children}
      <Button onClick={() => void saveCopy()} disabled={state === 'missing' || state === 'altered'}>
        {t('saveCopy')}
      </Button>
      <Button variant="contained" ref={close} onClick={onClose} autoFocus title="Esc">
        {t('close')}
      </Button>
    </DialogActions>
  )
}

/**
 * A button that goes, or that the last of the row turns off, takes the focus with it: then Esc and the arrows would
 * reach nobody.
 */
function useKeptFocus(fallback: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const active = document.activeElement
    const isLost = active === null || active === document.body || active.matches(':disabled')
    if (isLost) fallback.current?.focus()
  })
}
