import { z } from 'zod'
import * as decide from '../../../shared/domain/lostItem/commands'
import {
  CHECK_OUTCOMES,
  CLAIM_RELATIONS,
  DECISION_OUTCOMES,
  DISPOSAL_WAYS,
  HAND_OVER_TARGETS,
  type LostItem,
  type LostItemIntake,
} from '../../../shared/domain/lostItem/types'
import { markFound } from '../../../shared/domain/lostReport/commands'
import type { StoredFile } from '../../../shared/domain/register/attachment'
import type { RecordLink } from '../../../shared/domain/register/types'
import { lostItemIntakeSchema } from '../../../shared/schema/lostItem'
import { storedFileSchema } from '../../../shared/schema/register'
import { accept, type Result, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'
import { putAttachments } from './attachments'
import { undoCommand, voidCommand } from './endCommands'
import { paperCommands } from './paperCommands'
import {
  instant,
  type OnRecord,
  onRecord,
  putDecided,
  readRecord,
  recordCommand,
  type SavedRecord,
  saved,
  text,
} from './recordCommand'
import { registerOf } from './registerRules'

const command = recordCommand('lostItems')

/** People: they become filters of the list. */
const name = z.string().max(100)

/** Printing, signing and filing of found items. */
export const lostItemPaper = paperCommands('lostItems')

/** 作废 of a found item's record. */
export const voidLostItemCommand = voidCommand('lostItems')

/** 撤销 of a found item's last step. */
export const undoLostItemCommand = undoCommand('lostItems')

/** 收存登记: a found item with its number in the same transaction (domain 2, 6). */
export const registerLostItemCommand: CommandSpec<
  { intake: LostItemIntake; attachments?: StoredFile[] },
  SavedRecord
> = {
  name: 'lostItem.register',
  permission: 'record.register',
  tables: ['lostItems', 'attachments'],
  input: z.strictObject({
    intake: lostItemIntakeSchema,
    attachments: z.array(storedFileSchema).max(100).optional(),
  }),
  run: async (tx, { intake, attachments = [] }) => {
    const made = decide.register({ given: await tx.nextNumber('SW'), intake }, tx.ctx)
    if (!made.ok) return made
    const added = await putAttachments(tx, { table: 'lostItems', recordId: made.value.id }, attachments)
    if (!added.ok) return added
    return putDecided(tx, 'lostItems', accept({ ...made.value, attachmentIds: added.value }))
  },
}

/** 更正登记内容 */
export const amendLostItemCommand = command<{ intake: LostItemIntake }>(
  'amendIntake',
  'record.process',
  { intake: lostItemIntakeSchema },
  decide.amendIntake,
)

/** Most blank sheets that are given out at once. */
const MOST_RESERVED_AT_ONCE = 20

/** 留号: numbers for blank 《失物认领单》, each with its record in the same transaction (domain 2). */
export const reserveLostItemsCommand: CommandSpec<{ count: number }, { records: SavedRecord[] }> = {
  name: 'lostItem.reserve',
  permission: 'record.register',
  tables: ['lostItems'],
  input: z.strictObject({ count: z.number().int().min(1).max(MOST_RESERVED_AT_ONCE) }),
  run: async (tx, { count }) => {
    const records: SavedRecord[] = []
    for (let made = 0; made < count; made += 1) {
      const record = decide.reserve({ given: await tx.nextNumber('SW') }, tx.ctx)
      if (!record.ok) return record
      await tx.put('lostItems', record.value)
      records.push(saved(record.value))
    }
    return accept({ records })
  },
}

/** 补录: what was written on a blank form with a reserved number. */
export const fillInLostItemCommand = command<{ intake: LostItemIntake }>(
  'fillIn',
  'record.register',
  { intake: lostItemIntakeSchema },
  decide.fillIn,
)

/** Most items that stand on one 《招领公告》. */
export const MOST_ON_A_NOTICE = 500

/** 发布招领公告: date and place of the posting (民法典 318). */
export const publishLostItemCommand = command<decide.PublishInput>(
  'publish',
  'record.process',
  { postedAt: instant, place: text },
  decide.publish,
)

/** 发布招领公告 for many items at once, all or nothing. */
export const publishLostItemsCommand: CommandSpec<
  decide.PublishInput & { ids: string[] },
  { published: number }
> = {
  name: 'lostItem.publishMany',
  permission: 'record.process',
  tables: ['lostItems'],
  input: z.strictObject({
    ids: z.array(z.string()).min(1).max(MOST_ON_A_NOTICE),
    postedAt: instant,
    place: text,
  }),
  run: async (tx, { ids, ...posting }) => {
    for (const id of ids) {
      const record = await tx.get('lostItems', id)
      if (!record) return refuse('record.missing')
      const posted = await putDecided(tx, 'lostItems', decide.publish(record, posting, tx.ctx))
      if (!posted.ok) return posted
    }
    return accept({ published: ids.length })
  },
}

/** 认领陈述: the features stated before the item is shown. */
export const stateClaimCommand = command<decide.StateClaimInput>(
  'stateClaim',
  'record.process',
  { name, phone: text, relation: z.enum(CLAIM_RELATIONS), statedFeatures: text, statedAt: instant },
  decide.stateClaim,
)

/** What is entered when the item was shown; the lost report that this answers, if there is one. */
export type GiveOutInput = Omit<decide.ClaimInput, 'authorizationIds'> & {
  authorization: StoredFile[]
  reportId: string | null
}

/**
 * 核对并认领: keeps the 委托书 with the record, gives the item out, and ends the lost report it answers, in one.
 * Refusals: those of `claim`, of `putAttachments`, of `markFound`.
 */
export const claimLostItemCommand: CommandSpec<OnRecord<GiveOutInput>, SavedRecord> = {
  name: 'lostItem.claim',
  permission: 'record.process',
  tables: ['lostItems', 'lostReports', 'attachments'],
  input: z.strictObject({
    ...onRecord,
    claimId: z.string(),
    shownAt: instant,
    outcome: z.enum(CHECK_OUTCOMES),
    words: text,
    idLast4: z.string().max(20),
    claimedAt: instant.nullable(),
    handledBy: name,
    authorization: z.array(storedFileSchema).max(20),
    reportId: z.string().nullable(),
  }),
  run: async (tx, { id, rev, authorization, reportId, ...input }) => {
    const record = await readRecord(tx, 'lostItems', id, rev)
    if (!record.ok) return record
    const kept = await putAttachments(tx, { table: 'lostItems', recordId: id }, authorization)
    if (!kept.ok) return kept
    const claimed = decide.claim(record.value, { ...input, authorizationIds: kept.value }, tx.ctx)
    if (!claimed.ok) return claimed
    const attachmentIds = [...claimed.value.attachmentIds, ...kept.value]
    const next: LostItem = { ...claimed.value, attachmentIds }
    if (reportId === null || next.state !== 'claimed') return putDecided(tx, 'lostItems', accept(next))
    const ended = await endReport(tx, reportId, next, input.claimedAt ?? tx.ctx.now)
    if (!ended.ok) return ended
    return putDecided(tx, 'lostItems', linked(tx, next, ended.value))
  },
}

/** 已找回 of the report that the item answers, linked to it; answers the link for the other side. */
async function endReport(
  tx: CommandTx,
  reportId: string,
  item: LostItem,
  at: string,
): Promise<Result<RecordLink>> {
  const report = await tx.get('lostReports', reportId)
  if (!report) return refuse('record.missing')
  const { id, number } = item
  const found = markFound(report, { item: { id, number }, words: '', at }, tx.ctx)
  if (!found.ok) return found
  const to: RecordLink = { table: 'lostItems', id, number, relation: 'related' }
  const there = found.value.links.some((one) => one.id === id)
    ? found
    : registerOf('lostReports').rules.link(found.value, { other: to }, tx.ctx)
  if (!there.ok) return there
  await tx.put('lostReports', there.value)
  return accept({ table: 'lostReports', id: reportId, number: report.number, relation: 'related' })
}

function linked(tx: CommandTx, item: LostItem, other: RecordLink): Result<LostItem> {
  if (item.links.some(({ id }) => id === other.id)) return accept(item)
  return registerOf('lostItems').rules.link(item, { other }, tx.ctx)
}

/** 移交 to the police, the issuer or another authority. */
export const handOverCommand = command<decide.HandOverInput>(
  'handOver',
  'record.process',
  { target: z.enum(HAND_OVER_TARGETS), office: text, takenBy: text, receipt: text, at: instant, words: text },
  decide.handOver,
)

/** 主任意见 on an expired item. */
export const decideLostItemCommand = command<decide.DecideInput>(
  'decide',
  'lostItem.decide',
  {
    outcome: z.enum(DECISION_OUTCOMES),
    opinion: text,
    keepUntil: z.string().nullable(),
    earlyReason: text,
  },
  decide.decide,
)

/** 处置, as the director decided. */
export const disposeCommand = command<decide.DisposeInput>(
  'dispose',
  'record.process',
  { way: z.enum(DISPOSAL_WAYS), words: text, at: instant, witness: text },
  decide.dispose,
)

/** Those whose custody is over become 逾期待处理; the shell runs it as `escalateDueCommand`. */
export const expireDueCommand: CommandSpec<{ ids: string[] }, { expired: number }> = {
  name: 'lostItem.expireDue',
  permission: 'record.process',
  tables: ['lostItems'],
  input: z.strictObject({ ids: z.array(z.string()).max(500) }),
  run: async (tx, { ids }) => {
    let expired = 0
    for (const id of ids) {
      const record = await tx.get('lostItems', id)
      const next = record ? decide.expireIfDue(record, tx.ctx) : null
      if (!next) continue
      await tx.put('lostItems', next)
      expired += 1
    }
    return accept({ expired })
  },
}
