import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FromWorker } from './protocol'
import { SearchClient } from './searchClient'

/** A worker that never answers by itself. */
class SilentWorker extends EventTarget {
  static last: SilentWorker
  readonly postMessage = vi.fn()
  readonly terminate = vi.fn()

  constructor() {
    super()
    SilentWorker.last = this
  }

  says(data: FromWorker): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data }))
  }
}

const QUESTION = { query: '漏水', kinds: [], facets: [], limit: 5 }
const BROKEN = { hits: [], total: 0, broken: true }

beforeEach(() => void vi.stubGlobal('Worker', SilentWorker))
afterEach(() => void vi.unstubAllGlobals())

describe('a search whose worker fails (quality 6)', () => {
  it('answers whoever waits, is not asked first any more, and says so until it is begun anew', async () => {
    const client = new SearchClient('desk')
    const heard = vi.fn()
    client.onBroken(heard)
    const [answer, stored] = [client.search(QUESTION), client.stored()]
    SilentWorker.last.says({ type: 'ready', from: 'books', count: 0 })
    expect(client.isReady()).toBe(true)
    SilentWorker.last.dispatchEvent(new Event('error'))
    expect(await answer).toEqual(BROKEN)
    await stored
    expect([client.isReady(), client.isBroken(), heard.mock.calls.length]).toEqual([false, true, 1])
    const waits = client.search(QUESTION)
    client.restart()
    expect(await waits).toEqual(BROKEN)
    expect([client.isBroken(), heard.mock.calls.length]).toEqual([false, 2])
  })

  it('says so where the worker could not read the books', () => {
    const client = new SearchClient('desk')
    client.start()
    SilentWorker.last.says({ type: 'broken' })
    expect(client.isBroken()).toBe(true)
  })
})
