import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BACKUP_ENTRIES, type BackupListing } from '../../../shared/schema/backup'
import { DATA_VERSION } from '../../../shared/schema'
import { sheetIdOf } from '../vault/sealed'
import { openRestores, type Restores } from './restores'
import { sealedBackup, sealedBytes, smallBackup, tarOf, TEST_PASSWORD } from './testing'

let folder: string
let restores: Restores

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restore-'))
  restores = openRestores({ folders: async () => [folder], missingOf: async () => 0 })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const NAME = '2026-11-21-byHand.fdbackup'

async function kept(bytes: Uint8Array): Promise<string> {
  const path = join(folder, NAME)
  await writeFile(path, bytes)
  return path
}

/** Lists a backup as the writer does; what is on the disk may be another. */
async function listed(bytes: Uint8Array, more: Partial<BackupListing> = {}): Promise<void> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const one: BackupListing = {
    name: NAME,
    madeAt: '2026-11-21T02:00:00.000Z',
    reason: 'byHand',
    bytes: bytes.length,
    sha256,
    sheetId: sheetIdOf(TEST_PASSWORD),
    officeId: 'office-1',
    dataVersion: DATA_VERSION,
    lastSeq: 12,
    ...more,
  }
  await writeFile(join(folder, 'index.json'), JSON.stringify({ version: 1, backups: [one] }))
}

async function inspected(path: string, password: string = TEST_PASSWORD) {
  const { token } = await restores.offer(path)
  const begun = await restores.begin(token, password, 'inspect')
  if (!begun.ok) return begun
  for (;;) {
    const answer = await restores.more(token)
    if (!answer.ok || answer.value.done) return answer
  }
}

const refusedAs = (key: string) => ({ ok: false, refusal: { key } })

describe('looking into a backup', () => {
  it('tells whose it is, what is in it, how new, and that its chain is sound', async () => {
    const path = await kept(await sealedBackup(smallBackup()))
    const answer = await inspected(path)
    expect(answer).toMatchObject({
      ok: true,
      value: {
        done: true,
        entries: [],
        inspection: {
          officeName: '翠湖管理处',
          newestAt: '2026-11-21T01:12:00.000Z',
          to: { deviceId: 'machine-1', seq: 12 },
          rows: { complaints: 10 },
          numbers: { 'TS|2026|': 12 },
          chain: { entries: 12, devices: 1, broken: null },
        },
      },
    })
  })

  it('takes the password as it is typed from the sheet', async () => {
    const path = await kept(await sealedBackup(smallBackup()))
    expect(await inspected(path, 'abcd efgh jkmn pqrs twxy 2345')).toMatchObject({ ok: true })
  })

  it('gives its entries as they are to whoever reads them, and its secrets to main only', async () => {
    const entries = smallBackup()
    const path = await kept(await sealedBackup(entries))
    const { token } = await restores.offer(path)
    await restores.begin(token, TEST_PASSWORD, 'read')
    expect(restores.opened(token)).toBeNull()
    const found: unknown[] = []
    for (let done = false; !done; ) {
      const answer = await restores.more(token)
      if (!answer.ok) throw new Error(answer.refusal.key)
      found.push(...answer.value.entries.map(({ name, text }) => [name, text]))
      done = answer.value.done
    }
    expect(found).toEqual(entries.filter(([name]) => name !== 'keys.json'))
    expect(restores.opened(token)).toMatchObject({ folder, secrets: { password: TEST_PASSWORD } })
  })

  it('gives the list of what was erased, and nothing else, to whoever asks for that (domain 13)', async () => {
    const list: [string, string] = [BACKUP_ENTRIES.table('erasures', 1), '{"id":"complaints|c1"}\n']
    const entries = smallBackup()
    entries.splice(4, 0, list)
    const { token } = await restores.offer(await kept(await sealedBackup(entries)))
    await restores.begin(token, TEST_PASSWORD, 'erasures')
    const answer = await restores.more(token)
    expect(answer).toMatchObject({ ok: true, value: { done: true, inspection: null } })
    const names = answer.ok ? answer.value.entries.map(({ name }) => name) : []
    expect(names).toEqual([BACKUP_ENTRIES.manifest, list[0]])
    expect(await restores.more(token)).toMatchObject(refusedAs('restore.unknown'))
    await restores.begin(token, 'ABCD-EFGH-JKMN-PQRS-TWXY-9999', 'erasures')
    expect(await restores.more(token)).toMatchObject({ ok: false, refusal: { field: 'password' } })
  })

  it('finds newer backups of the same office beside one', async () => {
    const bytes = await sealedBackup(smallBackup())
    const { token } = await restores.offer(await kept(bytes))
    await listed(bytes, { madeAt: '2026-11-21T03:00:00.000Z' })
    const than = { officeId: 'office-1', madeAt: '2026-11-21T02:00:00.000Z' }
    expect(await restores.newer(token, than)).toMatchObject([{ name: NAME }])
    expect(await restores.newer(token, { ...than, officeId: 'office-2' })).toEqual([])
    expect(await restores.newer(token, { ...than, madeAt: '2026-11-21T03:00:00.000Z' })).toEqual([])
    expect(await restores.newer('nobody', than)).toEqual([])
  })

  it('names a chain that does not hold, and still tells the rest', async () => {
    const entries = smallBackup().map(([name, text]): [string, string] => [
      name,
      name.startsWith('tables/audit/') ? text.replace('"userId":"u1"', '"userId":"u2"') : text,
    ])
    const answer = await inspected(await kept(await sealedBackup(entries)))
    expect(answer).toMatchObject({
      ok: true,
      value: { inspection: { chain: { broken: { seq: 1, problem: 'digest' } } } },
    })
  })

  it('names a detail that is not the one its entry was sealed with', async () => {
    const entries = smallBackup().map(([name, text]): [string, string] => [
      name,
      name.startsWith('tables/auditDetails/') ? text.replace('第3次', '第三次') : text,
    ])
    const answer = await inspected(await kept(await sealedBackup(entries)))
    expect(answer).toMatchObject({
      ok: true,
      value: { inspection: { chain: { broken: { problem: 'detail' } } } },
    })
  })

  it('is content where the law had a detail erased', async () => {
    const entries = smallBackup({ meanwhile: 0 }).map(([name, text]): [string, string] => {
      if (name.startsWith('tables/auditDetails/')) return [name, text.split('\n').slice(1).join('\n')]
      return [name, name === 'end.json' ? text.replace('"auditDetails":12', '"auditDetails":11') : text]
    })
    const answer = await inspected(await kept(await sealedBackup(entries)))
    expect(answer).toMatchObject({ ok: true, value: { inspection: { chain: { broken: null } } } })
  })
})

