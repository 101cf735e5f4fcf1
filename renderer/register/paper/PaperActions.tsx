import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { type PaperStage, paperState } from '../../../shared/domain/register/paper'
import { type MenuAction, MoreMenu } from '../../ui'
import type { PaperForm, PaperRights } from './paperForm'

/** A step that opens in the place of its form. */
export type PaperStep = 'sign' | 'refuse'

interface PaperActionsProps {
  paper: PaperForm
  rights: PaperRights
  onPrint: () => void
  onStep: (step: PaperStep) => void
  onScreen: () => void
  onScan: () => void
  onOpenScan: () => void
}

const DONE: ReadonlySet<PaperStage> = new Set(['signed', 'refused', 'filed'])

/** It makes a version of its own: whoever may print and note a signature may have it signed here. */
function maySignOnScreen({ screenRoles }: PaperForm, { print, sign }: PaperRights): boolean {
  return print && sign && screenRoles.length > 0
}

/** What can be done with the paper now; what was noted already is corrected through the menu. */
export function PaperActions(props: PaperActionsProps) {
  const { t } = useTranslation('paper')
  const { paper, rights, onPrint, onStep, onScreen, onScan, onOpenScan } = props
  const { stage, filing } = paperState(paper.print)
  const awaiting = stage === 'awaiting'
  const done = DONE.has(stage)
  const mayScreen = maySignOnScreen(paper, rights)
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
      {mayScreen && (!done || paper.changed) && (
        <Button aria-label={t('do.screenForm', { form: paper.title })} onClick={onScreen}>
          {t('do.screen')}
        </Button>
      )}
      {rights.file && stage !== 'notPrinted' && !filing && <Button onClick={onScan}>{t('do.scan')}</Button>}
      {filing && <Button onClick={onOpenScan}>{t('do.openScan')}</Button>}
      {done && <Corrections {...props} mayScreen={mayScreen} />}
    </Box>
  )
}

/** 更正签字: what was noted already, once more. */
function Corrections(props: PaperActionsProps & { mayScreen: boolean }) {
  const { t } = useTranslation('paper')
  const { paper, rights, mayScreen, onStep, onScreen, onScan } = props
  const corrections: (MenuAction | false)[] = [
    rights.sign && { label: t('do.sign'), run: () => onStep('sign') },
    rights.sign && { label: t('do.refuse'), run: () => onStep('refuse') },
    mayScreen && !paper.changed && { label: t('do.screenAgain'), run: onScreen },
    rights.file && paperState(paper.print).filing !== null && { label: t('do.scanAgain'), run: onScan },
  ]
  return <MoreMenu label={t('do.correct')} actions={corrections.filter((one) => one !== false)} />
}
