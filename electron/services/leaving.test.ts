import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openAttachments } from './attachments/store'
import { Leavings } from './leaving'

const HALF = '资料（未完成）'
let folder = ''
let leavings: Leavings
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leaving-'))
  leavings = new Leavings(() => openAttachments(join(folder, 'none')))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function begun(): Promise<string> {
  const answer = await leavings.begin(folder, '资料', HALF)
  if (!answer.ok) throw new Error(answer.refusal.key)
  return answer.value.token
}

describe('the folder of 导出全部资料', () => {
  it('bears its name only once it is whole', async () => {
    const token = await begun()
    expect(leavings.finished(token)).toBeNull()
    await leavings.write(token, ['附件', 'a.jpg'], Uint8Array.of(1))
    expect(await readdir(folder)).toEqual([HALF])
    expect(await leavings.finish(token)).toEqual({ ok: true, value: { folder: join(folder, '资料') } })
    expect(await readdir(folder)).toEqual(['资料'])
    expect(await readdir(join(folder, '资料', '附件'))).toEqual(['a.jpg'])
    expect(leavings.finished(token)).toBe(join(folder, '资料'))
  })

  it('leaves what was there as it was, an empty folder of that name too', async () => {
    await mkdir(join(folder, '资料'))
    await mkdir(join(folder, HALF))
    expect(await leavings.finish(await begun())).toEqual({
      ok: true,
      value: { folder: join(folder, '资料 (2)') },
    })
    expect((await readdir(folder)).sort()).toEqual(['资料', '资料 (2)', HALF].sort())
  })

  it('goes with all that it holds where the export is given up, and is then unknown', async () => {
    const token = await begun()
    await leavings.write(token, ['附件', 'a.jpg'], Uint8Array.of(1))
    expect(await leavings.discard(token)).toEqual({ ok: true, value: {} })
    expect(await readdir(folder)).toEqual([])
    for (const answer of [
      await leavings.write(token, ['a'], Uint8Array.of(1)),
      await leavings.copy(token, ['a'], 'a'.repeat(64)),
      await leavings.finish(token),
      await leavings.discard(token),
    ])
      expect(answer).toMatchObject({ refusal: { key: 'leaving.unknown' } })
  })

  it('stays where the names of files lead elsewhere', async () => {
    const token = await begun()
    await leavings.write(token, ['..', '../../outside'], Uint8Array.of(1))
    expect(await readdir(folder)).toEqual([HALF])
  })

  it('says that the place is gone where the stick was pulled out', async () => {
    const token = await begun()
    await rm(join(folder, HALF), { recursive: true })
    for (const answer of [await leavings.write(token, ['a'], Uint8Array.of(1)), await leavings.finish(token)])
      expect(answer).toMatchObject({ refusal: { key: 'disk.gone' } })
  })
})
