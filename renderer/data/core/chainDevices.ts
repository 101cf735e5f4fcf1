import type { DeskDatabase } from './database'

/** The devices that have a chain here, by stepping from one to the next on the key. */
export async function chainDevices(db: DeskDatabase): Promise<string[]> {
  const devices: string[] = []
  const audit = db.of('audit')
  let next = await audit.orderBy('[deviceId+seq]').first()
  while (next) {
    devices.push(next.deviceId)
    next = await audit.where('[deviceId+seq]').above([next.deviceId, Number.MAX_SAFE_INTEGER]).first()
  }
  return devices
}
