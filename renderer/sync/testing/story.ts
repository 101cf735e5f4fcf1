import { type Bench, type Place } from '../../../e2e/fixtures/couch/testing'
import { proxyPage, type Snapshot, type Trouble } from '../../../e2e/fixtures/couch'
import { instantFromMs, msOf } from '../../../shared/util/civilTime'
import { NeedsYou } from '../needs'
import { Cancelled, ServerTrouble } from '../server/couch'
import { DEEDS, type DeedName } from './deeds'
import { at, Killed, Machine, type Mishap } from './machine'
import { prepare, register } from './office'
import { Signed } from './signed'
import { saidAt, Typed, wordOf } from './typed'

/** Something that happens to an office of several machines. Machines are chosen by any number. */
export type Event =
  | { what: 'deed'; who: number; deed: DeedName; pick: number }
  /** `mishap` meets the request `at`; `meanwhile` somebody does something at that moment. */
  | { what: 'exchange'; who: number; at: number; mishap: Mishap | null; meanwhile: Meanwhile | null }
  | { what: 'trouble'; trouble: TroubleName; skip: number; times: number }
  | { what: 'unplug' | 'plug' | 'recover' | 'renew'; who: number }
  | { what: 'late' | 'snapshot' | 'restore' | 'lose' }

export type Meanwhile =
  | { does: 'deed'; who: number; deed: DeedName; pick: number }
  | { does: 'exchange'; who: number }

export const TROUBLES = {
  lost: () => ({ kind: 'answerLost' }),
  refused: () => ({ kind: 'refused' }),
  cut: () => ({ kind: 'cut', afterBytes: 120 }),
  slow: () => ({ kind: 'slow', bytes: 400, pauseMs: 1 }),
  failed: () => proxyPage(502),
  failedDone: () => proxyPage(504, true),
} satisfies Record<string, () => Trouble>
export type TroubleName = keyof typeof TROUBLES

const BEGIN = '2026-02-26T01:00:00.000Z'
const AFTER_MONTH = '2026-03-02T01:00:00.000Z'

/** An office whose machines work, fail and exchange as events say. */
export class Story {
  readonly machines: Machine[] = []
  readonly typed = new Typed()
  readonly signed = new Signed()
  /** Commands that machines acknowledged, by their opId. */
  readonly acknowledged: string[] = []
  private readonly renewable = new Set<Machine>()
  private snapshot: Snapshot | null = null
  private words = 0

  private constructor(
    private readonly bench: Bench,
    readonly place: Place,
  ) {}

  /** Machines that know the same two complaints. */
  static async begin(bench: Bench, count: number): Promise<Story> {
    bench.control?.calm()
    const story = new Story(bench, await bench.place())
    const first = story.machine('m0')
    await first.setUp()
    await prepare(story.place, first)
    for (const content of ['水管漏水', '电梯停运']) await register(first, content, BEGIN)
    for (let i = 1; i < count; i += 1)
      await story.machine(`m${i}`).becomeOf(first, String.fromCharCode(65 + i))
    for (const machine of story.machines) machine.now = AFTER_MONTH
    return story
  }

  private machine(name: string): Machine {
    const machine = new Machine(name, at(this.bench.url, this.place))
    machine.now = BEGIN
    this.machines.push(machine)
    return machine
  }

  async happen(event: Event): Promise<void> {
    for (const machine of this.machines) machine.now = instantFromMs(msOf(machine.now) + 60_000)
    if (event.what === 'deed') await this.deed(event)
    else if (event.what === 'exchange') await this.exchange(event)
    else if (event.what === 'trouble') this.trouble(event)
    else if ('who' in event) await this.toMachine(event.what, this.of(event.who))
    else await this.toServer(event.what)
  }

  private of(who: number): Machine {
    const machine = this.machines[who % this.machines.length]
    if (!machine) throw new Error('no machine')
    return machine
  }

  private async deed({ who, deed, pick }: { who: number; deed: DeedName; pick: number }): Promise<void> {
    const machine = this.of(who)
    const before = await saidAt(machine)
    this.words += 1
    await DEEDS[deed]({ machine, word: wordOf(this.words), pick })
    this.typed.note(before, await saidAt(machine))
    if (deed === 'sign') await this.signed.note(machine)
  }

