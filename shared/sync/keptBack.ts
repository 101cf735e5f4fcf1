import { type SyncTable, withholdable } from './travel'

/**
 * What the office may keep to its machines (`settings.notReplicated`), register by register as people know them. What is
 * in none of these always goes: who works here, the settings, signed months and their corrections, and what was erased.
 */
export const KEPT_GROUPS = {
  complaints: ['complaints'],
  lostItems: ['lostItems', 'lostReports', 'shelfCounts'],
  incidents: ['incidents'],
  visits: ['visits', 'visitNotes', 'visitPreferences', 'visitMonths', 'returnVisits', 'returnRounds'],
  households: ['units', 'persons', 'vehicles', 'careFlags', 'instructions', 'blacklist'],
  files: ['attachments', 'scans'],
  privacy: ['personRequests', 'retentionHolds'],
  help: ['phrases', 'savedFilters', 'guidance'],
} as const satisfies Readonly<Record<string, readonly SyncTable[]>>
export type KeptGroup = keyof typeof KEPT_GROUPS

export const KEPT_GROUP_NAMES = Object.keys(KEPT_GROUPS) as KeptGroup[]

/** The sensitive fields of a group: `incidents.injuries`. */
export function fieldsOfGroup(group: KeptGroup): string[] {
  const tables: readonly SyncTable[] = KEPT_GROUPS[group]
  return tables.flatMap(withholdable)
}

/** Everything that the setting may name. */
export const KEEPABLE: readonly string[] = KEPT_GROUP_NAMES.flatMap((group) => [
  ...KEPT_GROUPS[group],
  ...fieldsOfGroup(group),
])

/** What goes, by group and by field. */
export interface Going {
  groups: Record<KeptGroup, boolean>
  fields: Record<string, boolean>
}

/** What goes with a setting; of a group that does not go whole nothing does. */
export function goingOf(notReplicated: readonly string[]): Going {
  const stays = (name: string): boolean => notReplicated.includes(name)
  const groups = KEPT_GROUP_NAMES.map((group) => [group, !KEPT_GROUPS[group].some(stays)] as const)
  const fields = KEPT_GROUP_NAMES.flatMap(fieldsOfGroup).map((field) => [field, !stays(field)] as const)
  return {
    groups: Object.fromEntries(groups) as Record<KeptGroup, boolean>,
    fields: Object.fromEntries(fields),
  }
}

/** The setting for what is to go. */
export function notReplicatedOf({ groups, fields }: Going): string[] {
  return KEPT_GROUP_NAMES.flatMap((group) => [
    ...(groups[group] ? [] : KEPT_GROUPS[group]),
    ...fieldsOfGroup(group).filter((field) => fields[field] === false),
  ])
}
