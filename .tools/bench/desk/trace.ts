import type { BrowserWindow } from 'electron'
import type { Calls } from './calls'

/** µs between two looks at the stack. */
const INTERVAL = 250

/** A CPU profile of the window's own thread, and the processor time of its process, by Chromium's profiler. */
export function traceCalls({ webContents: { debugger: devTools } }: BrowserWindow): Calls {
  let before = 0
  const processTime = async (): Promise<number> => {
    const { metrics } = await devTools.sendCommand('Performance.getMetrics')
    const all = metrics as { name: string; value: number }[]
    return all.find(({ name }) => name === 'ProcessTime')?.value ?? 0
  }
  return {
    beginTrace: async () => {
      devTools.attach()
      await devTools.sendCommand('Performance.enable')
      await devTools.sendCommand('Profiler.enable')
      await devTools.sendCommand('Profiler.setSamplingInterval', { interval: INTERVAL })
      before = await processTime()
      await devTools.sendCommand('Profiler.start')
    },
    // `processor` is in ms, of all threads of the window's process.
    endTrace: async () => {
      const { profile } = await devTools.sendCommand('Profiler.stop')
      const processor = ((await processTime()) - before) * 1000
      devTools.detach()
      return { profile, processor }
    },
  }
}
