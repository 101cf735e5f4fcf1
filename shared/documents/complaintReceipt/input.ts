import { partiesOf } from '../../domain/complaint/complainants'
import { isBlankSheet } from '../../domain/complaint/paper'
import type { Complaint } from '../../domain/complaint/types'
import type { Instant } from '../../util/instant'
import { withoutPhones } from '../../util/otherPhones'
import { when } from '../complaintVisit/input'
import { CHANNEL_WORDS, WAY_WORDS } from '../complaintVisit/labels'
import { otherPhones } from '../complaintVisit/others'
import type { Sheet } from '../layout/frame'

/**
 * What of a complaint the receipt reads. Judgement, investigation, measures and notes are not here at all: one part
 * of it leaves the office.
 */
export type ComplaintOnReceipt = Partial<
  Pick<Complaint, 'receivedBy' | 'intake' | 'others' | 'handling' | 'answers' | 'void'>
>

export interface ComplaintReceiptInput {
  sheet: Sheet
  /** `{}` prints the blank receipt. */
  complaint: ComplaintOnReceipt
  /** 答复期限, from `replyDue`; null or left out stays empty for the hand. */
  replyDueAt?: Instant | null
}

/** What stands on the receipt, as text. */
export interface ReceiptTexts {
  registeredAt: string
  channel: string
  name: string
  unit: string
  content: string
  remedy: string
  promisedAt: string
  replyDueAt: string
  completedAt: string
  receivedBy: string
  answers: { at: string; way: string; content: string }[]
}

const EMPTY: ReceiptTexts = {
  registeredAt: '',
  channel: '',
  name: '',
  unit: '',
  content: '',
  remedy: '',
  promisedAt: '',
  replyDueAt: '',
  completedAt: '',
  receivedBy: '',
  answers: [],
}

/**
 * The receipt's texts: the person unnamed where they asked for it, no phone of another complainant anywhere, and no
 * 答复 that was given to another one alone.
 */
export function receiptTexts({ complaint, replyDueAt }: ComplaintReceiptInput): ReceiptTexts {
  const { intake, handling, answers = [], others = [], receivedBy = '' } = complaint
  if (!intake || isBlankSheet({ intake })) return EMPTY
  const { complainant } = intake
  const [first] = partiesOf({ intake, others })
  const phones = otherPhones(others)
  const clean = (text: string): string => withoutPhones(text, phones)
  return {
    registeredAt: when(intake.registeredAt),
    channel: CHANNEL_WORDS[intake.channel],
    name: complainant.anonymous ? '匿名' : complainant.name,
    unit: complainant.anonymous ? '' : complainant.unitCode,
    content: clean(intake.content),
    remedy: clean(intake.remedy),
    promisedAt: when(handling?.promisedAt),
    replyDueAt: when(replyDueAt),
    completedAt: when(handling?.completedAt),
    receivedBy,
    answers: answers
      .filter(({ person }) => person === '' || person === first?.called)
      .map(({ answeredAt, way, content }) => ({
        at: when(answeredAt),
        way: WAY_WORDS[way],
        content: clean(content),
      })),
  }
}
