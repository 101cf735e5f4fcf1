import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../../shared/util/result'
import { FieldError, refusalText, useCommandBarrier, useMenuCommand } from '../../../ui'
import type { StepRecord } from '../../record/StepForm'
import { useSave } from '../../saving/saving'
import type { PaperCommands, PaperForm } from '../paperForm'
import { SignerFields } from './SignerFields'
import { usePad } from './usePad'

export interface ScreenSignProps {
  record: StepRecord
  paper: PaperForm
  command: PaperCommands['signOnScreen']
  onClose: () => void
}

/**
 * 屏幕签字 (domain 10): who signs, in which box, and a large pad. Enter keeps, Esc leaves. What is signed is what the
 * form said when this was opened: a change elsewhere meanwhile is refused.
 */
export default function ScreenSignDialog({ record, paper, command, onClose }: ScreenSignProps) {
  const { t } = useTranslation('paper')
  const titleId = useId()
  const save = useSave()
  const { canvas, inked, clear, read } = usePad()
  const [opened] = useState({ id: record.id, rev: record.rev, form: paper.form, digest: paper.digest })
  const [role, setRole] = useState(paper.screenRoles[0] ?? '')
  const [by, setBy] = useState(paper.signer)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [saving, setSaving] = useState(false)
  useCommandBarrier(true)
  const keep = async (): Promise<void> => {
    if (saving) return
    const signed = read()
    if (by.trim() === '') return setRefusal({ key: 'paper.signerRequired', field: 'by' })
    if (!signed) return setRefusal({ key: 'paper.nothingDrawn' })
    setSaving(true)
    const saved = await save(command, { ...opened, role, by, ...signed })
    setSaving(false)
    if (saved.refusal) setRefusal(saved.refusal)
    else onClose()
  }
  useMenuCommand('save', () => void keep())
  useMenuCommand('saveAndClose', () => void keep())
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.target instanceof HTMLButtonElement) {
      return
    }
    event.preventDefault()
    void keep()
  }
  const nameRefused = refusal?.field === 'by'
  return (
    <Dialog open onClose={onClose} onKeyDown={keys} aria-labelledby={titleId} maxWidth="md" fullWidth>
      <DialogTitle id={titleId}>{t('signing.title', { form: paper.title })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 3 }}>
        <SignerFields
          roles={paper.screenRoles}
          role={role}
          onRole={(next) => {
            setRole(next)
            setBy(next === paper.screenRoles[0] ? paper.signer : '')
          }}
          by={by}
          onBy={setBy}
          error={nameRefused ? refusalText(refusal) : undefined}
        />
        <Box
          component="canvas"
          ref={canvas}
          role="img"
          aria-label={t('signing.pad')}
          data-inked={inked || undefined}
          sx={{
            width: '100%',
            height: 'min(40vh, 320px)',
            border: '1px solid',
            borderColor: 'divider',
            borderRadius: '4px',
            bgcolor: 'common.white',
            cursor: 'crosshair',
            touchAction: 'none',
          }}
        />
        <FieldError
          id={`${titleId}error`}
          message={refusal && !nameRefused ? refusalText(refusal) : undefined}
        />
        <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
          {t('signing.hint')} {t('signing.says', { version: (paper.print?.version ?? 0) + 1 })}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button sx={{ mr: 'auto' }} disabled={!inked} onClick={clear}>
          {t('signing.again')}
        </Button>
        <Button title="Esc" onClick={onClose}>
          {t('signing.leave')}
        </Button>
        <Button variant="contained" title="Enter" onClick={() => void keep()}>
          {t('signing.keep')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
