import type { StoredFile } from '../domain/register/attachment'
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

/** What the preload asks by itself, never because a page named it; see `PRELOAD_CHANNEL_NAMES`. */
export type PreloadChannel = 'attachments.storeDropped'
export type PageChannel = Exclude<Channel, PreloadChannel>

/** What is looked at of a page's `File`, which code without a page does not know. */
export interface PageFile {
  readonly name: string
  readonly size: number
}

/** The only thing the renderer sees of the system: `window.desk`. */
export interface Bridge {
  invoke<C extends PageChannel>(channel: C, input: Input<C>): Promise<Result<Output<C>>>
  /**
   * Keeps a file that the user dropped or pasted up to `maxBytes`, without its bytes ever coming here; null where it lies
   * nowhere, as one that a script made.
   */
  storeDropped(file: PageFile, maxBytes: number): Promise<Result<StoredFile> | null>
  on<E extends keyof BridgeEvents>(event: E, listener: (payload: BridgeEvents[E]) => void): () => void
}
