import { v7 as uuidv7 } from 'uuid'
import type { DataPorts } from '../data'
import { desk } from '../platform/desk'
import { backupPort } from './backups/backupPort'

const READ_BYTES = 4_000_000
// The free space changes slowly and is asked before every command: one look in this time is enough.
const SPACE_FOR_MS = 10_000

let space: { at: number; bytes: number | null } | null = null

async function freeBytes(): Promise<number | null> {
  const now = Date.now()
  if (!space || now - space.at > SPACE_FOR_MS) {
    const answer = await desk.invoke('disk.status', {})
    space = { at: now, bytes: answer.ok ? answer.value.freeBytes : null }
  }
  return space.bytes
}

/** The data layer's wires to the system: journal, sentinel, PIN check, backup, clock and ids. */
export const dataPorts: DataPorts = {
  journal: {
    append: (lines) => desk.invoke('journal.append', { lines }),
    status: () => desk.invoke('journal.status', {}),
    read: (afterSeq) => desk.invoke('journal.read', { afterSeq, maxBytes: READ_BYTES }),
  },
  setAsideLedger: () => desk.invoke('journal.setAside', {}),
  writeSentinel: (sentinel) => desk.invoke('sentinel.write', sentinel),
  clearErased: (order) => desk.invoke('privacy.clear', order),
  verifyPin: async (pin, hash) => {
    const answer = await desk.invoke('pin.verify', { pin, hash })
    return answer.ok && answer.value.matches
  },
  matchesSheet: async (password) => {
    const answer = await desk.invoke('vault.matches', { password })
    return answer.ok && answer.value.matches
  },
  vaultState: () => desk.invoke('vault.state', {}),
  createVault: () => desk.invoke('vault.create', {}),
  fieldKey: () => desk.invoke('vault.fieldKey', {}),
  backup: {
    begin: (label) => desk.invoke('copy.begin', { label }),
    append: (token, chunk) => desk.invoke('copy.append', { token, chunk }),
    finish: (token) => desk.invoke('copy.finish', { token }),
  },
  note: (code, ids) => void desk.invoke('log.write', { level: 'info', code, ids }),
  archive: backupPort,
  freeBytes,
  discardDatabases: () => desk.invoke('disk.discardDatabases', {}),
  fileStates: async (sha256, thorough) => {
    const answer = await desk.invoke('attachments.check', { sha256, thorough })
    return answer.ok ? answer.value.states : null
  },
  now: () => new Date().toISOString(),
  newId: () => uuidv7(),
}
