import type { BrowserWindow } from 'electron'
import type { Channel, channels, Output, Parsed } from '../../shared/ipc/channels'
import type { Result } from '../../shared/util/result'

/** Who asked: the window of the checked sender. */
export interface Caller {
  window: BrowserWindow
}

/** Does what a channel promises. What it throws becomes a refusal (`systemRefusal`), never a stack on screen. */
export type Handle<C extends Channel> = (
  input: Parsed<C>,
  caller: Caller,
) => Promise<Result<Output<C>>> | Result<Output<C>>

/** A handler beside the word whether it writes; the word must be the contract's. */
export interface Registration<C extends Channel> {
  writes: (typeof channels)[C]['writes']
  handle: Handle<C>
}

/** The handlers of one topic: `HandlersOf<'journal'>` has every `journal.…` channel. */
export type HandlersOf<Topic extends string> = {
  [C in Extract<Channel, `${Topic}.${string}`>]: Registration<C>
}

/** Every channel has its handler, or this does not compile. */
export type Handlers = { [C in Channel]: Registration<C> }

/** Registers a handler that changes something outside its own process. */
export function writes<H>(handle: H): { writes: true; handle: H } {
  return { writes: true, handle }
}

/** Registers a handler that only looks. */
export function reads<H>(handle: H): { writes: false; handle: H } {
  return { writes: false, handle }
}
