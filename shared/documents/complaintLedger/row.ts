import { isBlankSheet } from '../../domain/complaint/paper'
import type { Judgement } from '../../domain/complaint/types'
import { when } from '../complaintVisit/input'
import {
  CAUSE_WORDS,
  CHANNEL_WORDS,
  OUTCOME_WORDS,
  SEVERITY_WORDS,
  STATE_WORDS,
} from '../complaintVisit/labels'
import type { ComplaintOnLedger } from './input'

/** 性质 in few words: the kinds of 沟通性投诉 by their own names. */
const NATURE_SHORT: Record<Judgement['nature'], string> = {
  valid: '有效投诉',
  help: '求助型',
  inquiry: '咨询型',
  venting: '发泄型',
}

function judged({ judgement }: ComplaintOnLedger): string {
  if (!judgement) return ''
  const { nature, severity, cause } = judgement
  return [NATURE_SHORT[nature], SEVERITY_WORDS[severity], CAUSE_WORDS[cause]].join('\n')
}

/** What became of it (joined into another, waiting, void), which is never cut off, and what was done. */
function done({ handling, suspension, links, state, void: voided }: ComplaintOnLedger): string {
  const joined = state === 'closed' ? links.find(({ relation }) => relation === 'joined') : undefined
  return [
    joined ? `并案：${joined.number}` : '',
    suspension && state === 'suspended' ? `挂起：${suspension.reason}` : '',
    voided ? `作废：${voided.reason}` : '',
    handling?.measures ?? '',
  ]
    .filter((text) => text !== '')
    .join('；')
}

function visited({ returnVisits, unreachable }: ComplaintOnLedger): string {
  const last = returnVisits.at(-1)
  if (unreachable) return '无法回访'
  return last ? `${OUTCOME_WORDS[last.outcome]}\n${when(last.visitedAt).slice(0, 10)}` : ''
}

function lines(...texts: string[]): string {
  return texts.filter((text) => text !== '').join('\n')
}

/** The texts of one row, in the order of the columns. A number on which nothing was written has little to say. */
export function ledgerTexts(row: ComplaintOnLedger): string[] {
  const { number, state, intake, handling } = row
  if (isBlankSheet(row)) return [number, '', '', '', '', '', done(row), '', '', STATE_WORDS[state]]
  const { complainant } = intake
  return [
    number,
    lines(when(intake.registeredAt), CHANNEL_WORDS[intake.channel]),
    complainant.anonymous ? '匿名' : lines(complainant.name, complainant.unitCode),
    intake.content,
    judged(row),
    lines(handling?.department ?? '', handling?.responsible ?? ''),
    done(row),
    when(handling?.completedAt),
    visited(row),
    STATE_WORDS[state],
  ]
}
