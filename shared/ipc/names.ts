import type { BridgeEvents, PageChannel, PreloadChannel } from './bridge'
import type { Channel } from './channels'

/** The channels by name. Apart from `channels.ts`, so that the preload script carries no schemas. */
export const CHANNEL_NAMES = [
  'app.info',
  'app.ready',
  'app.quit',
  'app.openExternal',
  'app.setLocale',
  'window.openRecord',
  'window.mayClose',
  'window.useCamera',
  'notify.show',
  'journal.status',
  'journal.append',
  'journal.read',
  'journal.setAside',
  'sentinel.write',
  'disk.discardDatabases',
  'disk.status',
  'pin.hash',
  'pin.verify',
  'printing.list',
  'printing.print',
  'files.save',
  'files.saveText',
  'attachments.choose',
  'attachments.takeChosen',
  'attachments.store',
  'attachments.storeDropped',
  'attachments.begin',
  'attachments.append',
  'attachments.finish',
  'attachments.giveUp',
  'attachments.keepSmall',
  'attachments.check',
  'attachments.saveCopy',
  'privacy.clear',
  'scanFolder.state',
  'scanFolder.choose',
  'scanFolder.forget',
  'scanFolder.take',
  'scanFolder.done',
  'copy.begin',
  'copy.append',
  'copy.finish',
  'backup.state',
  'backup.begin',
  'backup.add',
  'backup.finish',
  'backup.cancel',
  'backup.mend',
  'backup.chooseSecond',
  'backup.forgetSecond',
  'backup.atClosing',
  'vault.state',
  'vault.create',
  'vault.unlock',
  'vault.matches',
  'vault.sheet',
  'vault.markPrinted',
  'vault.renew',
  'vault.fieldKey',
  'dataset.list',
  'dataset.stage',
  'dataset.activate',
  'dataset.remove',
  'restore.choose',
  'restore.known',
  'restore.newer',
  'restore.begin',
  'restore.more',
  'restore.end',
  'restore.adopt',
  'restore.attachments',
  'leaving.choose',
  'leaving.write',
  'leaving.copy',
  'leaving.finish',
  'leaving.open',
  'leaving.discard',
  'sync.state',
  'sync.setUp',
  'sync.forget',
  'sync.pause',
  'sync.test',
  'sync.request',
  'sync.cancel',
  'sync.sendFile',
  'sync.fetchFile',
  'trouble.restart',
  'trouble.saveDiagnostics',
  'log.write',
] as const satisfies readonly Channel[]

/**
 * Those that the preload asks by itself and never for the page: a path comes from Chromium, which knows what the user
 * dropped, and not from a script.
 */
export const PRELOAD_CHANNEL_NAMES = ['attachments.storeDropped'] as const satisfies readonly PreloadChannel[]

/** Those that the page may name. */
export const PAGE_CHANNEL_NAMES: readonly PageChannel[] = CHANNEL_NAMES.filter(isForPages)

function isForPages(name: Channel): name is PageChannel {
  return !PRELOAD_CHANNEL_NAMES.some((own) => own === name)
}

/** What main may tell the renderer, by name. */
export const EVENT_NAMES = [
  'menu',
  'resume',
  'openRoute',
  'closing',
  'scanFolder',
  'backup',
] as const satisfies readonly (keyof BridgeEvents)[]

/** Compiles only while the lists above are complete. */
type Complete<Missing extends never> = Missing
export type AllChannelsNamed = Complete<Exclude<Channel, (typeof CHANNEL_NAMES)[number]>>
export type AllPreloadChannelsNamed = Complete<
  Exclude<PreloadChannel, (typeof PRELOAD_CHANNEL_NAMES)[number]>
>
export type AllEventsNamed = Complete<Exclude<keyof BridgeEvents, (typeof EVENT_NAMES)[number]>>

/** The name under which a channel or an event travels between the processes. */
export function wireName(name: Channel | keyof BridgeEvents): string {
  return `desk:${name}`
}
