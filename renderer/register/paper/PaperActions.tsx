import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { paperState } from '../../../shared/domain/register/paper'
import { type MenuAction, MoreMenu } from '../../ui'
import type { PaperForm, PaperRights } from './paperForm'

/** A step that opens in the place of its form. */
export type PaperStep = 'sign' | 'refuse'

interface PaperActionsProps {
  paper: PaperForm
  rights: PaperRights
  onPrint: () => void
  onStep: (step: PaperStep) => void
  onScan: () => void
  onOpenScan: () => void
}

/** What can be done with the paper now; what was noted already is corrected through the menu. */
export function PaperActions({ paper, rights, onPrint, onStep, onScan, onOpenScan }: PaperActionsProps) {
  const { t } = useTranslation('paper')
  const { stage, filing } = paperState(paper.print)
  const awaiting = stage === 'awaiting'
  const done = stage === 'signed' || stage === 'refused' || stage === 'filed'
  const corrections: (MenuAction | false)[] = [
    rights.sign && { label: t('do.sign'), run: () => onStep('sign') },
    rights.sign && { label: t('do.refuse'), run: () => onStep('refuse') },
    rights.file && filing !== null && { label: t('do.scanAgain'), run: onScan },
  ]
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {rights.print && stage === 'notPrinted' && (
        // Not to be taken for 打印 of the whole record.
        <Button aria-label={t('do.printForm', { form: paper.title })} onClick={onPrint}>
          {t('do.print')}
        </Button>
      )}
      {rights.print && paper.changed && <Button onClick={onPrint}>{t('do.printAgain')}</Button>}
      {rights.sign && awaiting && <Button onClick={() => onStep('sign')}>{t('do.sign')}</Button>}
      {rights.sign && awaiting && <Button onClick={() => onStep('refuse')}>{t('do.refuse')}</Button>}
      {rights.file && stage !== 'notPrinted' && !filing && <Button onClick={onScan}>{t('do.scan')}</Button>}
      {filing && <Button onClick={onOpenScan}>{t('do.openScan')}</Button>}
      {done && <MoreMenu label={t('do.correct')} actions={corrections.filter((one) => one !== false)} />}
    </Box>
  )
}
