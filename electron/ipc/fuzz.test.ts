import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, relative, sep } from 'node:path'
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron'
import { afterAll, beforeAll, expect, it } from 'vitest'
import refusals from '../../resources/locales/zh-CN/refusal.json'
import { type Channel, channels, type JournalLine } from '../../shared/ipc/channels'
import { CHANNEL_NAMES, wireName } from '../../shared/ipc/names'
import { accept, refuse } from '../../shared/util/result'
import { openLink } from '../security/externalLinks'
import { isOwnFrame } from '../security/sender'
import { openAttachments } from '../services/attachments/store'
import { Backups } from '../services/backup/backups'
import { systemDisk } from '../services/backup/disk'
import { openBackups } from '../services/backupFile'
import { openDatasets } from '../services/datasets'
import { makeChain } from '../services/journal/testing'
import { openLedger } from '../services/ledger'
import { openLog } from '../services/log'
import { cupsPrinting } from '../services/printing/cups'
import { openRestores } from '../services/restore/restores'
import { openScanFolder } from '../services/scanFolder'
import { openSync } from '../services/sync/sync'
import { openVault } from '../services/vault/vault'
import { broken, fittingInput, hostileValue, pick, randomFrom } from './fuzzing'
import { allHandlers } from './handlers'
import type { Ports } from './ports'
import { registerHandlers } from './registrar'

const SEED = 20_261_122
const CALLS = 14_000
/** What a right call costs there is a memory-hard hash: the seed draws a few, and enough wrong ones. */
const DEAR = /^(pin|vault)\./
const MOST_DEAR = 4
/** What a right call does there is to put the whole ledger, or the server, aside: that is no malformed call. */
const NEVER_RIGHT: ReadonlySet<Channel> = new Set(['journal.setAside', 'sync.forget'])

const START = 'app://desk/index.html#/today'
const FRAMES: readonly { url: string; parent: unknown }[] = [
  { url: 'https://example.com/', parent: null },
  { url: 'app://evil/index.html', parent: null },
  { url: 'app://desk/attachments/ab', parent: null },
  { url: START, parent: { url: START } },
  { url: 'data:text/html,x', parent: null },
]

let root = ''
let folder = ''
let chain: JournalLine[] = []
const opened: string[] = []
const printed: (readonly string[])[] = []
const sent: string[] = []
const listeners = new Map<string, (event: IpcMainInvokeEvent, input: unknown) => Promise<unknown>>()
let logFile = ''
let finish: () => Promise<void> = async () => undefined
let ledger: ReturnType<typeof openLedger>

