import { useTranslation } from 'react-i18next'
import { forms } from '../../../../shared/documents/registry'
import { weekWords } from '../../../../shared/documents/weeklySheet/period'
import { monthReviewPaper, useRun, type WeekFigures } from '../../../data'
import { PrintDialog, type PrintedJob } from '../../../printing'
import { useDrawn } from '../../../register/print/useDrawn'
import { useSheetFacts } from '../../../register/print/useSheetFacts'
import { announce, chineseKey, refusalText } from '../../../ui'

interface WeekDialogProps {
  figures: WeekFigures
  onClose: () => void
}

/** 《客户服务周报》: the real PDF; that it left is noted, for the 年度服务计划 counts it (domain 12). */
export default function WeekDialog({ figures, onClose }: WeekDialogProps) {
  const { t } = useTranslation('report')
  const run = useRun()
  const facts = useSheetFacts()
  const drawn = useDrawn(
    facts &&
      (async () => {
        const { weeklySheetForm, weeklySheetMissing } = await import(
          '../../../../shared/documents/weeklySheet/form'
        )
        const input = { sheet: facts.head, ...figures, words: chineseKey }
        return { definition: weeklySheetForm(input), missing: weeklySheetMissing(input) }
      }),
    () => {
      announce(t('print.failed'), 'problem')
      onClose()
    },
  )
  const note = async ({ way }: PrintedJob): Promise<void> => {
    const about = weekWords(figures.now.span)
    const noted = await run(monthReviewPaper.printList, { form: 'weeklySheet', rows: 1, way, about })
    if (noted.ok) announce(t('week.printed'))
    else announce(refusalText(noted.refusal), 'problem')
  }
  return (
    <PrintDialog
      open
      form={forms.weeklySheet}
      definition={drawn?.definition ?? null}
      missing={drawn?.missing}
      explain={refusalText}
      onClose={onClose}
      onPrinted={note}
    />
  )
}
