import { useEffect, useRef } from 'react'
import { desk } from '../../../platform/desk'
import { noteRefused } from '../glance/session'
import type { ReadInOutcome } from '../intake/readIn'

/** Files that are read in one go: pages of one sheet in several files mostly come together. */
const AT_ONCE = 50

type ReadFiles = (files: readonly File[], source: 'folder') => Promise<ReadInOutcome | null>

/**
 * Reads what the office's scanner puts into the watched folder, while `enabled` (somebody is signed in and works). Of
 * several windows one reads at a time; what it has read is in 已读入 before the next looks.
 */
export function useScanFolder(enabled: boolean, read: ReadFiles): void {
  const newest = useRef(read)
  useEffect(() => {
    newest.current = read
  })
  useEffect(() => {
    if (!enabled) return undefined
    let gone = false
    const drain = async (): Promise<void> => {
      if (!gone && (await readOnce(newest.current))) await drain()
    }
    const work = () =>
      navigator.locks.request('desk.scanFolder', async () => {
        await drain()
      })
    void work()
    const off = desk.on('scanFolder', () => void work())
    return () => {
      gone = true
      off()
    }
  }, [enabled])
}

/** Reads what lies there now; false where there is nothing, or it was called off. */
async function readOnce(read: ReadFiles): Promise<boolean> {
  const state = await desk.invoke('scanFolder.state', {})
  const names = state.ok ? state.value.files.slice(0, AT_ONCE) : []
  const files: File[] = []
  for (const name of names) {
    const taken = await desk.invoke('scanFolder.take', { name })
    if (taken.ok) files.push(new File([taken.value.bytes as Uint8Array<ArrayBuffer>], name))
    else noteRefused(name, taken.refusal)
  }
  if (files.length === 0) return false
  const outcome = await read(files, 'folder')
  if (!outcome) return false
  for (const { name } of files) {
    // What was not kept whole stays where it is.
    if (outcome.unkept.includes(name)) continue
    const moved = await desk.invoke('scanFolder.done', { name })
    if (!moved.ok) noteRefused('', moved.refusal)
  }
  return true
}
