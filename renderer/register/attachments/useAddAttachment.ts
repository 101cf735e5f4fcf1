import { useCallback } from 'react'
import { DEFAULT_SETTINGS } from '../../../shared/domain/office/settings'
import { attachmentMaxBytes, type SheetOf, type StoredFile } from '../../../shared/domain/register/attachment'
import { addAttachmentsCommand, type AttachTo, getRecord, type SavedAttachments, useData } from '../../data'
import { type Outcome, useSave } from '../saving/saving'
import { chooseFiles, keepFiles, type StoreOutcome } from './files'

/** Puts bytes into the ledger's folder, confirmed on disk; no record knows them yet. */
export interface FileKeeper {
  /** Bytes that a file may have, by the office's setting. */
  limit: () => Promise<number>
  /** By the system's file chooser. */
  choose: (several?: boolean) => Promise<StoreOutcome>
  /** Files that the page holds: dropped, pasted, recorded. */
  keep: (files: readonly File[]) => Promise<StoreOutcome>
}

/** Keeps files up to the size that the office has set (domain 10, †). */
export function useKeepFiles(): FileKeeper {
  const { db } = useData()
  const limit = useCallback(async () => {
    return attachmentMaxBytes((await getRecord(db, 'settings', 'office')) ?? DEFAULT_SETTINGS)
  }, [db])
  const choose = useCallback(async (several = true) => chooseFiles(await limit(), several), [limit])
  const keep = useCallback(async (files: readonly File[]) => keepFiles(files, await limit()), [limit])
  return { limit, choose, keep }
}

/**
 * Adds kept files to a record and says 已保存. `sheet`: they are the scan of a signed sheet and belong to the paper
 * instead of the record's own 附件.
 *
 *     const { choose } = useKeepFiles()
 *     const add = useAddAttachment({ table: 'complaints', recordId })
 *     const { stored } = await choose(false)
 *     const { value, refusal } = await add(stored, { form: 'complaintVisit', version: 2 })
 *
 * A command that changes the record in the same transaction calls `putAttachments` (renderer/data) itself.
 */
export function useAddAttachment({ table, recordId }: AttachTo) {
  const save = useSave()
  return useCallback(
    (files: StoredFile[], sheet: SheetOf | null = null): Promise<Outcome<SavedAttachments>> =>
      save(addAttachmentsCommand, { table, recordId, files, sheet }),
    [save, table, recordId],
  )
}
