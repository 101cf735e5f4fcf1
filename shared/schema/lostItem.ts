import { z } from 'zod'
import {
  CHECK_OUTCOMES,
  CLAIM_RELATIONS,
  DECISION_OUTCOMES,
  DISPOSAL_WAYS,
  HAND_OVER_TARGETS,
  LOST_CATEGORIES,
  LOST_ITEM_STATES,
  type LostItem,
  type LostItemIntake,
  VALUE_BANDS,
} from '../domain/lostItem/types'
import { civilDay, count, id, instant, text } from './basics'
import { recordShape } from './register'
import { tie } from './tie'

export const lostItemIntakeSchema = tie<LostItemIntake>()(
  z.strictObject({
    name: text,
    category: z.enum(LOST_CATEGORIES),
    quantity: count,
    features: text,
    estimate: z.strictObject({ fen: count.nullable(), band: z.enum(VALUE_BANDS) }),
    foundAt: instant.nullable(),
    foundPlace: text,
    finder: z.strictObject({ name: text, role: text, phone: text }),
    handedInAt: instant,
    receivedBy: text,
    countedBy: text,
    storedAt: text,
    clues: text,
    remarks: text,
  }),
)

const notice = z.strictObject({ postedAt: instant, place: text, postedBy: text })

const check = z.strictObject({
  shownAt: instant,
  outcome: z.enum(CHECK_OUTCOMES),
  words: text,
  checkedBy: text,
})

const claim = z.strictObject({
  id,
  name: text,
  phone: text,
  relation: z.enum(CLAIM_RELATIONS),
  statedFeatures: text,
  statedAt: instant,
  notedBy: text,
  check: check.nullable(),
  idLast4: text,
  claimedAt: instant.nullable(),
  handledBy: text,
  authorizationIds: z.array(id),
})

const handOver = z.strictObject({
  target: z.enum(HAND_OVER_TARGETS),
  office: text,
  takenBy: text,
  receipt: text,
  at: instant,
  handledBy: text,
  words: text,
})

const decision = z.strictObject({
  outcome: z.enum(DECISION_OUTCOMES),
  opinion: text,
  keepUntil: civilDay.nullable(),
  earlyReason: text,
  decidedAt: instant,
  decidedBy: text,
})

const disposal = z.strictObject({
  way: z.enum(DISPOSAL_WAYS),
  words: text,
  at: instant,
  handledBy: text,
  witness: text,
})

export const lostItemSchema = tie<LostItem>()(
  z.strictObject({
    ...recordShape('lostItem', LOST_ITEM_STATES),
    intake: lostItemIntakeSchema,
    notices: z.array(notice),
    claims: z.array(claim),
    handOver: handOver.nullable(),
    decisions: z.array(decision),
    disposal: disposal.nullable(),
    custodyUntil: instant.nullable(),
    expiredAt: instant.nullable(),
  }),
)
