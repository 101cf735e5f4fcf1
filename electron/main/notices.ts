import { Notification } from 'electron'
import type { NoticeSystem } from '../services/notify'

/** Electron's notifications, without a sound: the desk is mostly in the middle of a talk. */
export const systemNotices: NoticeSystem = {
  isSupported: () => Notification.isSupported(),
  show: ({ title, body }, onClick, onGone) => {
    const notification = new Notification({ title, body, silent: true })
    notification.on('click', onClick)
    notification.on('close', onGone)
    notification.show()
    return notification
  },
}
