import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { identityToRecipient } from 'age-encryption'
import type { JournalLine } from '../../../shared/ipc/channels'
import { BACKUP_FORMAT, BACKUP_VERSION, type BackupReason } from '../../../shared/schema/backup'
import type { Result } from '../../../shared/util/result'
import { newSecrets, type Secrets } from '../vault/sealed'
import { Backups } from './backups'
import { type Disk, systemDisk } from './disk'
import { folderName } from './names'
import { readArchive } from './readArchive'

export const OFFICE = {
  officeId: '0a1b2c3d-0000-7000-8000-000000000001',
  estateName: '阳光花园',
  officeName: '阳光花园管理处',
}
export const PASSWORD = 'ABCD-EFGH-JKMN-PQRS-TWXY-2345'

/** A machine with folders of its own, for tests. Its clock goes on by a second with every look. */
export class TestMachine {
  now = Date.parse('2026-11-22T01:00:00.000Z')
  backups!: Backups
  private tokens = 0

  private constructor(
    readonly root: string,
    readonly secrets: Secrets,
    private readonly recipient: string,
  ) {}

  static async make(folder?: string): Promise<TestMachine> {
    const secrets = await newSecrets(PASSWORD)
    const root = folder ?? (await mkdtemp(join(tmpdir(), 'backups-')))
    const machine = new TestMachine(root, secrets, await identityToRecipient(secrets.identity))
    machine.start()
    return machine
  }

  /** Starts the service (again), on a disk that may fail. */
  start(disk: Disk = systemDisk, vault: 'open' | 'none' | 'locked' = 'open'): Backups {
    const open = vault === 'open'
    this.backups = new Backups({
      disk,
      patienceMs: 60_000,
      memoryPath: this.path('backup-places.json'),
      localRoot: this.path('local'),
      filesFolder: this.path('attachments'),
      vault: {
        state: async () => ({ kind: vault, keyStoreIsSafe: true, sheet: null }),
        secrets: async () => (open ? this.secrets : null),
        recipient: async () => (open ? this.recipient : null),
      },
      clock: () => new Date((this.now += 1000)),
      newToken: () => `token-${(this.tokens += 1)}`,
      onChange: () => undefined,
    })
    return this.backups
  }

  path(...parts: string[]): string {
    return join(this.root, ...parts)
  }

  /** The office's folder in a place. */
  folder(place: string): string {
    return this.path(place, folderName(OFFICE))
  }

  remove(): Promise<void> {
    return rm(this.root, { recursive: true, force: true })
  }

  /** What the page does: begins, adds, finishes; begins anew once where a place failed. */
  async backup(made: MadeUp = {}): Promise<Result<{ name: string; bytes: number }>> {
    const first = await this.once(made)
    return !first.ok && first.refusal.key === 'backup.placeFailed' ? this.once(made) : first
  }

  private async once({
    reason = 'hourly',
    seq = 1,
    rows = ['{"id":"c1"}'],
    files = [],
    meanwhile = [],
  }: MadeUp) {
    const begun = await this.backups.begin(reason, OFFICE)
    if (!begun.ok) return begun
    const { token } = begun.value
    const from = { deviceId: 'd1', seq: seq - meanwhile.length, digest: '0'.repeat(64) }
    const manifest = {
      format: BACKUP_FORMAT,
      version: BACKUP_VERSION,
      appVersion: '1',
      dataVersion: 4,
      reason,
      madeAt: new Date(this.now).toISOString(),
      ...OFFICE,
      from,
      counts: { complaints: rows.length },
    }
    const head = await this.backups.add(token, 'manifest.json', JSON.stringify(manifest), 0)
    if (!head.ok) return head
    for (const [at, row] of rows.entries()) {
      const name = `tables/complaints/${String(at + 1).padStart(4, '0')}.jsonl`
      const added = await this.backups.add(token, name, `${row}\n`, 1)
      if (!added.ok) return added
    }
    this.backups.note(meanwhile)
    const to = { ...from, seq }
    const newestAt = manifest.madeAt
    return this.backups.finish(token, { to, newestAt, rows: { complaints: rows.length }, attachments: files })
  }
}

export interface MadeUp {
  reason?: BackupReason
  seq?: number
  rows?: string[]
  files?: string[]
  meanwhile?: JournalLine[]
}

/** Everything inside a backup file, by entry. */
export async function contentOf(path: string, password = PASSWORD): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for await (const { name, content } of readArchive(systemDisk.read(path), password)) {
    const parts: Uint8Array[] = []
    for await (const part of content) parts.push(part)
    found[name] = Buffer.concat(parts).toString('utf8')
  }
  return found
}

/** A disk whose `failAt`th request below `root` fails with `code`, and every later one too while `lasting`. */
export function failingDisk(
  root: string,
  failAt: number,
  code: string,
  lasting = true,
): Disk & { asked: number } {
  const state = { asked: 0 }
  const fail = (path: string): void => {
    if (!path.startsWith(root)) return
    state.asked += 1
    if (state.asked === failAt || (lasting && state.asked > failAt))
      throw Object.assign(new Error(code), { code })
  }
  const disk: Disk = {
    ...systemDisk,
    makeFolder: async (path) => (fail(path), systemDisk.makeFolder(path)),
    list: async (path) => (fail(path), systemDisk.list(path)),
    size: async (path) => (fail(path), systemDisk.size(path)),
    isFolder: async (path) => (fail(path), systemDisk.isFolder(path)),
    create: async (path) => {
      fail(path)
      const file = await systemDisk.create(path)
      return {
        write: async (portion) => (fail(path), file.write(portion)),
        sync: async () => (fail(path), file.sync()),
        close: () => file.close(),
      }
    },
    readText: async (path) => (fail(path), systemDisk.readText(path)),
    writeText: async (path, text) => (fail(path), systemDisk.writeText(path, text)),
    replace: async (from, to) => (fail(to), systemDisk.replace(from, to)),
    remove: async (path) => (fail(path), systemDisk.remove(path)),
    syncFolder: async (path) => (fail(path), systemDisk.syncFolder(path)),
    device: async (path) => (fail(path), systemDisk.device(path)),
    free: async (path) => (fail(path), systemDisk.free(path)),
  }
  return Object.defineProperty(disk, 'asked', { get: () => state.asked }) as Disk & { asked: number }
}
