import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { chosenPictures } from './chosen'

const PNG = Buffer.from('\x89PNG\r\n\x1a\npixels', 'latin1')

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chosen-'))
  await writeFile(join(folder, 'a.png'), PNG)
  await writeFile(join(folder, 'b.png'), '%PDF-1.4')
})
afterEach(() => rm(folder, { recursive: true }))

it('hands over the pictures among what was chosen, each once, by a word of chance', async () => {
  const chosen = chosenPictures()
  const paths = ['a.png', 'b.png', 'gone.png'].map((name) => join(folder, name))
  const pictures = await chosen.picturesAmong(paths)
  expect(pictures.map(([path]) => path)).toEqual([paths[0]])
  const token = pictures[0]?.[1] ?? ''
  expect(token).not.toContain('a.png')
  expect(await chosen.take(token)).toEqual({ ok: true, value: { bytes: new Uint8Array(PNG) } })
  for (const word of [token, paths[0] ?? '', ''])
    expect(await chosen.take(word)).toMatchObject({ refusal: { key: 'attachment.fileGone' } })
})

it('forgets what was chosen before', async () => {
  const chosen = chosenPictures()
  const [first] = await chosen.picturesAmong([join(folder, 'a.png')])
  await chosen.picturesAmong([])
  expect(await chosen.take(first?.[1] ?? '')).toMatchObject({ ok: false })
})
