import { useTranslation } from 'react-i18next'
import { asksForIncidentReport, isOpen } from '../../../../shared/domain/complaint'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { NoticeBar } from '../../../ui'

/** 重要/重大, or any loss or injury: a 《事故报告》 is needed as well, and why (domain 5). */
export function IncidentNotice({ record }: { record: Complaint }) {
  const { t } = useTranslation(['branches', 'complaints'])
  const { judgement, intake } = record
  if (!isOpen(record) || !asksForIncidentReport(judgement, intake.lossOrInjury)) return null
  const severe = judgement && judgement.severity !== 'minor' ? judgement.severity : null
  const first = severe && t('incident.severity', { severity: t(`complaints:severity.${severe}`) })
  const second = intake.lossOrInjury && t('incident.loss')
  const because = first && second ? t('incident.both', { first, second }) : first || second
  return <NoticeBar tone="soon">{t('incident.needed', { because })}</NoticeBar>
}
