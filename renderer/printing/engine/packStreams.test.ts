import { unzlibSync } from 'fflate'
import { expect, it } from 'vitest'
import { type PdfStream, packStreams } from './packStreams'

function finished(compress: boolean, ...parts: number[][]): PdfStream {
  const prototype = { finalize: () => undefined } as unknown as PdfStream
  packStreams(prototype)
  const stream: PdfStream = Object.assign(Object.create(prototype), {
    compress,
    buffer: parts.map((part) => Uint8Array.from(part)),
  })
  stream.finalize()
  return stream
}

it('packs the parts of a stream as one, and once', () => {
  const { compress, buffer } = finished(true, [1, 2], [], [3])
  expect(compress).toBe(false)
  expect(buffer).toHaveLength(1)
  expect([...unzlibSync(buffer[0] ?? new Uint8Array())]).toEqual([1, 2, 3])
})

it('leaves alone what is not to be packed, and what has no stream', () => {
  expect(finished(false, [1, 2])).toMatchObject({ compress: false, buffer: [Uint8Array.of(1, 2)] })
  expect(finished(true)).toMatchObject({ compress: true, buffer: [] })
})
