import type { BrowserWindow, IpcMainInvokeEvent } from 'electron'
import { describe, expect, it } from 'vitest'
import { channels } from '../../shared/ipc/channels'
import { CHANNEL_NAMES } from '../../shared/ipc/names'
import { accept } from '../../shared/util/result'
import type { Log } from '../services/log'
import { allHandlers } from './handlers'
import type { Ports } from './ports'
import { answer, registerHandlers } from './registrar'
import { reads } from './types'

function recordingLog(): Log & { entries: string[] } {
  const entries: string[] = []
  return {
    entries,
    write: (level, code, ids = []) => void entries.push([level, code, ...ids].join(' ')),
    flush: async () => undefined,
  }
}
// The registrar only hands the window on.
const caller = { window: {} as BrowserWindow }
const ready = reads(() => accept({}))

describe('answer', () => {
  it('refuses a foreign sender before it looks at the input', async () => {
    const log = recordingLog()
    const refused = await answer('app.ready', ready, null, { screen: 'x' }, log)
    expect(refused).toEqual({ ok: false, refusal: { key: 'ipc.badSender' } })
    expect(log.entries).toEqual(['error ipc.badSender app.ready'])
  })

  it.each([undefined, null, 'x', {}, { screen: 1 }, { screen: 'x', more: 1 }, { screen: '张三'.repeat(99) }])(
    'refuses the input %j and keeps it out of the log',
    async (input) => {
      const log = recordingLog()
      const refused = await answer('app.ready', ready, caller, input, log)
      expect(refused).toEqual({ ok: false, refusal: { key: 'ipc.badInput' } })
      expect(log.entries).toEqual(['error ipc.badInput app.ready'])
    },
  )

  it('turns what a handler throws into a refusal with a code, without its words', async () => {
    const log = recordingLog()
    const fails = reads(() => Promise.reject(Object.assign(new Error('张三'), { code: 'EROFS' })))
    expect(await answer('app.ready', fails, caller, { screen: 'x' }, log)).toEqual({
      ok: false,
      refusal: { key: 'disk.readOnly', params: { code: 'EROFS' } },
    })
    expect(log.entries).toEqual(['error ipc.failed app.ready EROFS'])
  })
})

describe('registration', () => {
  it('covers every channel, once, with the contract’s word on writing', () => {
    const names: string[] = []
    // No port is touched by registering.
    const handlers = allHandlers({} as Ports)
    const ipcMain = { handle: (name: string) => void names.push(name) }
    registerHandlers({ ipcMain, handlers, callerOf: () => null, log: recordingLog() })
    expect(names.sort()).toEqual(
      Object.keys(channels)
        .map((name) => `desk:${name}`)
        .sort(),
    )
    for (const name of CHANNEL_NAMES) expect(handlers[name].writes).toBe(channels[name].writes)
  })

  it('asks who is calling for each request', async () => {
    const listeners = new Map<string, (event: IpcMainInvokeEvent, input: unknown) => Promise<unknown>>()
    registerHandlers({
      ipcMain: { handle: (name, listener) => void listeners.set(name, listener) },
      handlers: allHandlers({ freeBytes: async () => 7 } as Ports),
      callerOf: (event) => (event.frameId === 1 ? caller : null),
      log: recordingLog(),
    })
    const ask = (frameId: number) =>
      listeners.get('desk:disk.status')?.({ frameId } as IpcMainInvokeEvent, {})
    expect(await ask(1)).toEqual({ ok: true, value: { freeBytes: 7 } })
    expect(await ask(2)).toMatchObject({ ok: false })
  })
})