/** The handlers with the services that they have in the desk, on folders that nothing may leave. */
async function open(): Promise<void> {
  const place = (name: string) => join(folder, name)
  for (const name of ['ledger', 'profile', 'documents', 'scans', 'outside'])
    await mkdir(place(name), { recursive: true })
  await writeFile(place('outside/secret.txt'), 'secret')
  await writeFile(place('scans/扫描.pdf'), '%PDF-1.7\n')
  const clock = () => new Date('2026-03-02T01:00:00.000Z')
  let ids = 0
  const newId = () => `id${(ids += 1)}`
  logFile = place('profile/log.txt')
  const log = openLog({ path: logFile, clock })
  ledger = openLedger(place('ledger'), clock)
  chain = makeChain(20)
  await ledger.journal.append(chain)
  const backups = openBackups({ folder: place('ledger/backups'), clock, newToken: newId })
  const scanFolder = openScanFolder({ folder: null, onChange: () => undefined, pollMs: 60_000, settleMs: 0 })
  const vaultPath = place('ledger/vault.json')
  const keyStore = { isSafe: () => true, seal: (text: string) => Buffer.from(text), open: String }
  const drawn = openVault({ vaultPath, slotPath: place('profile/vault.json'), keyStore, clock })
  const archives = new Backups({
    disk: systemDisk,
    patienceMs: 20_000,
    memoryPath: place('ledger/backup-places.json'),
    localRoot: place('backups'),
    filesFolder: place('ledger/attachments'),
    vault: drawn,
    clock,
    newToken: newId,
    onChange: () => undefined,
  })
  const datasets = openDatasets({ folder: place('ledger'), clock, newId })
  const files = place('ledger/attachments')
  const attachments = openAttachments(files)
  const sync = openSync({
    path: place('profile/sync.json'),
    keyStore,
    attachments,
    freeBytes: async () => 1e12,
    clock,
    // Nobody answers; what would have gone out is looked at.
    fetch: async (url) => {
      sent.push(url)
      throw Object.assign(new Error('net::ERR_CONNECTION_REFUSED'), { code: 'ECONNREFUSED' })
    },
    isOnline: () => true,
    log,
  })
  await sync.setUp({ address: 'https://example.com', database: 'a', user: 'desk', password: 'pw' })
  const ports: Ports = {
    ledger,
    backups,
    archives,
    attachments,
    vault: drawn,
    sync,
    datasets,
    restores: openRestores({ folders: async () => [place('backups')], missingOf: async () => 0 }),
    placeOf: (dataset) => {
      const own = datasets.folderOf(dataset)
      const paths = {
        vaultPath: join(own, 'vault.json'),
        slotPath: place(`profile/vault-${dataset.id}.json`),
      }
      const vault = openVault({ ...paths, keyStore, clock })
      return { vault, files: join(own, 'attachments'), forget: async () => undefined }
    },
    ownFiles: () => files,
    activate: async () => refuse('dataset.unknown'),
    printing: cupsPrinting(async (command, args) => {
      if (command === 'lp') printed.push(args)
      const stdout =
        command === 'lp' ? 'request id is x-1 (1 file)' : 'printer 前台 is idle.  enabled since\n'
      return { code: 0, missing: false, stdout, stderr: '' }
    }),
    log,
    discardDatabases: async () => undefined,
    freeBytes: async () => 1e12,
    info: () => ({
      version: '1',
      platform: 'linux',
      profileDir: place('profile'),
      ledgerDir: place('ledger'),
      database: 'front-desk',
      locale: 'zh-CN',
      demo: false,
    }),
    ready: () => undefined,
    quit: () => undefined,
    restart: () => undefined,
    diagnose: async () => '{}\n',
    openExternal: async (url) => {
      const opening = await openLink(url, async (link) => void opened.push(link))
      return opening === 'opened' ? accept({}) : refuse(`link.${opening}`, 'url')
    },
    setLocale: async () => undefined,
    openRecord: () => undefined,
    mayClose: () => undefined,
    keepForBackup: () => false,
    useCamera: () => undefined,
    whenGone: () => () => undefined,
    notify: () => true,
    // A user who takes whatever the dialog suggests.
    askWhere: async (_window, { defaultPath }) => defaultPath ?? null,
    askWhich: async () => [place('outside/secret.txt'), place('gone.pdf'), place('scans/扫描.pdf')],
    askFolder: async () => place('scans'),
    openFolder: async () => true,
    documentsFolder: () => place('documents'),
    scanFolder,
    keepScanFolder: async () => undefined,
  }
  const caller = { window: {} as BrowserWindow }
  registerHandlers({
    ipcMain: { handle: (name, listener) => void listeners.set(name, listener) },
    handlers: allHandlers(ports),
    callerOf: ({ senderFrame }) => (isOwnFrame(senderFrame) ? caller : null),
    log,
  })
  finish = async () => {
    await backups.close()
    await archives.close()
    await ledger.journal.close()
    await log.flush()
    scanFolder.close()
  }
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'ipc-fuzz-'))
  folder = join(root, 'a/b/c')
  await open()
})
afterAll(() => rm(root, { recursive: true }))

interface Call {
  channel: Channel
  own: boolean
  input: unknown
}

/** One call: mostly a right shape with something broken in it, now and then anything at all, or a wrong sender. */
function drawCall(random: () => number, dear: Map<Channel, number>): Call {
  for (;;) {
    const channel = pick(random, CHANNEL_NAMES)
    const shape = random()
    const input =
      shape < 0.1
        ? fittingInput(channel, random)
        : shape < 0.8
          ? broken(fittingInput(channel, random), random)
          : hostileValue(random)
    const own = random() > 0.1
    if (!own) return { channel, own, input }
    const right = channels[channel].input.safeParse(input).success
    if (right && NEVER_RIGHT.has(channel)) continue
    const spent = dear.get(channel) ?? 0
    if (right && DEAR.test(channel)) {
      if (spent >= MOST_DEAR) continue
      dear.set(channel, spent + 1)
    }
    return { channel, own, input }
  }
}

