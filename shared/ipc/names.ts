import type { BridgeEvents } from './bridge'
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
  'restore.begin',
  'restore.more',
  'restore.end',
  'restore.adopt',
  'restore.attachments',
  'leaving.choose',
  'leaving.write',
  'leaving.copy',
  'trouble.restart',
  'trouble.saveDiagnostics',
  'log.write',
] as const satisfies readonly Channel[]

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
export type AllEventsNamed = Complete<Exclude<keyof BridgeEvents, (typeof EVENT_NAMES)[number]>>

/** The name under which a channel or an event travels between the processes. */
export function wireName(name: Channel | keyof BridgeEvents): string {
  return `desk:${name}`
}
