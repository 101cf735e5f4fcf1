import { describe, expect, it } from 'vitest'
import { BACKUP_ENTRIES } from '../../../shared/schema/backup'
import { Inspector } from './inspect'
import { jsonl, smallBackup } from './testing'

describe('looking at the rows of a backup', () => {
  it('lets main answer others before a portion is through', async () => {
    const inspector = new Inspector()
    for (const [name, text] of smallBackup().slice(0, 3)) await inspector.take({ name, text })
    const rows = Array.from({ length: 1000 }, (_, at) => ({ id: `c${at}` }))
    let answered = 0
    const answer = (): void => {
      answered += 1
      waiting = setImmediate(answer)
    }
    let waiting = setImmediate(answer)
    const looked = await inspector.take({
      name: BACKUP_ENTRIES.table('complaints', 1),
      text: jsonl(rows),
    })
    clearImmediate(waiting)
    expect(looked.ok).toBe(true)
    expect(answered).toBeGreaterThan(5)
  })
})
