import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { translateKey } from '../../../ui'
import type { TimelineWords } from './timelineWords'

/** Label keys by path, where the field's own name is not the key. */
const LABELS: Record<string, string> = {
  'intake.complainant.name': 'complainant',
  'intake.complainant.phone': 'phone',
  'intake.complainant.unitCode': 'unitCode',
  'intake.complainant.anonymous': 'anonymous',
  'handling.promiseMoves.to': 'moveTo',
  'handling.promiseMoves.reason': 'moveReason',
  'handling.promiseMoves.toldAt': 'toldAt',
  'suspension.reason': 'suspendReason',
  'answers.way': 'answerWay',
  'answers.content': 'answerContent',
  'returnVisits.way': 'visitWay',
  'verification.words': 'verifyWords',
  escalatedBecause: 'escalated',
}

/** Lists of the locale by path. */
const VALUES: Record<string, string> = {
  state: 'state',
  'intake.channel': 'channel',
  'judgement.nature': 'natureFull',
  'judgement.severity': 'severity',
  'judgement.cause': 'cause',
  'answers.way': 'way',
  'returnVisits.way': 'way',
  'returnVisits.outcome': 'outcome',
  escalatedBecause: 'because',
}

/** A word that may be missing: fields and values of the audit chain arrive as data. */
function wordOrNull(key: string): string | null {
  return translateKey(`complaints:${key}`, undefined, '') || null
}

/** The words of the locale for the timeline. */
export function useTimelineWords(): TimelineWords {
  const { t } = useTranslation('complaints')
  return useMemo(
    () => ({
      label: (path) => wordOrNull(`field.${LABELS[path] ?? path.split('.').at(-1)}`),
      value: (path, value) => {
        const list = VALUES[path]
        return list ? wordOrNull(`${list}.${value}`) : null
      },
      yes: t('record.yes'),
      no: t('record.no'),
    }),
    [t],
  )
}