  private async exchange({ who, at: nth, mishap, meanwhile }: Event & { what: 'exchange' }): Promise<void> {
    const machine = this.of(who)
    let asked = 0
    machine.onRequest = async () => {
      asked += 1
      if (asked !== nth) return null
      if (meanwhile?.does === 'deed') await this.deed(meanwhile)
      if (meanwhile?.does === 'exchange' && this.of(meanwhile.who) !== machine)
        await this.tryExchange(this.of(meanwhile.who))
      return mishap
    }
    await this.tryExchange(machine)
    machine.onRequest = async () => null
  }

  /** An exchange that may fail by the network, but by nothing else. */
  async tryExchange(machine: Machine): Promise<void> {
    try {
      await this.agreeing(machine)
    } catch (error) {
      const expected = [ServerTrouble, Killed, Cancelled].some((kind) => error instanceof kind)
      if (!expected) throw error
    }
  }

  /** Exchanges, and says yes to what is asked where it may be asked. */
  async agreeing(machine: Machine): Promise<void> {
    const agreed = { fillEmptied: false, replaces: false }
    for (let tries = 0; tries < 4; tries += 1) {
      try {
        return await machine.exchange(agreed)
      } catch (error) {
        if (!(error instanceof NeedsYou)) throw error
        if (error.need === 'emptied') agreed.fillEmptied = true
        else if (error.need === 'letterTaken' && this.renewable.has(machine)) agreed.replaces = true
        else if (error.need === 'cloned' && this.renewable.has(machine)) await this.renew(machine)
        else throw error
      }
    }
    throw new Error(`${machine.name} is asked for ever`)
  }

  private async renew(machine: Machine): Promise<void> {
    this.renewable.add(machine)
    this.remember(machine)
    await machine.renew()
  }

  /** What a journal holds was acknowledged; a new identity begins a new one. */
  private remember(machine: Machine): void {
    for (const { body } of machine.lines)
      this.acknowledged.push((JSON.parse(body) as { audit: { opId: string } }).audit.opId)
  }

  private trouble({ trouble, skip, times }: Event & { what: 'trouble' }): void {
    let left = skip
    // Head office itself is spared.
    const when = ({ url, method }: { url: string; method: string }) =>
      url.startsWith(this.place.db) && !(method === 'PUT' && url.includes('_design')) && (left -= 1) < 0
    this.bench.control?.fault({ trouble: TROUBLES[trouble](), when, times })
  }

  private async toMachine(what: 'unplug' | 'plug' | 'recover' | 'renew', machine: Machine): Promise<void> {
    if (what === 'renew') return this.renew(machine)
    if (what !== 'recover') machine.online = what === 'plug'
    else {
      this.renewable.add(machine)
      await machine.recover()
    }
  }

  private async toServer(what: 'late' | 'snapshot' | 'restore' | 'lose'): Promise<void> {
    const { control } = this.bench
    if (what === 'late') for (const machine of this.machines) await machine.lateOnes()
    else if (what === 'snapshot') this.snapshot = control?.snapshot(this.place.name) ?? null
    else if (what === 'restore') {
      this.forgetLate()
      if (this.snapshot) control?.restore(this.snapshot)
    } else {
      this.forgetLate()
      control?.wipe(this.place.name, true)
      control?.calm()
      if (this.machines[0]) await prepare(this.place, this.machines[0])
    }
  }

  /** A server that goes down ends its connections. */
  private forgetLate(): void {
    for (const machine of this.machines) machine.forgetLate()
  }

  /** The network is good again, and everybody exchanges until nobody has anything to tell; answers after how many rounds. */
  async end(): Promise<number> {
    this.bench.control?.calm()
    for (const machine of this.machines) {
      machine.online = true
      await machine.lateOnes()
    }
    for (let rounds = 1; rounds < 12; rounds += 1) {
      const before = await this.chains()
      for (const machine of this.machines) {
        machine.now = instantFromMs(msOf(machine.now) + 60_000)
        await this.agreeing(machine)
      }
      if ((await this.chains()) === before) {
        for (const machine of this.machines) this.remember(machine)
        return rounds
      }
    }
    throw new Error('they exchange for ever')
  }

  /** How long all chains are on all machines, and what waits. */
  private async chains(): Promise<string> {
    const counts = await Promise.all(
      this.machines.map(async ({ db }) => [await db.of('audit').count(), await db.of('outbox').count()]),
    )
    return JSON.stringify(counts)
  }
}
