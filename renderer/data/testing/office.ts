import 'fake-indexeddb/auto'
import type { Role } from '../../../shared/domain/office/types'
import type { JournalLine } from '../../../shared/ipc/channels'
import { accept, refuse } from '../../../shared/util/result'
import { setUpOfficeCommand } from '../commands/office'
import { createUserCommand } from '../commands/users'
import { CommandRunner } from '../core/commandRunner'
import { DeskDatabase } from '../core/database'
import type { DataEnv, SearchChange } from '../core/env'
import { Session } from '../core/session'

/** An office in memory for tests of pure storage logic; durability itself is tested in Electron. */
export interface TestOffice {
  db: DeskDatabase
  env: DataEnv
  session: Session
  runner: CommandRunner
  /** What the journal flushed, in order of arrival. */
  lines: JournalLine[]
  changes: SearchChange[]
  clock: { now: string; freeBytes: number | null; journalWorks: boolean }
  signInAs: (role: Role) => Promise<void>
}

const HASH = 'scrypt$32768$8$1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNo'

/** A second runner on the same database: another window. */
export function anotherWindow(office: TestOffice): CommandRunner {
  return new CommandRunner(office.env, office.session)
}

/**
 * Opens an empty database with its own journal, under a name that no other test of the process has; `setUp` false leaves the
 * first start undone.
 */
export async function openTestOffice(setUp = true): Promise<TestOffice> {
  const db = new DeskDatabase(`test-${crypto.randomUUID()}`)
  await db.open()
  const clock = { now: '2026-03-02T01:00:00.000Z', freeBytes: null as number | null, journalWorks: true }
  const lines: JournalLine[] = []
  const changes: SearchChange[] = []
  let ids = 0
  const env: DataEnv = {
    db,
    now: () => clock.now,
    newId: () => `id-${String((ids += 1)).padStart(6, '0')}`,
    freeBytes: async () => clock.freeBytes,
    onCommitted: (change) => changes.push(change),
    journal: {
      append: async (batch) => {
        if (!clock.journalWorks) return refuse('journal.writeFailed')
        lines.push(...batch)
        return accept({ lastSeq: Math.max(...lines.map((line) => line.seq)) })
      },
    },
  }
  const session = new Session(false)
  const runner = new CommandRunner(env, session)
  const office: TestOffice = {
    db,
    env,
    session,
    runner,
    lines,
    changes,
    clock,
    signInAs: async (role) => {
      const user = (await db.of('users').toArray()).find((one) => one.role === role)
      if (user) session.signedIn(user)
    },
  }
  if (setUp) await fillOffice(office)
  return office
}

async function fillOffice({ runner, signInAs }: TestOffice): Promise<void> {
  await runner.run(setUpOfficeCommand, {
    estateName: '翠湖花园',
    officeName: '翠湖管理处',
    numberPrefix: '客服',
    deviceLetter: '',
    directorName: '主任甲',
    pinHash: HASH,
  })
  await signInAs('director')
  for (const role of ['supervisor', 'clerk', 'viewer'] as const) {
    await runner.run(createUserCommand, { name: `用户${role}`, role, active: true, pinHash: HASH })
  }
}
