import { expect, it } from 'vitest'
import { Tee } from './tee'

const line = (seq: number, body = `{"n":${seq}}`) => ({ seq, prev: '', digest: '1'.repeat(64), body })

it('gives the lines between two ends, in order, each once', async () => {
  const tee = new Tee()
  tee.note([line(5), line(4)])
  tee.note([line(6), line(5)])
  expect(await tee.between(4, 6, 1)).toEqual(['{"n":5}', '{"n":6}'])
  expect(await tee.between(6, 6, 1)).toEqual([])
})

it('waits for a line that another window has committed', async () => {
  const tee = new Tee()
  const asked = tee.between(0, 2, 60_000)
  tee.note([line(1)])
  await new Promise((resolve) => setImmediate(resolve))
  tee.note([line(2)])
  expect(await asked).toEqual(['{"n":1}', '{"n":2}'])
})

it('gives up a line that does not come', async () => {
  expect(await new Tee().between(0, 1, 5)).toBeNull()
})

it('gives up when more is written than it may hold', async () => {
  const tee = new Tee()
  const body = 'x'.repeat(100 * 1024 * 1024)
  for (const seq of [1, 2, 3]) tee.note([line(seq, body)])
  expect(await tee.between(0, 3, 60_000)).toBeNull()
})
