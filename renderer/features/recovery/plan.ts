import type { StartState } from '../../data'

export type Trouble = Extract<StartState, { kind: 'recovery' | 'ledgerLost' }>

/** What is wrong; the keys of its sentences. */
export type Why = Extract<StartState, { kind: 'recovery' }>['why'] | 'lost'

/** What can be done: `recover` from the ledger, `rebuild` the ledger from the database, or begin `anew`. */
export type Way = 'recover' | 'rebuild' | 'anew'

/** All that was saved, a `part` of it, `none`, or `notThose` that the database lacks. */
export type Holds = 'all' | 'part' | 'none' | 'notThose'

export interface Plan {
  why: Why
  /** What the ledger can give back; null where that is not the question. */
  holds: Holds | null
  /** The way that loses nothing, offered first; null when there is none. */
  main: Way | null
  /** The way that gives something up, asked about before; null when there is none. */
  aside: Way | null
  /** Recovery empties the database first. What is left of it only counts where it is a true beginning. */
  fromScratch: boolean
  /** Recovery gives up what only the database holds, so that it too is asked about. */
  losesOwn: boolean
}

/** The ways out of what was found at start (quality 1). An unreadable database cannot take over from the ledger. */
export function planFor(state: Trouble): Plan {
  if (state.kind === 'ledgerLost') {
    return { why: 'lost', holds: null, main: 'rebuild', aside: null, fromScratch: false, losesOwn: false }
  }
  const { why, ledger, databaseSeq } = state
  const holds = holdsOf(state)
  return {
    why,
    holds: why === 'fork' ? null : holds,
    main: holds === 'none' || holds === 'notThose' ? null : 'recover',
    aside: asideOf(why),
    fromScratch: why !== 'short',
    losesOwn: why === 'fork' || (why === 'rows' && ledger.lastSeq < databaseSeq),
  }
}

/** What a damaged database holds must not take over from the ledger. */
function asideOf(why: Exclude<Why, 'lost'>): Way | null {
  if (why === 'empty') return 'anew'
  return why === 'short' || why === 'fork' ? 'rebuild' : null
}

function holdsOf({ why, ledger, databaseSeq }: Extract<Trouble, { kind: 'recovery' }>): Holds {
  const { lastSeq, sentinel, problems } = ledger
  // The sentinel tells how much there was: a ledger that ends before it may have nothing that the database lacks.
  if (why === 'short' && lastSeq <= databaseSeq) return 'notThose'
  if (lastSeq === 0) return 'none'
  return problems > 0 || (sentinel?.lastSeq ?? 0) > lastSeq ? 'part' : 'all'
}