describe('each trouble has its own name', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['a text', Buffer.from('管理处的备份')],
    ['a zip', gzipSync('not a backup')],
  ])('%s is no backup', async (_what, bytes) => {
    expect(await inspected(await kept(bytes))).toMatchObject(refusedAs('restore.notBackup'))
  })

  it('an age file with something else in it is no backup either', async () => {
    for (const plain of [
      Buffer.from('a letter'),
      gzipSync('a letter'),
      gzipSync(await tarOf([['a.txt', 'b']])),
    ]) {
      expect(await inspected(await kept(await sealedBytes(plain)))).toMatchObject(
        refusedAs('restore.notBackup'),
      )
    }
  })

  it('another password', async () => {
    const path = await kept(await sealedBackup(smallBackup()))
    expect(await inspected(path, 'ABCD-EFGH-JKMN-PQRS-TWXY-2346')).toMatchObject(
      refusedAs('restore.wrongPassword'),
    )
  })

  it('another sheet, where the list beside the file says which', async () => {
    const bytes = await sealedBackup(smallBackup())
    const path = await kept(bytes)
    await listed(bytes)
    expect(await inspected(path, 'ABCD-EFGH-JKMN-PQRS-TWXY-2346')).toMatchObject({
      refusal: { key: 'restore.otherSheet', params: { sheet: sheetIdOf(TEST_PASSWORD) } },
    })
  })

  it('a head that was changed, where the list says that the password is right', async () => {
    const bytes = await sealedBackup(smallBackup())
    await listed(bytes)
    // A letter of the salt.
    bytes[40] = bytes[40] === 65 ? 66 : 65
    expect(await inspected(await kept(bytes))).toMatchObject(refusedAs('restore.damaged'))
  })

  it('a list that says less of the file than there is', async () => {
    const bytes = await sealedBackup(smallBackup())
    await listed(bytes)
    const path = await kept(bytes.subarray(0, bytes.length - 10))
    expect(await inspected(path)).toMatchObject(refusedAs('restore.shorter'))
  })

  it('a sound backup under the name of another', async () => {
    await listed(await sealedBackup(smallBackup()))
    const path = await kept(await sealedBackup(smallBackup()))
    expect(await inspected(path)).toMatchObject(refusedAs('restore.notAsListed'))
  })

  it('a newer layout, a newer data version', async () => {
    const newer = await kept(await sealedBackup(smallBackup({ manifest: { version: 2 } })))
    expect(await inspected(newer)).toMatchObject(refusedAs('restore.newerFormat'))
    const rows = await kept(await sealedBackup(smallBackup({ manifest: { dataVersion: DATA_VERSION + 1 } })))
    expect(await inspected(rows)).toMatchObject(refusedAs('restore.newerData'))
  })

  it('a writer that broke off, or that counted otherwise', async () => {
    const broken = await kept(await sealedBackup(smallBackup().slice(0, -1)))
    expect(await inspected(broken)).toMatchObject(refusedAs('restore.truncated'))
    const counted = await kept(await sealedBackup(smallBackup({ end: { rows: { complaints: 9 } } })))
    expect(await inspected(counted)).toMatchObject(refusedAs('restore.inconsistent'))
  })

  it('a file that nobody chose', async () => {
    expect(await restores.begin('no-such', TEST_PASSWORD, 'inspect')).toMatchObject(
      refusedAs('restore.unknown'),
    )
    expect(await restores.more('no-such')).toMatchObject(refusedAs('restore.unknown'))
  })

  it('throws what the system says when the file is gone', async () => {
    const path = await kept(await sealedBackup(smallBackup()))
    const { token } = await restores.offer(path)
    await rm(path)
    await restores.begin(token, TEST_PASSWORD, 'inspect')
    await expect(restores.more(token)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('the backups that this machine knows', () => {
  it('are those that its lists name and that are there', async () => {
    const bytes = await sealedBackup(smallBackup())
    await listed(bytes)
    expect(await restores.known()).toEqual([])
    await kept(bytes)
    expect(await restores.known()).toMatchObject([
      { name: NAME, bytes: bytes.length, listed: { lastSeq: 12 } },
    ])
  })

  it('never name a file elsewhere, and a list that is none is none', async () => {
    await kept(await sealedBackup(smallBackup()))
    await listed(new Uint8Array(1), { name: `../${NAME}` })
    expect(await restores.known()).toEqual([])
    await writeFile(join(folder, 'index.json'), 'x')
    expect(await restores.known()).toEqual([])
  })
})
