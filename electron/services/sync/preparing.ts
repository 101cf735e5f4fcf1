import type { Place } from './address'
import { placeOf } from './address'
import type { Account } from './exchange'
import { type Preparation, type PreparationFault, type PreparationStep, prepareDatabase } from './prepare'

/** What the command line asks for: `--prepare-server=<address>/<database> --office=<id> [--member=<user>]`. */
export interface Wanted {
  /** Null where the address cannot be used: see `problem`. */
  place: Place | null
  problem: 'address' | 'office' | null
  officeId: string
  member: string | null
}

/** The command's sentences; each is printed in every language that is given. */
export interface PreparingTexts {
  user: string
  password: string
  usage: string
  problems: Record<'address' | 'office' | 'account', string>
  steps: Record<PreparationStep, string>
  faults: Record<PreparationFault, string>
  done: string
  failed: string
}

/** What the command needs of its surroundings. */
export interface PreparingOptions
  extends Pick<Preparation, 'fetch' | 'isOnline' | 'log' | 'designDocs' | 'mangoIndexes'> {
  texts: readonly PreparingTexts[]
  env: Readonly<Record<string, string | undefined>>
  /** Asks at the terminal; what is secret is not shown while it is typed. Null at the end of the input. */
  ask: (question: string, secret: boolean) => Promise<string | null>
  say: (line: string) => void
}

const SWITCH = '--prepare-server='

function valueOf(args: readonly string[], name: string): string | null {
  return args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) || null
}

/** Reads the command line; null where it asks for something else. */
export function wantedIn(args: readonly string[]): Wanted | null {
  const given = args.find((arg) => arg.startsWith(SWITCH) || arg === SWITCH.slice(0, -1))
  if (given === undefined) return null
  const text = given.slice(SWITCH.length).replace(/\/+$/, '')
  const cut = text.lastIndexOf('/')
  const place = placeOf({ address: text.slice(0, cut), database: decoded(text.slice(cut + 1)) })
  const officeId = valueOf(args, 'office') ?? ''
  return {
    place: place.ok ? place.value : null,
    problem: place.ok ? (/^[\w.:-]{1,100}$/.test(officeId) ? null : 'office') : 'address',
    officeId,
    member: valueOf(args, 'member'),
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/**
 * Prepares a server as an admin asks on the command line. Answers the exit code: 0 done, 1 not done, 2 not understood.
 * User and password come from FRONT_DESK_ADMIN_USER and FRONT_DESK_ADMIN_PASSWORD, or are asked for.
 */
export async function prepareAsAsked(wanted: Wanted, options: PreparingOptions): Promise<number> {
  const { texts, say } = options
  const tell = (sentence: (of: PreparingTexts) => string): void => texts.forEach((of) => say(sentence(of)))
  if (wanted.place === null || wanted.problem !== null) {
    const { problem } = wanted
    tell((of) => of.problems[problem ?? 'address'])
    tell((of) => of.usage)
    return 2
  }
  const account = await accountFrom(options)
  if (!account) {
    tell((of) => of.problems.account)
    return 2
  }
  const { steps, fault, status } = await prepareDatabase({
    ...options,
    ...wanted,
    place: wanted.place,
    account,
  })
  for (const step of steps) tell((of) => of.steps[step])
  if (fault === null) {
    tell((of) => of.done)
    return 0
  }
  tell((of) => `${of.faults[fault]}${status === null ? '' : ` (${status})`}`)
  tell((of) => of.failed)
  return 1
}

async function accountFrom({ env, ask, texts }: PreparingOptions): Promise<Account | null> {
  const question = (of: 'user' | 'password'): string => `${texts.map((one) => one[of]).join(' / ')}: `
  const user = env['FRONT_DESK_ADMIN_USER'] || (await ask(question('user'), false))
  if (!user || user.includes(':')) return null
  const password = env['FRONT_DESK_ADMIN_PASSWORD'] || (await ask(question('password'), true))
  return password ? { user, password } : null
}
