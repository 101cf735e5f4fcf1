import { describe, expect, it } from 'vitest'
import type { PrintDefinition } from '../../shared/documents/definition'
import { createPrintClient } from './printClient'
import type { PrintPort, PrintReply, PrintRequest } from './worker/protocol'

function form(title: string): PrintDefinition {
  return {
    title,
    author: '',
    createdAt: '2026-11-21T00:00:00.000Z',
    paper: 'A4',
    margins: [0, 0, 0, 0],
    continuedHead: { text: '' },
    foot: { text: '' },
    content: [],
  }
}

interface FakePort extends PrintPort {
  asked: PrintRequest[]
  reply: (reply: PrintReply) => void
  break: (cause: string) => void
}

function fakePort(): FakePort {
  const port: FakePort = {
    asked: [],
    reply: () => undefined,
    break: () => undefined,
    ask: (request) => void port.asked.push(request),
    listen(onReply, onBroken) {
      port.reply = onReply
      port.break = onBroken
    },
    close: () => undefined,
  }
  return port
}

/** A worker that answers when told to. */
function desk() {
  const ports: FakePort[] = []
  const client = createPrintClient(() => {
    const port = fakePort()
    ports.push(port)
    return port
  })
  const answer = (...bytes: number[]): void => {
    const port = ports.at(-1)
    port?.reply({ id: port.asked.at(-1)?.id ?? 0, ok: true, pdf: new Uint8Array(bytes) })
  }
  const titles = (): string[] =>
    (ports[0]?.asked ?? []).map((request) => (request.kind === 'render' ? request.definition.title : 'warm'))
  return { client, ports, answer, titles }
}

describe('the print client', () => {
  it('sends one job at a time, in order, to one worker', async () => {
    const { client, ports, answer, titles } = desk()
    const first = client.renderForm(form('a'))
    const second = client.renderForm(form('b'))
    expect(titles()).toEqual(['a'])
    answer(1)
    expect(await first).toEqual(new Uint8Array([1]))
    expect(titles()).toEqual(['a', 'b'])
    answer(2)
    expect(await second).toEqual(new Uint8Array([2]))
    expect(ports).toHaveLength(1)
  })

  it('never starts a waiting job that was given up, and drops a running one', async () => {
    const { client, answer, titles } = desk()
    const stop = new AbortController()
    const running = client.renderForm(form('a'), { signal: stop.signal })
    const waiting = client.renderForm(form('b'), { signal: stop.signal })
    const kept = client.renderForm(form('c'))
    stop.abort()
    await expect(running).rejects.toMatchObject({ name: 'AbortError' })
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
    answer(1)
    answer(3)
    expect(await kept).toEqual(new Uint8Array([3]))
    expect(titles()).toEqual(['a', 'c'])
  })

  it('says why a form failed and goes on with the next', async () => {
    const { client, ports, answer } = desk()
    const bad = client.renderForm(form('a'))
    const good = client.renderForm(form('b'))
    ports[0]?.reply({ id: ports[0].asked[0]?.id ?? 0, ok: false, cause: 'no font file X' })
    await expect(bad).rejects.toThrow('no font file X')
    answer(2)
    expect(await good).toEqual(new Uint8Array([2]))
  })

  it('makes a new worker after one broke', async () => {
    const { client, ports, answer } = desk()
    const lost = client.renderForm(form('a'))
    ports[0]?.break('out of memory')
    await expect(lost).rejects.toThrow('out of memory')
    const again = client.renderForm(form('b'))
    expect(ports).toHaveLength(2)
    answer(2)
    expect(await again).toEqual(new Uint8Array([2]))
  })

  it('tells the progress of a batch', async () => {
    const { client, answer } = desk()
    const steps: string[] = []
    const batch = client.renderBatch([form('a'), form('b')], {
      onProgress: (done, total) => void steps.push(`${done}/${total}`),
    })
    answer(1)
    await Promise.resolve()
    await new Promise((resolve) => setImmediate(resolve))
    answer(2)
    expect(await batch).toHaveLength(2)
    expect(steps).toEqual(['1/2', '2/2'])
  })
})
