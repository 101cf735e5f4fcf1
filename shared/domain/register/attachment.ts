import { civilDayOf } from '../../util/civilTime'
import type { Instant } from '../../util/instant'
import { accept, type Refusal, type Result, refuse } from '../../util/result'
import type { MonthFacts } from '../month/facts'
import { forbidden, may } from '../office/permissions'
import type { OfficeSettings } from '../office/types'
import type { Erasable } from '../privacy/types'
import type { Actor, RuleContext } from './types'

/** 附件: pictures, PDF and audio notes (domain 10, "Attachments"). */
export const ATTACHMENT_KINDS = ['image', 'pdf', 'audio'] as const
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number]

/** Bytes that lie safely in the ledger's folder, under the name that the clerk knows them by. */
export interface StoredFile {
  sha256: string
  /** Bytes. */
  size: number
  kind: AttachmentKind
  mime: string
  name: string
}

/** The sheet that a scan shows: which form, which print version. */
export interface SheetOf {
  form: string
  version: number
}

/**
 * One attachment of a record of any register. Its bytes lie in a file of their own outside the profile, named by
 * their SHA-256; this row says whose it is.
 */
export interface Attachment extends StoredFile, Erasable {
  id: string
  /** Table and id of the record it belongs to. */
  table: string
  recordId: string
  addedAt: Instant
  addedBy: string
  addedUserId: string
  /** Set for the scan of a signed sheet. */
  sheet: SheetOf | null
  voided: { reason: string; at: Instant; by: string } | null
}

/** Attachments in a locked month: what was attached then stays, under its name (domain 12). */
export const attachmentMonthFacts: MonthFacts<Attachment> = {
  begunAt: ({ addedAt }) => addedAt,
  endedAt: ({ addedAt }) => addedAt,
  fixed: [],
}

/** Longest name of an attachment, in letters. */
export const ATTACHMENT_NAME_MAX = 120

/** Whatever a setting may say: main stores nothing larger. */
export const ATTACHMENT_BYTES_CEILING = 200 * 1024 * 1024

/** Bytes of a file that travel between page and main in one message, at the most. */
export const PORTION_BYTES = 1024 * 1024

/** The setting 附件每个最大 in bytes; a MB as the file managers of the office count it, 1024 × 1024. */
export function attachmentMaxBytes({
  attachmentMaxMegabytes,
}: Pick<OfficeSettings, 'attachmentMaxMegabytes'>): number {
  return Math.min(attachmentMaxMegabytes * 1024 * 1024, ATTACHMENT_BYTES_CEILING)
}

/** What is added to which record; `before`: the attachments that it has. */
export interface AddInput {
  table: string
  recordId: string
  file: StoredFile
  sheet: SheetOf | null
  before: readonly Attachment[]
  /** See `attachmentMaxBytes`. */
  maxBytes: number
}

/**
 * A new attachment. Refusals: office.notAllowed, attachment.nameRequired, attachment.nameTooLong,
 * attachment.tooBig `{ max }` (MB), attachment.alreadyThere `{ name }` for bytes that the record has already (a scan may be a picture kept before).
 */
export function addAttachment(input: AddInput, ctx: RuleContext): Result<Attachment> {
  const { file, sheet, table, recordId } = input
  const objection = forbidden(ctx.actor.role, 'record.process') ?? objectionToName(file.name)
  if (objection) return objection
  if (file.size > input.maxBytes) return tooBig(input.maxBytes)
  const same = input.before.find(
    (one) => one.sha256 === file.sha256 && one.voided === null && sameSheet(one.sheet, sheet),
  )
  if (same) return refuse('attachment.alreadyThere', undefined, { name: same.name })
  const { sha256, size, kind, mime } = file
  return accept({
    id: ctx.newId(),
    table,
    recordId,
    sha256,
    size,
    kind,
    mime,
    name: file.name.trim(),
    addedAt: ctx.now,
    addedBy: ctx.actor.name,
    addedUserId: ctx.actor.userId,
    sheet,
    voided: null,
  })
}

/** Another name, which says what it shows. Refusals: office.notAllowed, attachment.isVoid, attachment.name…. */
export function renameAttachment(
  attachment: Attachment,
  { name }: { name: string },
  ctx: RuleContext,
): Result<Attachment> {
  const objection = forbidden(ctx.actor.role, 'record.process') ?? objectionToName(name)
  if (objection) return objection
  if (attachment.voided) return refuse('attachment.isVoid')
  return accept({ ...attachment, name: name.trim() })
}

/**
 * 作废: the row and its bytes stay. 客服主管 and up, or whoever added it on the same day, who has taken the wrong file.
 * Refusals: attachment.voidNotAllowed, attachment.isVoid, attachment.reasonRequired.
 */
export function voidAttachment(
  attachment: Attachment,
  { reason }: { reason: string },
  ctx: RuleContext,
): Result<Attachment> {
  if (!mayVoidAttachment(attachment, ctx.actor, ctx.now)) return refuse('attachment.voidNotAllowed')
  if (attachment.voided) return refuse('attachment.isVoid')
  if (reason.trim() === '') return refuse('attachment.reasonRequired', 'reason')
  return accept({ ...attachment, voided: { reason: reason.trim(), at: ctx.now, by: ctx.actor.name } })
}

/** attachment.tooBig, with the limit in MB. */
export function tooBig(maxBytes: number): { ok: false; refusal: Refusal } {
  return refuse('attachment.tooBig', undefined, { max: Math.floor(maxBytes / (1024 * 1024)) })
}

/** Whether somebody may void it now (domain 1; the same civil day for one's own). */
export function mayVoidAttachment(attachment: Attachment, actor: Omit<Actor, 'name'>, now: Instant): boolean {
  if (may(actor.role, 'record.void')) return true
  const own = attachment.addedUserId === actor.userId && may(actor.role, 'record.process')
  return own && civilDayOf(attachment.addedAt) === civilDayOf(now)
}

function objectionToName(name: string) {
  if (name.trim() === '') return refuse('attachment.nameRequired', 'name')
  if (Array.from(name.trim()).length <= ATTACHMENT_NAME_MAX) return null
  return refuse('attachment.nameTooLong', 'name', { max: ATTACHMENT_NAME_MAX })
}

function sameSheet(one: SheetOf | null, other: SheetOf | null): boolean {
  return one?.form === other?.form && one?.version === other?.version
}
