import { z } from 'zod'
import { link as linkComplaint } from '../../../shared/domain/complaint/commands'
import type { Complaint } from '../../../shared/domain/complaint/types'
import { register } from '../../../shared/domain/incident/commands'
import { incidentFrom } from '../../../shared/domain/incident/fromComplaint'
import type { RecordLink } from '../../../shared/domain/register/types'
import { type Result, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import type { CommandTx } from '../core/commandTx'
import { type OnRecord, onRecord, putDecided, readRecord, type SavedRecord } from './recordCommand'

/**
 * 建立事故报告 from a complaint, in one: the incident with what is known, and 关联 on both sides (domain 5, 7, 10).
 * `id` and `rev` are the complaint's; answers the incident. Refusals: `incident.fromComplaintAlready` `{ number }`,
 * those of `register` and of linking.
 */
export const registerIncidentFromComplaintCommand: CommandSpec<OnRecord<object>, SavedRecord> = {
  name: 'incident.registerFromComplaint',
  permission: 'record.register',
  tables: ['incidents', 'complaints'],
  input: z.strictObject(onRecord),
  run: async (tx, { id, rev }) => {
    const complaint = await readRecord(tx, 'complaints', id, rev)
    if (!complaint.ok) return complaint
    const before = await incidentOf(tx, complaint.value)
    if (before) return refuse('incident.fromComplaintAlready', undefined, { number: before.number })
    return both(tx, complaint.value)
  },
}

/** The incident that a complaint has already; a void one does not count. */
async function incidentOf(tx: CommandTx, { links }: Complaint): Promise<RecordLink | null> {
  for (const link of links.filter(({ table }) => table === 'incidents')) {
    const record = await tx.get('incidents', link.id)
    if (record && record.state !== 'void') return link
  }
  return null
}

async function both(tx: CommandTx, complaint: Complaint): Promise<Result<SavedRecord>> {
  const { id, number } = complaint
  const from: RecordLink = { table: 'complaints', id, number, relation: 'related' }
  const given = await tx.nextNumber('SG')
  const made = register({ given, ...incidentFrom(complaint), reportedBy: '', from }, tx.ctx)
  if (!made.ok) return made
  const other: RecordLink = {
    table: 'incidents',
    id: made.value.id,
    number: made.value.number,
    relation: 'related',
  }
  const linked = linkComplaint(complaint, { other }, tx.ctx)
  if (!linked.ok) return linked
  // Stands in the timeline of both.
  tx.reason = `${number} ↔ ${made.value.number}`
  await tx.put('complaints', linked.value)
  return putDecided(tx, 'incidents', made)
}
