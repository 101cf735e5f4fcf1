import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { Bridge } from '../../shared/ipc/bridge'
import { CHANNEL_NAMES, EVENT_NAMES, wireName } from '../../shared/ipc/names'

const channels: readonly string[] = CHANNEL_NAMES
const events: readonly string[] = EVENT_NAMES
const unknownName = { ok: false, refusal: { key: 'ipc.unknownChannel' } } as const

/** The only bridge to the system: fixed names, values only. Main checks sender and input once more. */
const bridge: Bridge = {
  invoke: (channel, input) =>
    channels.includes(channel) ? ipcRenderer.invoke(wireName(channel), input) : Promise.resolve(unknownName),
  on: (event, listener) => {
    if (!events.includes(event)) return () => undefined
    const relay = (_event: IpcRendererEvent, payload: Parameters<typeof listener>[0]): void =>
      listener(payload)
    ipcRenderer.on(wireName(event), relay)
    return () => void ipcRenderer.off(wireName(event), relay)
  },
}

contextBridge.exposeInMainWorld('desk', bridge)
