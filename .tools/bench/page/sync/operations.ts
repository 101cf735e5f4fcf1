import { changeOfficeCommand } from '../../../../renderer/data/commands/office'
import { desk } from '../../../../renderer/platform/desk'
import { engineOf, watchHands } from '../../../../renderer/sync'
import type { Engine } from '../../../../renderer/sync/engine'
import { mainWay } from '../../../../renderer/sync/mainWay'
import type { SyncWay } from '../../../../renderer/sync/ports'
import { LongTasks } from '../longTasks'
import { accepted, data } from '../office'
import { prepareSaves, saveBlock } from '../save'
import { timed } from '../timing'

/** Where the office replicates to. */
interface ServerOrder {
  address: string
  database: string
  user: string
  password: string
}

/** A clerk's pace, ms: between two saves, in which a key is pressed now and then. Far more than anybody manages. */
const SAVE_EVERY_MS = 300
const KEY_EVERY_MS = 150
/** The first saves of a block pay for what was left to be flushed. */
const BLOCK = 12
const SETTLING = 2
const LOOK_MS = 1000

/** The server is not reached while it is shut: what was under way comes to its end, and then nothing goes on. */
class Gate {
  waiting = 0
  private opens: (() => void) | null = null
  private closed: Promise<void> | null = null

  readonly way: SyncWay = {
    ...mainWay,
    request: async (request) => {
      this.waiting += 1
      while (this.closed) await this.closed
      this.waiting -= 1
      return mainWay.request(request)
    },
  }

  shut(): void {
    this.closed ??= new Promise((resolve) => {
      this.opens = resolve
    })
  }

  open(): void {
    this.closed = null
    this.opens?.()
  }
}

const gate = new Gate()

/** The id of the office, for whose database a guard is made. */
export async function officeId(): Promise<string> {
  return (await data.db.of('office').toCollection().first())?.id ?? ''
}

/** Goes on as another machine of the office: an identity, a chain and a letter of its own, as after a restore. */
export async function becomeMachine({ letter }: { letter: string }): Promise<void> {
  accepted(await data.rebuildLedger(() => undefined))
  const office = await data.db.of('office').toCollection().first()
  if (!office) throw new Error('there is no office')
  const { estateName, officeName, numberPrefix } = office
  accepted(
    await data.run(changeOfficeCommand, { estateName, officeName, numberPrefix, deviceLetter: letter }),
  )
}

async function started(server: ServerOrder): Promise<Engine> {
  accepted(await desk.invoke('sync.setUp', server))
  const engine = engineOf(data, gate.way, '0')
  watchHands(data.runner.activity)
  void engine.run()
  return engine
}

/** Resolves once both sides have the same; throws where somebody would have to decide. */
function upToDate(engine: Engine): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const { kind, needs, trouble, refused } = engine.snapshot()
      if (needs) reject(new Error(`the exchange needs somebody: ${needs}`))
      else if (trouble) reject(new Error(`the exchange met a trouble: ${trouble}`))
      else if (refused.length > 0) reject(new Error(`refused: ${refused[0]?.reason ?? ''}`))
      else if (kind === 'upToDate') resolve()
    }
    engine.subscribe(look)
    look()
  })
}

/** The first exchange of an office with a server, while nobody works: ms until both have the same, and what is here then. */
export async function firstExchange(server: ServerOrder): Promise<{
  ms: number
  longTask: number
  records: number
  entries: number
}> {
  const tasks = new LongTasks()
  const { ms, value: engine } = await timed(async () => {
    const begun = await started(server)
    await upToDate(begun)
    return begun
  })
  const longTask = tasks.end()
  engine.stop()
  const [records, entries] = [await data.db.of('complaints').count(), await data.db.of('audit').count()]
  return { ms, longTask, records, entries }
}

/** ms of saves, those with the exchange standing still and those with it at work, in turns. */
interface Beside {
  off: number[]
  on: number[]
}

/** Somebody registers complaints while the first exchange goes on; ends with it, or after so many turns. */
export async function savesBeside({
  server,
  turns,
}: {
  server: ServerOrder
  turns: number
}): Promise<Beside> {
  await prepareSaves()
  const times: Beside = { off: [], on: [] }
  const engine = await started(server)
  const exchange = { isDone: false }
  const done = upToDate(engine).then(() => {
    exchange.isDone = true
  })
  // A failure is thrown at the end.
  done.catch(() => undefined)
  for (let turn = 0; turn < turns && !exchange.isDone; turn += 1) {
    gate.shut()
    await standsStill()
    times.off.push(...(await block(() => true)))
    gate.open()
    await moves()
    times.on.push(...(await block(() => !exchange.isDone)))
  }
  engine.stop()
  if (exchange.isDone) await done
  return times
}

async function block(goesOn: () => boolean): Promise<number[]> {
  const times: number[] = []
  while (times.length < BLOCK && goesOn()) {
    await typing(SAVE_EVERY_MS)
    times.push(...(await saveBlock({ way: 'app', count: 1 })).times)
  }
  return times.slice(SETTLING)
}

async function typing(ms: number): Promise<void> {
  for (let spent = 0; spent < ms; spent += KEY_EVERY_MS) {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }))
    await pause(KEY_EVERY_MS)
  }
}

/** How much was exchanged until now. */
async function exchanged(): Promise<string> {
  const mark = (await data.db.of('meta').get('replication'))?.value
  return JSON.stringify([await data.db.of('agreed').count(), mark ?? null])
}

async function standsStill(): Promise<void> {
  for (let before = ''; ; ) {
    await pause(LOOK_MS)
    const now = await exchanged()
    if (gate.waiting > 0 && now === before) return
    before = now
  }
}

async function moves(): Promise<void> {
  const before = await exchanged()
  for (let look = 0; look < 20; look += 1) {
    await pause(LOOK_MS / 10)
    if ((await exchanged()) !== before) return
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
