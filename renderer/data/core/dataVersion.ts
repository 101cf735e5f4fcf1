import type { AuditDetail } from '../../../shared/domain/audit/types'

type Change = AuditDetail['changes'][number]

/** A change of our own data version as the chain keeps it; `before` null where a chain begins. */
export interface VersionChange {
  before: number | null
  after: number
}

/**
 * Noted in the first entry of a chain and by every migration, so that a ledger says of which version each of its
 * rows is: recovery migrates them at the place where the database once did.
 */
export function versionChange({ before, after }: VersionChange): Change {
  return { table: 'meta', id: 'dataVersion', fields: [{ path: 'value', before, after }] }
}

/** The change of version that an entry notes, or null. */
export function versionIn(detail: AuditDetail | null): VersionChange | null {
  const noted = detail?.changes.find(({ table, id }) => table === 'meta' && id === 'dataVersion')
  const [field] = noted?.fields ?? []
  if (typeof field?.after !== 'number') return null
  return { before: typeof field.before === 'number' ? field.before : null, after: field.after }
}

/** Version of the rows in a chain whose first entry says nothing: the first release. */
export const FIRST_VERSION = 1
