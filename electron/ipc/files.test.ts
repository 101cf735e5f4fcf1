import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow, SaveDialogOptions } from 'electron'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { filesHandlers } from './files'
import type { Ports } from './ports'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'))
})
afterEach(() => rm(folder, { recursive: true }))
const caller = { window: {} as BrowserWindow }

function handlers(choose: (options: SaveDialogOptions) => string | null) {
  const ports: Pick<Ports, 'askWhere' | 'documentsFolder'> = {
    askWhere: async (_window, options) => choose(options),
    documentsFolder: () => folder,
  }
  return filesHandlers(ports as Ports)
}

it('suggests a plain name in the documents folder and writes where the user says', async () => {
  const asked: SaveDialogOptions[] = []
  const { 'files.saveText': saveText } = handlers((options) => {
    asked.push(options)
    return join(folder, 'chosen.csv')
  })
  const input = { suggestedName: '../../住户.csv', text: '姓名', encoding: 'gb18030' } as const
  expect(await saveText.handle(input, caller)).toEqual({
    ok: true,
    value: { path: join(folder, 'chosen.csv') },
  })
  expect(asked).toEqual([
    { defaultPath: join(folder, '_.._住户.csv'), filters: [{ name: 'CSV', extensions: ['csv'] }] },
  ])
  expect([...(await readFile(join(folder, 'chosen.csv')))]).toEqual([0xd0, 0xd5, 0xc3, 0xfb])
})

it('writes nothing when the user gives up', async () => {
  const { 'files.save': save } = handlers(() => null)
  const input = { suggestedName: 'a.pdf', bytes: new Uint8Array([1]) }
  expect(await save.handle(input, caller)).toEqual({ ok: true, value: { path: null } })
  expect(await readdir(folder)).toEqual([])
})

it('says that the disk is gone where it was pulled out', async () => {
  const { 'files.save': save } = handlers(() => join(folder, 'unplugged', 'a.zip'))
  const input = { suggestedName: 'a.zip', bytes: new Uint8Array([1]) }
  expect(await save.handle(input, caller)).toMatchObject({ ok: false, refusal: { key: 'disk.gone' } })
  expect(await readdir(folder)).toEqual([])
})
