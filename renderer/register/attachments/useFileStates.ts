import { useEffect, useState } from 'react'
import type { FileState } from '../../../shared/ipc/channels'
import { useReplicationDesk } from '../../data/replicationContext'
import { desk } from '../../platform/desk'

/**
 * How the files of these SHA-256 are found on disk: read through when they come on screen, when `round` changes (an
 * original that is added once more mends its file), and when somebody returns to the window, for a folder can change
 * behind the app's back. One that another machine of the office took in is fetched when it is wanted here. Those not
 * looked at yet are missing here.
 */
export function useFileStates(sha256: readonly string[], round = 0): ReadonlyMap<string, FileState> {
  const [states, setStates] = useState<ReadonlyMap<string, FileState>>(new Map())
  const replication = useReplicationDesk()
  const asked = [round, ...sha256].join(' ')
  useEffect(() => {
    const names = asked.split(' ').slice(1)
    if (names.length === 0) return undefined
    let gone = false
    const check = async (): Promise<string[]> => {
      const answer = await desk.invoke('attachments.check', { sha256: names })
      if (gone || !answer.ok) return []
      const found = answer.value.states
      setStates(new Map(names.flatMap((name, at) => (found[at] ? [[name, found[at]] as const] : []))))
      return names.filter((_, at) => found[at] === 'missing')
    }
    const fetchAll = async (missing: readonly string[]): Promise<boolean> => {
      let got = false
      for (const name of missing) if (!gone && (await replication?.fetchFile(name))) got = true
      return got
    }
    const look = async (): Promise<void> => {
      if (await fetchAll(await check())) await check()
    }
    const again = () => void look()
    again()
    window.addEventListener('focus', again)
    return () => {
      gone = true
      window.removeEventListener('focus', again)
    }
  }, [asked, replication])
  return states
}
