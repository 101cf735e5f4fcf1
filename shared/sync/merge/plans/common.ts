import type { FieldRule } from '../plan'

/** What the records of every register have (domain 10). */
export const RECORD_FIELDS: Readonly<Record<string, FieldRule>> = {
  rev: 'rev',
  updatedAt: 'max',
  duty: 'recomputed',
  steps: 'union',
  links: 'union',
  attachmentIds: 'union',
  'prints.*': 'paper',
  'prints.*.signature': 'together',
  'prints.*.drawn': 'together',
  void: 'together',
}
