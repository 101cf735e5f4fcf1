import { describe, expect, it, vi } from 'vitest'
import { pageReader } from './readPages'
import { type PageReading, ScanError } from './types'
import type { ScanPort, ScanReply, ScanRequest } from './worker/protocol'

const FILE = new Blob(['x'])

function reading(page: number, pages: number): PageReading {
  return { page, pages, codes: [], image: FILE, width: 1, height: 1, rotated: 0, ms: 1 }
}

/** A worker that answers as it is told; null leaves a question unanswered. */
function fakeWorker(answer: (request: ScanRequest) => ScanReply | null) {
  const asked: ScanRequest[] = []
  const close = vi.fn<() => void>()
  let onReply: (reply: ScanReply) => void = () => undefined
  let onBroken: (cause: string) => void = () => undefined
  const port: ScanPort = {
    ask(request) {
      asked.push(request)
      const reply = answer(request)
      if (reply) queueMicrotask(() => onReply(reply))
    },
    listen(reply, broken) {
      onReply = reply
      onBroken = broken
    },
    close,
  }
  return { port, asked, close, breakDown: (cause: string) => onBroken(cause) }
}

function ofPages(pages: number) {
  return fakeWorker((request) => {
    if (request.kind === 'open') return { kind: 'opened', pages }
    return request.kind === 'page' ? { kind: 'read', reading: reading(request.page, pages) } : null
  })
}

async function all(pages: AsyncIterable<PageReading>): Promise<number[]> {
  const numbers: number[] = []
  for await (const { page } of pages) numbers.push(page)
  return numbers
}

describe('reading a file page by page', () => {
  it('answers its pages in order, and asks for the next only when the one before was taken', async () => {
    const worker = ofPages(3)
    const pages = pageReader(() => worker.port)(FILE)
    expect((await pages.next()).value?.page).toBe(1)
    expect(worker.asked.map(({ kind }) => kind)).toEqual(['open', 'page'])
    expect(await all(pages)).toEqual([2, 3])
  })

  it('keeps the worker for the next file', async () => {
    const worker = ofPages(1)
    const open = vi.fn(() => worker.port)
    const readPages = pageReader(open)
    await all(readPages(FILE))
    await all(readPages(FILE))
    expect(open).toHaveBeenCalledTimes(1)
    expect(worker.close).not.toHaveBeenCalled()
  })

  it('has a worker for each of two files at a time', async () => {
    const open = vi.fn(() => ofPages(2).port)
    const readPages = pageReader(open)
    await Promise.all([all(readPages(FILE)), all(readPages(FILE))])
    expect(open).toHaveBeenCalledTimes(2)
  })

  it('says why a file cannot be read, and ends that worker', async () => {
    const worker = fakeWorker(() => ({ kind: 'failed', fault: 'locked', cause: 'password' }))
    const error = await all(pageReader(() => worker.port)(FILE)).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ScanError)
    expect(error).toMatchObject({ fault: 'locked' })
    expect(worker.close).toHaveBeenCalled()
  })

  it('says so when the worker breaks down in the middle of a page', async () => {
    const worker = fakeWorker(({ kind }) => (kind === 'open' ? { kind: 'opened', pages: 1 } : null))
    const read = all(pageReader(() => worker.port)(FILE))
    await vi.waitFor(() => expect(worker.asked).toHaveLength(2))
    worker.breakDown('out of memory')
    await expect(read).rejects.toMatchObject({ fault: 'broken' })
  })

  it('stops at its page when it is aborted, with the reason given', async () => {
    const worker = fakeWorker(({ kind }) => (kind === 'open' ? { kind: 'opened', pages: 9 } : null))
    const abort = new AbortController()
    const read = all(pageReader(() => worker.port)(FILE, { signal: abort.signal }))
    await vi.waitFor(() => expect(worker.asked).toHaveLength(2))
    abort.abort(new Error('enough'))
    await expect(read).rejects.toThrow('enough')
    expect(worker.close).toHaveBeenCalled()
  })

  it('ends the worker of a reading that is left in the middle', async () => {
    const worker = ofPages(5)
    for await (const { page } of pageReader(() => worker.port)(FILE)) if (page === 2) break
    expect(worker.close).toHaveBeenCalled()
  })
})
