import { IndexKeeper } from './keeper'
import type { FromWorker, ToWorker } from './protocol'
import type { SearchAnswer, SearchRequest } from './request'
import { SearchIndex } from './searchIndex'

/** This worker's side of the channel; the compiler knows only the window's. */
const scope: Pick<Worker, 'postMessage'> = globalThis as unknown as Worker

/** Blocks prepared at once: a question that comes meanwhile waits for no more than these. */
const BLOCKS = 50
/** So long nothing was asked or changed before the index is stored, ms. */
const QUIET = 3000
/** So soon it is noted what a commit wrote, ms. */
const SOON = 500
/**
 * Asked of itself while nobody asks: functions that run for the first time are several times slower, and the first
 * question of a day is not to be. One of each kind that people type: a number's end, initials, a name, words, a set.
 */
const REHEARSAL = ['000123', 'zxm', '王芳', '楼道 漏水', '']
const REHEARSALS = 8
/** For the right to write the snapshot no start waits longer, ms: another window has it. */
const LOCK_WAIT = 100

const index = new SearchIndex()
let keeper: IndexKeeper | null = null
let ready: Promise<void> = Promise.resolve()
let broken = false
let heardAt = 0
let working = false
let rehearsed = 0
let asked: number[] = []

async function load(database: string): Promise<void> {
  broken = false
  const kept = new IndexKeeper(database, index)
  keeper = kept
  await Promise.race([mayWrite(database, kept), wait(LOCK_WAIT)])
  const from = await kept.load()
  heardAt = performance.now()
  post({ type: 'ready', from, count: index.count })
  void work()
}

/** Of several windows one writes; it does until it is closed. */
function mayWrite(database: string, kept: IndexKeeper): Promise<void> {
  return new Promise((granted) => {
    const forGood = new Promise<never>(() => undefined)
    void navigator.locks.request(`search:${database}`, () => {
      kept.write()
      granted()
      return forGood
    })
  })
}

/** Beside the questions: prepares the index a part at a time, then stores it where it is worth while. */
async function work(): Promise<void> {
  if (working) return
  working = true
  try {
    for (;;) {
      await wait(0)
      while (index.prepare(BLOCKS)) await wait(0)
      while (rehearse()) await wait(0)
      if (!keeper?.isDue(asked.length > 0)) break
      await wait(asked.length > 0 ? 0 : SOON)
      await keeper.save(quiet, asked.length > 0)
      if (!(await quiet())) await wait(QUIET)
    }
    for (const ticket of asked) post({ type: 'stored', ticket })
    asked = []
  } finally {
    working = false
  }
}

/** Asks one question that nobody waits for; answers whether there is another. */
function rehearse(): boolean {
  if (rehearsed >= REHEARSAL.length * REHEARSALS) return false
  const query = REHEARSAL[rehearsed % REHEARSAL.length] ?? ''
  rehearsed += 1
  if (query === '') index.search({ query, kinds: [], facets: ['open', 'all'], limit: 50 })
  else index.search({ query, kinds: [], facets: [], ranked: true, limit: 5 })
  return true
}

/** Lets questions be answered; false where the desk is being worked with. */
async function quiet(): Promise<boolean> {
  await wait(0)
  return asked.length > 0 || performance.now() - heardAt >= QUIET
}

function handle(message: ToWorker): void {
  heardAt = performance.now()
  if (message.type === 'search') {
    post({ type: 'answer', ticket: message.ticket, answer: answerOrBroken(message.request) })
    return
  }
  if (message.type === 'apply') keeper?.apply(message.change)
  if (message.type === 'forget') keeper?.forget()
  if (message.type === 'store') asked.push(message.ticket)
  void work()
}

/** A question that cannot be answered is answered all the same: somebody waits for it. */
function answerOrBroken(request: SearchRequest): SearchAnswer {
  try {
    return answerTo(request)
  } catch {
    return { hits: [], total: 0, broken: true }
  }
}

function answerTo(request: SearchRequest): SearchAnswer {
  const { atLeast } = request
  if (atLeast !== undefined && !keeper?.covers(atLeast)) return { hits: [], total: 0, behind: true }
  const answer = index.search(request)
  return broken ? { ...answer, broken } : answer
}

function post(message: FromWorker): void {
  scope.postMessage(message, [])
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}

globalThis.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  const message = event.data
  // Everything waits for the index to be loaded once; messages keep their order. What failed is said with every answer:
  // searches answer at once instead of never.
  ready = ready
    .then(() => (message.type === 'load' ? load(message.database) : handle(message)))
    .catch(() => {
      broken = true
      post({ type: 'broken' })
    })
})
