import { useCallback } from 'react'
import { announce, refusalText } from '../../ui'
import { useKeepFiles } from '../attachments/useAddAttachment'
import type { StepRecord } from '../record/StepForm'
import { useSave } from '../saving/saving'
import type { PaperCommands } from './paperForm'

/** 上传签字扫描件: chooses one file, keeps it, and files it to the print version on the sheet. */
export function useFileScan(record: StepRecord, command: PaperCommands['file']) {
  const { choose } = useKeepFiles()
  const save = useSave()
  return useCallback(
    async (form: string, version: number): Promise<void> => {
      const { stored, refused } = await choose(false)
      const [unkept] = refused
      if (unkept) announce(refusalText(unkept.refusal), 'problem')
      const [file] = stored
      // Nothing was chosen: the paper is as far as it was.
      if (!file) return
      const { refusal } = await save(command, { id: record.id, rev: record.rev, form, version, file })
      if (refusal) announce(refusalText(refusal), 'problem')
    },
    [choose, command, record.id, record.rev, save],
  )
}
