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
    (ports[0]?.asked ?? []).map((request) =>
      'definition' in request ? request.definition.title : request.kind,
    )
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
})

/** Lets promises that are settled go on. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

describe('a batch', () => {
  it('sends its forms one by one, then asks for one PDF, and tells how far it is', async () => {
    const { client, ports, answer, titles } = desk()
    const steps: string[] = []
    const sheets = ['a', 'b', 'c', 'd', 'e'].map((title) => () => form(title))
    const batch = client.renderBatch(sheets, 'all', {
      onProgress: (done, total) => void steps.push(`${done}/${total}`),
    })
    for (const _ of sheets) {
      await settled()
      answer()
    }
    await settled()
    expect(titles()).toEqual(['a', 'b', 'c', 'd', 'e', 'bind'])
    expect(ports[0]?.asked.at(-1)).toMatchObject({ kind: 'bind', title: 'all' })
    const id = ports[0]?.asked.at(-1)?.id ?? 0
    ports[0]?.reply({ id, share: 0.5 })
    answer(7)
    expect(await batch).toEqual(new Uint8Array([7]))
    expect(steps).toEqual(['0/5', '0/5', '0/5', '0/5', '1/5', '3/5'])
  })

  it('draws no further forms once it is given up, and has the worker forget those it has', async () => {
    const { client, answer, titles } = desk()
    const stop = new AbortController()
    const drawn: string[] = []
    const sheets = ['a', 'b', 'c'].map((title) => () => {
      drawn.push(title)
      return form(title)
    })
    const batch = client.renderBatch(sheets, 'all', { signal: stop.signal })
    await settled()
    answer()
    await settled()
    stop.abort()
    await expect(batch).rejects.toMatchObject({ name: 'AbortError' })
    answer()
    await settled()
    expect(drawn).toEqual(['a', 'b'])
    expect(titles()).toEqual(['a', 'b', 'drop'])
  })

  it('does not let a given-up one hold up the next form: its worker is closed', async () => {
    const { client, ports, answer } = desk()
    const stop = new AbortController()
    const batch = client.renderBatch([() => form('a')], 'all', { signal: stop.signal })
    await settled()
    answer()
    await settled()
    const next = client.renderForm(form('next'))
    stop.abort()
    await expect(batch).rejects.toMatchObject({ name: 'AbortError' })
    expect(ports).toHaveLength(2)
    answer(9)
    expect(await next).toEqual(new Uint8Array([9]))
  })

  it('says which form could not be drawn', async () => {
    const { client, answer, titles } = desk()
    const sheets = [() => form('a'), () => Promise.reject(new Error('record gone'))]
    const batch = client.renderBatch(sheets, 'all')
    await settled()
    answer()
    await expect(batch).rejects.toThrow('record gone')
    expect(titles()).toEqual(['a', 'drop'])
  })
})
