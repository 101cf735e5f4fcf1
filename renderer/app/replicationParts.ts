import type { StartReplication } from '../data/replication'

/** Replication, where this release has it. Without renderer/sync and the line in here all the rest goes on. */
export const replicationParts: StartReplication[] = [
  async (data) => (await import('../sync')).startSync(data),
]
