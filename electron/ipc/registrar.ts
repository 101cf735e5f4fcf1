import type { IpcMainInvokeEvent } from 'electron'
import { type Channel, channels, type Output, type Parsed } from '../../shared/ipc/channels'
import { CHANNEL_NAMES, wireName } from '../../shared/ipc/names'
import { type Result, refuse } from '../../shared/util/result'
import type { Log } from '../services/log'
import { errorCode, systemRefusal } from '../services/systemRefusal'
import type { Caller, Handlers, Registration } from './types'

/** What `ipcMain` is used for here. */
export interface IpcMainLike {
  handle(name: string, listener: (event: IpcMainInvokeEvent, input: unknown) => Promise<unknown>): void
}

/** What registration needs: who may ask, and where it is noted when somebody may not. */
export interface RegistrarOptions {
  ipcMain: IpcMainLike
  handlers: Handlers
  /** The caller when the event comes from the main frame of one of our own windows, else null. */
  callerOf: (event: IpcMainInvokeEvent) => Caller | null
  log: Log
}

/**
 * Answers one request: sender, input, handler, in this order. Refusals of its own: `ipc.badSender`, `ipc.badInput`
 * and those of `systemRefusal`. The log gets channel and code, never the input.
 */
export async function answer<C extends Channel>(
  channel: C,
  registration: Registration<C>,
  caller: Caller | null,
  input: unknown,
  log: Log,
): Promise<Result<Output<C>>> {
  if (!caller) {
    log.write('error', 'ipc.badSender', [channel])
    return refuse('ipc.badSender')
  }
  try {
    const parsed = channels[channel].input.safeParse(input)
    if (!parsed.success) {
      log.write('error', 'ipc.badInput', [channel])
      return refuse('ipc.badInput')
    }
    // The schema just used is this channel's own, which the compiler cannot follow through the index.
    return await registration.handle(parsed.data as Parsed<C>, caller)
  } catch (error) {
    log.write('error', 'ipc.failed', [channel, errorCode(error)])
    return systemRefusal(error)
  }
}

/** Registers every handler. */
export function registerHandlers({ ipcMain, handlers, callerOf, log }: RegistrarOptions): void {
  const register = <C extends Channel>(channel: C): void =>
    ipcMain.handle(wireName(channel), (event, input) =>
      answer(channel, handlers[channel], callerOf(event), input, log),
    )
  for (const channel of CHANNEL_NAMES) register(channel)
}
