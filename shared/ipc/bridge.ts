import type { Result } from '../util/result'
import type { Channel, Input, Output } from './channels'

/** What the menu and the system tell the renderer. */
export const MENU_COMMANDS = [
  'new',
  'search',
  'save',
  'saveAndClose',
  'print',
  'scan',
  'edit',
  'undo',
  'lock',
  'switchUser',
  'back',
  'forward',
  'goto1',
  'goto2',
  'goto3',
  'goto4',
  'goto5',
  'goto6',
  'goto7',
  'goto8',
  'goto9',
  'keys',
  'about',
] as const
export type MenuCommand = (typeof MENU_COMMANDS)[number]

/** Events from main to the renderer. */
export interface BridgeEvents {
  menu: { command: MenuCommand }
  /** The machine woke up: clocks and due lists must be read anew. */
  resume: Record<string, never>
  /** A notification was clicked: what it is about is to be shown. */
  openRoute: { route: string }
  /** The window is about to close: typed text is saved as a draft at once, then `window.mayClose` is invoked. */
  closing: Record<string, never>
  /** The watched folder has something to read, or came or went: ask `scanFolder.state`. */
  scanFolder: Record<string, never>
  /** A backup went on, ended or failed, or a place changed: ask `backup.state`. */
  backup: Record<string, never>
}

/** The only thing the renderer sees of the system: `window.desk`. */
export interface Bridge {
  invoke<C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>>>
  on<E extends keyof BridgeEvents>(event: E, listener: (payload: BridgeEvents[E]) => void): () => void
}