function sentence(key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], refusals)
}

/** What is wrong with an answer; null for a refusal that can be said in words, and for the value that was promised. */
function wrongWith(channel: Channel, answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return 'no answer'
  structuredClone(answer)
  if (answer.ok === true && 'value' in answer) {
    const promised = channels[channel].output.safeParse(answer.value)
    return promised.success ? null : `not as promised: ${promised.error.message}`
  }
  const { key } = (answer as unknown as { refusal: { key: string } }).refusal
  return typeof sentence(key) === 'string' ? null : `no sentence for ${key}`
}

async function ask({ channel, own, input }: Call, random: () => number): Promise<string | null> {
  const senderFrame = own ? { url: START, parent: null } : pick(random, FRAMES)
  const listener = listeners.get(wireName(channel))
  try {
    const answer = await listener?.({ senderFrame } as unknown as IpcMainInvokeEvent, structuredClone(input))
    const refusal = (answer as { refusal?: { key: string } } | undefined)?.refusal
    if (!own && refusal?.key !== 'ipc.badSender') return `${channel}: a foreign sender was answered`
    const wrong = wrongWith(channel, answer)
    return wrong && `${channel}: ${wrong}`
  } catch (error) {
    return `${channel} threw ${String(error)}`
  }
}

async function filesUnder(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true })
  return entries.filter((one) => one.isFile()).map((one) => relative(path, join(one.parentPath, one.name)))
}

it(`answers ${CALLS} malformed calls with values, and nothing leaves its folder (quality 6)`, async () => {
  const random = randomFrom(SEED)
  const dear = new Map<Channel, number>()
  const wrong = new Set<string>()
  const asked = new Map<Channel, number>()
  for (let at = 0; at < CALLS; at += 1) {
    const call = drawCall(random, dear)
    asked.set(call.channel, (asked.get(call.channel) ?? 0) + 1)
    const trouble = await ask(call, random)
    if (trouble) wrong.add(trouble)
  }
  expect([...wrong]).toEqual([])
  expect(Math.min(...CHANNEL_NAMES.map((name) => asked.get(name) ?? 0))).toBeGreaterThan(100)
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

it('has harmed neither journal nor sentinel, and touched no file that is not its own', async () => {
  const { lastSeq, problems } = await ledger.journal.status()
  expect([lastSeq, problems]).toEqual([20, []])
  expect((await ledger.journal.read(0, 1e9)).lines).toEqual(chain)
  await finish()
  const own = ['ledger', 'profile', 'backups', 'documents', 'scans', 'outside'].map(
    (name) => join('a/b/c', name) + sep,
  )
  const strays = (await filesUnder(root)).filter((file) => !own.some((place) => file.startsWith(place)))
  expect(strays).toEqual([])
  expect(await filesUnder(join(folder, 'outside'))).toEqual(['secret.txt'])
  expect(await readFile(join(folder, 'outside/secret.txt'), 'utf8')).toBe('secret')
  const saved = await filesUnder(join(folder, 'documents'))
  expect(saved.length).toBeGreaterThan(5)
  for (const name of saved) expect(name).toBe(basename(name))
})

it('has given no program a switch, the browser no other scheme, and the log no words', async () => {
  for (const args of printed) expect(args[args.indexOf('-d') + 1]).toBe('前台')
  for (const link of opened) expect(link).toMatch(/^https?:\/\//)
  expect(sent.length).toBeGreaterThan(10)
  for (const url of sent) expect(url).toMatch(/^https:\/\/example\.com\/(_session|[a-z]+(\/[^/?#].*)?)?$/)
  const lines = (await readFile(logFile, 'utf8')).split('\n').filter(Boolean)
  for (const line of lines) expect(line).toMatch(/^\S+Z (info|warn|error)( [\w.:?-]{1,64})+$/)
  // A system error is a refusal; a mistake of our own is none.
  const mistakes = lines.filter((line) => /ipc\.failed .*(Type|Reference|Range|Syntax)Error/.test(line))
  expect(mistakes).toEqual([])
})
