import type { Dispute } from '../../../shared/domain/dispute/types'

const RULES = ['code', 'plate', 'name', 'active'] as const

/** What a line says of itself, a key of `disputes`. */
export function aboutOf({ kind, fields }: Pick<Dispute, 'kind' | 'fields'>) {
  // Nothing is disputed of a record that came late into a signed month: somebody is to know.
  if (kind === 'locked' && fields.length === 0) return 'about.late'
  if (kind !== 'rule') return `about.${kind}` as const
  const rule = RULES.find((one) => one === fields[0]?.path) ?? 'code'
  return `about.rule.${rule}` as const
}

/** Where a record stands that has no screen of its own; null where that is nowhere. */
export function elsewhereOf({ table, recordId, waiting }: Pick<Dispute, 'table' | 'recordId' | 'waiting'>) {
  if (table === 'units') return `/households/${recordId}`
  if (table === 'vehicles') return `/households/${String(waiting['unitId'] ?? '')}`
  return table === 'users' ? '/settings/users' : null
}
