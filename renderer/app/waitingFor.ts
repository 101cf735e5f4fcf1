import { may, type Permission } from '../../shared/domain/office/permissions'
import type { Waiting } from './waiting'

/** What waits for some roles only: the others have none of it in 今日, whose screens they do not see either. */
export function waitingFor(permission: Permission, { read, count, fallen }: Waiting): Waiting {
  return {
    read: async (db, ...asked) =>
      concerns(db.reader(), permission) ? read(db, ...asked) : { rows: [], unreadable: [] },
    count: async (db, ...asked) => (concerns(db.reader(), permission) ? count(db, ...asked) : 0),
    fallen: async (db, ...asked) => (concerns(db.reader(), permission) ? fallen(db, ...asked) : []),
  }
}

function concerns(reader: { role: Parameters<typeof may>[0] } | null, permission: Permission): boolean {
  return reader !== null && may(reader.role, permission)
}
