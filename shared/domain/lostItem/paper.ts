import { awaits } from '../register/paper'
import type { LostItem } from './types'

/** The form that people sign: 《失物认领单》. Its blank sheets bear reserved numbers. */
export const CLAIM_FORM = 'lostClaim'

/** 失物标签, with the QR that the shelf count reads. */
export const LABEL_FORM = 'lostLabel'

/** 《招领公告》 over many items: a list, whose printing belongs to no single record. */
export const NOTICE_FORM = 'lostNotice'

/** 待签: the newest 《失物认领单》 was printed and is neither signed nor refused (domain 10, 11). */
export function awaitingSignature(record: Pick<LostItem, 'state' | 'prints'>): boolean {
  return record.state !== 'void' && record.state !== 'reserved' && awaits(record.prints[CLAIM_FORM])
}

/** Whether nothing was ever written on its sheet: a reserved number, or one that was voided unused. */
export function isBlankSheet({ intake }: Pick<LostItem, 'intake'>): boolean {
  return intake.name === ''
}
