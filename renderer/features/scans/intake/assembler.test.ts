import { afterEach, expect, it, vi } from 'vitest'
import { startAssembler } from './assembler'

/** A worker that ends with its first sheet, as one does that has no memory left, and answers nothing any more. */
class DyingWorker extends EventTarget {
  private asked = 0
  postMessage(): void {
    this.asked += 1
    if (this.asked === 2) this.dispatchEvent(new Event('error'))
  }
  terminate(): void {}
}

afterEach(() => vi.unstubAllGlobals())

it('answers for every sheet although the worker has ended: reading must not wait for ever', async () => {
  vi.stubGlobal('Worker', DyingWorker)
  const assembler = startAssembler([])
  expect(await assembler.sheet([])).toBeNull()
  expect(await assembler.sheet([])).toBeNull()
  assembler.end()
})
