import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import type { Bridge } from '../../shared/ipc/bridge'
import { EVENT_NAMES, PAGE_CHANNEL_NAMES, wireName } from '../../shared/ipc/names'

const channels: readonly string[] = PAGE_CHANNEL_NAMES
const events: readonly string[] = EVENT_NAMES
const unknownName = { ok: false, refusal: { key: 'ipc.unknownChannel' } } as const

/** The only bridge to the system: fixed names, values only. Main checks sender and input once more. */
const bridge: Bridge = {
  invoke: (channel, input) =>
    channels.includes(channel) ? ipcRenderer.invoke(wireName(channel), input) : Promise.resolve(unknownName),
  // A script can make a File, but not one with a path: Chromium gives that to what the user handed over.
  storeDropped: async (file, maxBytes) => {
    const path = pathOf(file)
    return path === '' ? null : ipcRenderer.invoke(wireName('attachments.storeDropped'), { path, maxBytes })
  },
  on: (event, listener) => {
    if (!events.includes(event)) return () => undefined
    const relay = (_event: IpcRendererEvent, payload: Parameters<typeof listener>[0]): void =>
      listener(payload)
    ipcRenderer.on(wireName(event), relay)
    return () => void ipcRenderer.off(wireName(event), relay)
  },
}

/** '' for what lies nowhere, or is no File at all. */
function pathOf(file: unknown): string {
  return file instanceof File ? webUtils.getPathForFile(file) : ''
}

contextBridge.exposeInMainWorld('desk', bridge)
