import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PaperStage, paperState } from '../../../shared/domain/register/paper'
import { type ChipTone, SignatureBox, useMenuCommand } from '../../ui'
import type { StepRecord } from '../record/StepForm'
import type { TimelineWords } from '../timeline/timelineWords'
import { PaperActions, type PaperStep } from './PaperActions'
import { PaperHistory } from './PaperHistory'
import type { PaperCommands, PaperForm, PaperRights } from './paperForm'
import { PaperWords } from './PaperWords'
import { ScanPreview } from './ScanPreview'
import { LazyScreenSign } from './signing/LazyScreenSign'
import { SignStep } from './SignStep'
import { useFileScan } from './useFileScan'

const TONES: Record<PaperStage, ChipTone> = {
  notPrinted: 'done',
  awaiting: 'waiting',
  signed: 'good',
  refused: 'soon',
  filed: 'good',
}

export interface PaperCardProps {
  record: StepRecord
  paper: PaperForm
  commands: PaperCommands
  rights: PaperRights
  /** The register's words, for what another window changed. */
  words: TimelineWords
  onPrint: (form: string) => void
}

/** One form of a record: how far its paper is, what can be done next, and who printed it when (domain 10). */
export function PaperCard({ record, paper, commands, rights, words, onPrint }: PaperCardProps) {
  const { t } = useTranslation('paper')
  const { frame, step, open, fold } = usePaperStep()
  const scan = useFileScan(record, commands.file)
  const [shown, setShown] = useState(false)
  const [signing, setSigning] = useState(false)
  const { stage, version, filing } = paperState(paper.print)
  return (
    <div ref={frame}>
      <SignatureBox
        label={paper.title}
        state={t(`stage.${stage}`)}
        tone={TONES[stage]}
        warning={paper.changed ? t('changed') : undefined}
        details={<PaperWords paper={paper} />}
        action={
          <>
            {step ? (
              <SignStep
                key={step}
                record={record}
                paper={paper}
                outcome={step === 'sign' ? 'signed' : 'refused'}
                command={commands.sign}
                words={words}
                onDone={fold}
              />
            ) : (
              <PaperActions
                paper={paper}
                rights={rights}
                onPrint={() => onPrint(paper.form)}
                onStep={open}
                onScreen={() => setSigning(true)}
                onScan={() => void scan(paper.form, version)}
                onOpenScan={() => setShown(true)}
              />
            )}
            <PaperHistory history={paper.print?.history ?? []} />
          </>
        }
      />
      {signing && (
        <LazyScreenSign
          record={record}
          paper={paper}
          command={commands.signOnScreen}
          onClose={() => setSigning(false)}
        />
      )}
      {shown && filing && <ScanPreview attachmentId={filing.attachmentId} onClose={() => setShown(false)} />}
    </div>
  )
}

/** Which step is open; when it folds, the keyboard goes to the first thing that can be done then. */
function usePaperStep() {
  const frame = useRef<HTMLDivElement>(null)
  const [step, setStep] = useState<PaperStep | null>(null)
  const folded = useRef(false)
  const fold = () => {
    folded.current = true
    setStep(null)
  }
  useEffect(() => {
    if (step || !folded.current) return
    folded.current = false
    frame.current?.querySelector<HTMLElement>('button, summary')?.focus()
  }, [step])
  useMenuCommand('escape', fold, step !== null)
  return { frame, step, open: setStep, fold }
}
