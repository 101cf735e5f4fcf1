import type { FileState, JournalStatus } from '../../../shared/ipc/channels'
import type { Result } from '../../../shared/util/result'
import { REGISTER_TABLES } from '../commands/registerTables'
import { chainEnd } from '../core/chain'
import type { DeskDatabase } from '../core/database'
import type { Finding } from './types'

/** Drafts of people who are gone, and of records that somebody has saved since the draft was typed. */
export async function checkDrafts(db: DeskDatabase): Promise<Finding[]> {
  const [drafts, users] = await Promise.all([db.of('drafts').toArray(), db.of('users').toArray()])
  const active = new Set(users.filter((user) => user.active).map(({ id }) => id))
  const ids = drafts.filter(({ userId }) => !active.has(userId)).map(({ id }) => id)
  let behind = 0
  for (const { targetId, updatedAt, userId } of drafts) {
    if (targetId === '' || !active.has(userId)) continue
    const rows = await Promise.all(REGISTER_TABLES.map((table) => db.of(table).get(targetId)))
    if (rows.some((row) => row && row.updatedAt > updatedAt)) behind += 1
  }
  return [
    ...(ids.length > 0 ? [{ kind: 'draftsOfGone' as const, ids }] : []),
    ...(behind > 0 ? [{ kind: 'draftsBehind' as const, count: behind }] : []),
  ]
}

/** What the journal says of itself, and the lines that wait for it. */
export async function checkJournal(
  db: DeskDatabase,
  status: () => Promise<Result<JournalStatus>>,
): Promise<Finding[]> {
  const { chain } = await chainEnd(db)
  const answer = await status()
  if (!answer.ok) return []
  const { lastSeq, problems } = answer.value
  const damage = problems
    // Half a line at the end is what a power cut leaves: it was never called saved, and is kept aside.
    .filter(({ key }) => key !== 'journal.tornTail')
    .map(({ key, file, line }) => ({ kind: 'journal' as const, problem: key, file, line }))
  // A save under way has its line in both: only what waits below the journal's end is left over.
  const waiting = await db
    .of('pendingJournal')
    .where('seq')
    .below(Math.min(lastSeq, chain?.seq ?? 0))
    .count()
  return [...damage, ...(waiting > 1 ? [{ kind: 'waitingLines' as const, count: waiting }] : [])]
}

/** Files looked at where not everything is: the newest, which were never looked at before. */
const NEWEST_FILES = 50
const PORTION = 50

/** Whether the files of 附件 are there and as they were; all of them only where `thorough`, for each is read through. */
export async function checkFiles(
  db: DeskDatabase,
  ask: (sha256: string[], thorough: boolean) => Promise<FileState[] | null>,
  thorough: boolean,
): Promise<{ findings: Finding[]; looked: number }> {
  // What was erased by law left no file behind (domain 13): nothing of it is missing.
  const all = db
    .of('attachments')
    .orderBy('id')
    .reverse()
    .filter(({ erased }) => !erased)
  const rows = await (thorough ? all : all.limit(NEWEST_FILES)).toArray()
  const found = { missing: 0, altered: 0, numbers: new Set<string>() }
  for (let at = 0; at < rows.length; at += PORTION) {
    const part = rows.slice(at, at + PORTION)
    const states =
      (await ask(
        part.map(({ sha256 }) => sha256),
        thorough,
      )) ?? []
    for (const [i, state] of states.entries()) {
      const row = part[i]
      if (state === 'sound' || !row) continue
      found[state] += 1
      const record = await db.table(row.table).get(row.recordId)
      found.numbers.add(String(record?.number ?? row.name))
    }
  }
  const { missing, altered, numbers } = found
  const findings: Finding[] =
    missing + altered > 0 ? [{ kind: 'files', missing, altered, numbers: [...numbers] }] : []
  return { findings, looked: rows.length }
}
