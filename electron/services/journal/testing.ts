import { createHash } from 'node:crypto'
import type { JournalLine } from '../../../shared/ipc/channels'

const hex = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A chain of lines as the renderer sends them, from 1 on; `salt` makes another history. For tests only. */
export function makeChain(count: number, salt = '', size = 20, deviceId = 'dev-A'): JournalLine[] {
  const lines: JournalLine[] = []
  let prev = ''
  for (let seq = 1; seq <= count; seq += 1) {
    const digest = hex(`${salt}${seq}`)
    const body = JSON.stringify({
      audit: { seq, deviceId, prev, digest },
      detail: { reason: '张三来电 𠮷 '.repeat(Math.ceil(size / 20)) },
      writes: [],
    })
    lines.push({ seq, prev, digest, body })
    prev = digest
  }
  return lines
}
