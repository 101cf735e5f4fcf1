import type { Instant } from '../../util/instant'

/** 附件: pictures, PDF and audio notes (domain 10, "Attachments"). */
export const ATTACHMENT_KINDS = ['image', 'pdf', 'audio'] as const
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number]

/**
 * One attachment of a record of any register. Its bytes lie in a file of their own outside the profile, named by
 * their SHA-256; this row says whose it is.
 */
export interface Attachment {
  id: string
  /** Table and id of the record it belongs to. */
  table: string
  recordId: string
  kind: AttachmentKind
  /** File name as the clerk knows it. */
  name: string
  mime: string
  /** Size, bytes. */
  size: number
  sha256: string
  addedAt: Instant
  addedBy: string
  /** Set for the scan of a signed sheet: which form, which print version. */
  sheet: { form: string; version: number } | null
  voided: { reason: string; at: Instant; by: string } | null
}
