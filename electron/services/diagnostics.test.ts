import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Sentinel } from '../../shared/ipc/channels'
import { channels } from '../../shared/ipc/channels'
import { diagnosticsText, logTail, type DiagnosticsSources } from './diagnostics'
import { openLog } from './log'

/** Whatever is said of somebody, wherever it could come in. */
const NAMES = [
  '张三丰',
  '翠湖花园',
  '翠湖管理处',
  '13812345678',
  '粤B12345',
  '5-2-301',
  '/home/zhangsan',
  '秘',
]

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diagnostics-'))
})
afterEach(() => rm(folder, { recursive: true }))

const sentinel: Sentinel = {
  officeId: '翠湖管理处',
  officeName: '翠湖花园 张三丰',
  deviceId: '5-2-301',
  dataVersion: 4,
  lastSeq: 7,
  lastDigest: 'ab',
  counts: { complaints: 3 },
  writtenAt: '2026-11-22T01:00:00.000Z',
}

function sources(change: Partial<DiagnosticsSources> = {}): DiagnosticsSources {
  return {
    at: new Date('2026-11-22T01:00:00.000Z'),
    machine: async () => ({
      versions: { app: '0.1.0', electron: '45', chrome: '150', node: '22' },
      system: { platform: 'linux', release: '6.1', arch: 'x64', locale: 'zh-CN' },
      packaged: true,
      demo: false,
      megabytes: { memory: 8000, freeMemory: 1000, ownMemory: 200, freeDisk: 50_000 },
      cores: 4,
      uptimeSeconds: 60,
    }),
    ledger: async () => ({ lastSeq: 7, lastDigest: 'ab', problems: [], sentinel }),
    vault: async () => ({
      kind: 'open',
      keyStoreIsSafe: true,
      sheet: { id: '秘', createdAt: '秘', printedAt: '秘' },
    }),
    datasets: async () => ({ staged: 0, replaced: 1 }),
    logFile: join(folder, 'desk.log'),
    page: {
      dataVersion: 4,
      rows: { complaints: 3 },
      settings: { idleLockMinutes: 10 },
      screen: 'complaints',
    },
    ...change,
  }
}

/** A log into which every name was put in every way that the program has. */
async function seededLog(): Promise<void> {
  const log = openLog({ path: join(folder, 'desk.log'), clock: () => new Date('2026-11-22T01:00:00.000Z') })
  log.write('info', 'start.usable', [812])
  for (const name of NAMES) {
    log.write('error', name, [name])
    log.write('error', 'ipc.failed', [`x ${name}`, name])
  }
  await log.flush()
}

describe('the diagnostics file (issue: when things go wrong for a user)', () => {
  it('tells versions, machine, journal, rows, settings and the last log lines', async () => {
    await seededLog()
    const facts = JSON.parse(await diagnosticsText(sources())) as Record<string, unknown>
    expect(facts).toMatchObject({
      machine: { versions: { app: '0.1.0' }, megabytes: { freeDisk: 50_000 } },
      ledger: { lastSeq: 7, sentinel: { dataVersion: 4, counts: { complaints: 3 } } },
      vault: { kind: 'open', hasSheet: true, printed: true },
      datasets: { replaced: 1 },
      page: { rows: { complaints: 3 }, screen: 'complaints' },
    })
    expect(facts['log']).toContain('2026-11-22T01:00:00.000Z info start.usable 812')
  })

  it('holds no name, phone, plate, door or folder, though they are everywhere', async () => {
    await seededLog()
    // What some other program wrote into the log, and a torn line.
    const foreign = NAMES.map((name) => `${name} 说：${name}`).join('\n')
    const plain = '\n2026-11-22T01:00:00.000Z error x 13812345678\n2026-11-22T01:00:00.000Z er'
    await writeFile(join(folder, 'desk.log'), foreign + plain, { flag: 'a' })
    const text = await diagnosticsText(sources())
    for (const name of NAMES.filter((one) => one !== '5-2-301')) expect(text).not.toContain(name)
    const { log, ...rest } = JSON.parse(text) as { log: string[] }
    expect(JSON.stringify(rest)).not.toMatch(/[\u4e00-\u9fff]/)
    expect(JSON.stringify(rest)).not.toContain('5-2-301')
    expect(log.length).toBeGreaterThan(10)
    expect(log.join('')).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it('says by a code what could not be found out, and is made all the same', async () => {
    const fails = () => Promise.reject(Object.assign(new Error('张三丰'), { code: 'EIO' }))
    const text = await diagnosticsText(
      sources({ machine: fails, ledger: fails, vault: fails, datasets: fails, page: null }),
    )
    expect(JSON.parse(text)).toMatchObject({
      machine: { failed: 'EIO' },
      ledger: { failed: 'EIO' },
      vault: { failed: 'EIO' },
      log: { failed: 'ENOENT' },
      page: null,
    })
    expect(text).not.toContain('张三丰')
  })

  it('reads the end of a long log only', async () => {
    const line = '2026-11-22T01:00:00.000Z info start.usable 812\n'
    await writeFile(join(folder, 'desk.log'), line.repeat(50_000))
    const lines = await logTail(join(folder, 'desk.log'))
    expect(lines).toHaveLength(400)
    expect(new Set(lines)).toEqual(new Set([line.trim()]))
  })

  it.each([
    { page: { dataVersion: 4, rows: { 张三: 1 }, settings: {}, screen: '' } },
    { page: { dataVersion: 4, rows: {}, settings: { a: '张三' }, screen: '' } },
    { page: { dataVersion: 4, rows: {}, settings: {}, screen: '张三' } },
    { page: { dataVersion: 4, rows: {}, settings: {}, screen: '', words: '张三' } },
  ])('takes no text from the page: %j', (input) => {
    expect(channels['trouble.saveDiagnostics'].input.safeParse(input).success).toBe(false)
  })
})
