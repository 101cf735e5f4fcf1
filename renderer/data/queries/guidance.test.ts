import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { closed, judged } from '../../../shared/domain/complaint/testing'
import type { Complaint } from '../../../shared/domain/complaint/types'
import { RowWriter } from '../core/rowWriter'
import { openTestOffice } from '../testing/office'
import { pastSummaries } from './guidance'

/** A closed complaint of `cause`, `minutes` after the others. */
function learnt(
  seq: number,
  cause: NonNullable<Complaint['judgement']>['cause'],
  summary: string,
  minutes = seq,
): Complaint {
  const record = closed()
  if (!record.judgement) throw new Error('not judged')
  return {
    ...record,
    id: `c${seq}`,
    number: `客服-TS-2026-000${seq}`,
    seq,
    judgement: { ...record.judgement, cause },
    summary,
    closedAt: new Date(Date.UTC(2026, 10, 12, 1, minutes)).toISOString(),
  }
}

describe('本处以往的总结 (domain 5: 总结评价 feeds 处理指引)', () => {
  it('are the newest of closed complaints of the cause that have one', async () => {
    const { db } = await openTestOffice()
    await db.transaction('rw', db.tables, async () => {
      const writer = new RowWriter(db)
      for (const record of [
        learnt(1, 'fees', '一', 30),
        learnt(2, 'fees', '二'),
        learnt(3, 'fees', ' '),
        learnt(4, 'attitude', '别的原因'),
        learnt(5, 'fees', '五'),
        { ...judged(), id: 'open', number: '客服-TS-2026-0009', summary: '没有关闭' },
      ])
        await writer.put('complaints', { ...record })
      await writer.finish()
    })
    const of = async (limit: number, exceptId?: string) =>
      (await pastSummaries(db, 'fees', limit, exceptId)).map(({ summary }) => summary)
    expect(await of(3)).toEqual(['一', '五', '二'])
    expect(await of(1)).toEqual(['一'])
    expect(await of(3, 'c1')).toEqual(['五', '二'])
    expect(await pastSummaries(db, 'developer', 3)).toEqual([])
  })
})
