import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bytesOfFile } from './fileBytes'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bytes-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function all(bytes: AsyncIterable<Uint8Array>): Promise<string[]> {
  const found: string[] = []
  for await (const portion of bytes) found.push(Buffer.from(portion).toString())
  return found
}

describe('the bytes of a file', () => {
  it('come in portions', async () => {
    const path = join(folder, 'a')
    await writeFile(path, 'abcdef')
    expect(await all(bytesOfFile(path, 4))).toEqual(['abcd', 'ef'])
  })

  it('fail for whoever reads them, however late, and for nobody else', async () => {
    const unheard: unknown[] = []
    const hear = (error: unknown) => unheard.push(error)
    process.on('uncaughtExceptionMonitor', hear)
    const bytes = bytesOfFile(join(folder, 'none'))
    // As long as an open that fails takes to say so.
    await readdir(folder)
    await turn()
    await expect(all(bytes)).rejects.toMatchObject({ code: 'ENOENT' })
    process.off('uncaughtExceptionMonitor', hear)
    expect(unheard).toEqual([])
  })

  it('open nothing where nobody reads', async () => {
    const bytes = bytesOfFile(join(folder, 'none'))
    expect(await bytes.return(undefined)).toEqual({ done: true, value: undefined })
  })
})
