import { createHash } from 'node:crypto'
import { beforeEach, expect, it, vi } from 'vitest'
import { PORTION_BYTES } from '../../../shared/domain/register/attachment'
import { accept, refuse } from '../../../shared/util/result'
import { keepFiles } from './files'

const MAX = 100 * PORTION_BYTES
const { desk } = vi.hoisted(() => ({ desk: { invoke: vi.fn(), storeDropped: vi.fn() } }))
vi.mock('../../platform/desk', () => ({ desk }))

/** What main was sent, and how much of it at most in one message, or at once. */
let sent: { channel: string; bytes: number }[] = []
let hash = createHash('sha256')
let [inFlight, most] = [0, 0]
let refuseAfter = Number.POSITIVE_INFINITY

beforeEach(() => {
  sent = []
  hash = createHash('sha256')
  inFlight = 0
  most = 0
  refuseAfter = Number.POSITIVE_INFINITY
  desk.storeDropped.mockResolvedValue(null)
  desk.invoke.mockImplementation(async (channel: string, input: { bytes?: Uint8Array }) => {
    const bytes = input.bytes?.length ?? 0
    sent.push({ channel, bytes })
    if (input.bytes) hash.update(input.bytes)
    inFlight += bytes
    most = Math.max(most, inFlight)
    await new Promise(setImmediate)
    inFlight -= bytes
    if (channel === 'attachments.begin') return accept({ token: 't' })
    if (channel === 'attachments.append' && sent.length > refuseAfter) return refuse('disk.full')
    return channel === 'attachments.finish' ? accept({ sha256: hash.digest('hex') }) : accept({})
  })
})

const channels = () => sent.map(({ channel }) => channel.slice('attachments.'.length))

it('sends nothing of a file that lies somewhere: main reads it', async () => {
  desk.storeDropped.mockResolvedValue(accept({ sha256: 'a' }))
  const file = new File(['%PDF'], '信.pdf')
  expect(await keepFiles([file], MAX)).toEqual({ stored: [{ sha256: 'a' }], refused: [] })
  expect(desk.storeDropped).toHaveBeenCalledWith(file, MAX)
  expect(sent).toEqual([])
})

it.each([1, PORTION_BYTES - 1, PORTION_BYTES, PORTION_BYTES + 1, 20 * PORTION_BYTES + 7])(
  'sends %i bytes that lie nowhere whole, a portion at a time',
  async (size) => {
    const bytes = new Uint8Array(size).map((_, at) => at % 251)
    const { stored } = await keepFiles([new File([bytes], '录音.webm')], MAX)
    expect(stored).toEqual([{ sha256: createHash('sha256').update(bytes).digest('hex') }])
    expect(most).toBeLessThanOrEqual(PORTION_BYTES)
    expect(channels().filter((name) => name === 'append')).toHaveLength(Math.ceil(size / PORTION_BYTES))
  },
)

it('stops at the first refusal, says it, and goes on with the next file', async () => {
  refuseAfter = 3
  const file = new File([new Uint8Array(9 * PORTION_BYTES)], '长.pdf')
  const { refused } = await keepFiles([file], MAX)
  expect(refused).toEqual([{ name: '长.pdf', refusal: { key: 'disk.full' } }])
  expect(channels()).toEqual(['begin', 'append', 'append', 'append', 'giveUp'])
})

it('gives up one that cannot be read any more', async () => {
  const file = new File([new Uint8Array(3 * PORTION_BYTES)], '长.pdf')
  let asked = 0
  const gone = Object.assign(new Blob(['x']), { arrayBuffer: () => Promise.reject(new Error('gone')) })
  const real = file.slice.bind(file)
  file.slice = (from, to) => ((asked += 1) === 2 ? gone : real(from, to))
  const { refused } = await keepFiles([file], MAX)
  expect(refused).toEqual([{ name: '长.pdf', refusal: { key: 'attachment.interrupted' } }])
  expect(channels()).toEqual(['begin', 'append', 'giveUp'])
})
