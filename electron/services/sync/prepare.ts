import type { SyncReply, SyncTrouble } from '../../../shared/ipc/syncChannels'
import { canonicalJson } from '../../../shared/util/canonicalJson'
import type { Place } from './address'
import { Calls } from './calls'
import { FIRST_DOCUMENT, officeOf } from './connection'
import { type Account, exchange, type Network, outcomeOfError } from './exchange'

/** What head office's database is to be. */
export interface Preparation extends Network {
  place: Place
  /** An admin of the server. */
  account: Account
  /** Whose database it is to be. */
  officeId: string
  /** Name of the office's user; null leaves members as they are. */
  member: string | null
  /** From `shared/sync/guard`. */
  designDocs: readonly object[]
  mangoIndexes: readonly object[]
}

/** What was done, in its order; each has a sentence. `…Kept` was so already. */
export type PreparationStep =
  | 'databaseMade'
  | 'databaseKept'
  | 'membersSet'
  | 'membersKept'
  | 'guardSet'
  | 'guardKept'
  | 'indexesSet'
  /** Nobody but admins may read: no member was named. */
  | 'noMember'
  /** The server knows no user of that name yet. */
  | 'memberUnknown'

/** Why it was not done: `notAdmin` is an ordinary user's try. */
export type PreparationFault = SyncTrouble | 'notAdmin'

export interface Prepared {
  steps: readonly PreparationStep[]
  /** Null where all is done. */
  fault: PreparationFault | null
  status: number | null
}

const PATIENCE_MS = 60_000
/** Somebody else may change a document between reading and writing it. */
const MOST_TURNS = 3

/** Makes a server ready for an office (issue "Set-up"); what is so already stays, so that it may be run again. */
export async function prepareDatabase(preparation: Preparation): Promise<Prepared> {
  const steps: PreparationStep[] = []
  try {
    await new Preparer(preparation, (step) => steps.push(step)).run()
    return { steps, fault: null, status: null }
  } catch (error) {
    if (!(error instanceof NotDone)) throw error
    return { steps, fault: error.fault, status: error.status }
  }
}

class NotDone extends Error {
  override name = 'NotDone'
  constructor(
    readonly fault: PreparationFault,
    readonly status: number | null,
  ) {
    super(fault)
  }
}

type Fields = Record<string, unknown>

class Preparer {
  private readonly calls = new Calls()

  constructor(
    private readonly preparation: Preparation,
    private readonly done: (step: PreparationStep) => number,
  ) {}

  async run(): Promise<void> {
    const { server } = this.preparation.place
    const greeting = await this.ask('GET', `${server}/`)
    if (fieldsOf(greeting)['couchdb'] !== 'Welcome') throw new NotDone('notCouch', greeting.status)
    const session = await this.ask('GET', `${server}/_session`)
    const roles = listAt(fieldsOf(session), 'userCtx', 'roles')
    if (!roles.includes('_admin')) throw new NotDone('notAdmin', session.status)
    await this.makeDatabase()
    await this.lookForOthers()
    await this.setMembers()
    await this.setDesigns()
    await this.setIndexes()
    await this.lookForMember()
  }

  private async makeDatabase(): Promise<void> {
    const { database } = this.preparation.place
    const { status } = await this.ask('PUT', database)
    if (status === 412) this.done('databaseKept')
    else if (status === 201 || status === 202) this.done('databaseMade')
    else throw new NotDone('refused', status)
  }

  /** Another office's guard would refuse whatever its machines write from now on. */
  private async lookForOthers(): Promise<void> {
    const { place, officeId } = this.preparation
    const { status, body } = this.sure(await this.ask('GET', `${place.database}/${FIRST_DOCUMENT}`))
    const office = officeOf(body)
    if (office !== null && office !== officeId) throw new NotDone('otherOffice', status)
  }

  /** Who is a member stays one; an admin's rights come from the server. */
  private async setMembers(): Promise<void> {
    const url = `${this.preparation.place.database}/_security`
    const before = fieldsOf(this.sure(await this.ask('GET', url)))
    const { member } = this.preparation
    const names = listAt(before, 'members', 'names')
    const roles = listAt(before, 'members', 'roles')
    const wanted = {
      ...before,
      admins: {
        names: listAt(before, 'admins', 'names'),
        roles: withOne(listAt(before, 'admins', 'roles'), '_admin'),
      },
      // With neither names nor roles a database is everybody's.
      members: { names: member === null ? names : withOne(names, member), roles: withOne(roles, '_admin') },
    }
    if (isSame(before, wanted)) this.done('membersKept')
    else {
      this.sure(await this.ask('PUT', url, wanted))
      this.done('membersSet')
    }
    if (wanted.members.names.length === 0 && roles.every((role) => role === '_admin')) this.done('noMember')
  }

  private async setDesigns(): Promise<void> {
    let isChanged = false
    for (const doc of this.preparation.designDocs) isChanged = (await this.setDesign({ ...doc })) || isChanged
    this.done(isChanged ? 'guardSet' : 'guardKept')
  }

  private async setDesign(doc: Fields): Promise<boolean> {
    const url = `${this.preparation.place.database}/${String(doc['_id'])}`
    for (let turn = 1; ; turn += 1) {
      const found = await this.ask('GET', url)
      const { _rev, ...before } = found.status === 200 ? fieldsOf(found) : {}
      if (isSame(before, doc)) return false
      const put = await this.ask('PUT', url, _rev === undefined ? doc : { ...doc, _rev })
      if (put.status === 201 || put.status === 202) return true
      if (put.status !== 409 || turn === MOST_TURNS) throw new NotDone('refused', put.status)
    }
  }

  private async setIndexes(): Promise<void> {
    for (const index of this.preparation.mangoIndexes)
      this.sure(await this.ask('POST', `${this.preparation.place.database}/_index`, index))
    this.done('indexesSet')
  }

  private async lookForMember(): Promise<void> {
    const { member, place } = this.preparation
    if (member === null) return
    const user = await this.ask(
      'HEAD',
      `${place.server}/_users/org.couchdb.user:${encodeURIComponent(member)}`,
    )
    if (user.status === 404) this.done('memberUnknown')
  }

  private async ask(method: string, url: string, body?: object): Promise<SyncReply> {
    const { account } = this.preparation
    const asked = { url, method, body: body === undefined ? null : JSON.stringify(body), account }
    const outcome = await this.calls
      .run('prepare', PATIENCE_MS, (call) => exchange(this.preparation, asked, call))
      .catch((error: unknown) => outcomeOfError(this.preparation, error))
    if (outcome.kind === 'reply') return outcome.reply
    if (outcome.kind === 'cancelled') throw new NotDone('refused', null)
    throw new NotDone(outcome.trouble === 'noRights' ? 'notAdmin' : outcome.trouble, outcome.status)
  }

  private sure(reply: SyncReply): SyncReply {
    if (reply.status >= 300) throw new NotDone('refused', reply.status)
    return reply
  }
}

function fieldsOf({ body }: SyncReply): Fields {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

/** Texts of a list in a part of an object; none where there is no such list. */
function listAt(fields: Fields, part: string, name: string): string[] {
  const inner: unknown = fields[part]
  const list: unknown = typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : null
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []
}

function withOne(list: readonly string[], one: string): string[] {
  return list.includes(one) ? [...list] : [...list, one]
}

/** By content, whatever the order of fields. */
function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other)
}
