import type { StoredFile } from '../../../shared/domain/register/attachment'

/** A file as lists and the preview show it, whether a record has it already or not. */
export interface ShownFile extends StoredFile {
  key: string
  /** Who added it when; '' before it is saved. */
  about: string
  /** Why it is void, or null. */
  voided: string | null
}
