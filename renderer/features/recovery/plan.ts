import type { StartState } from '../../data'

export type Trouble = Extract<StartState, { kind: 'recovery' | 'ledgerLost' }>

/** What is wrong; the keys of its sentences. */
export type Why = Extract<StartState, { kind: 'recovery' }>['why'] | 'lost'

/** What can be done: `recover` from the ledger, `rebuild` the ledger from the database, or begin `anew`. */
export type Way = 'recover' | 'rebuild' | 'anew'

export interface Plan {
  why: Why
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
    return { why: 'lost', main: 'rebuild', aside: null, fromScratch: false, losesOwn: false }
  }
  const { why, ledger } = state
  return {
    why,
    main: ledger.lastSeq > 0 ? 'recover' : null,
    // What a damaged database holds must not take over from the ledger.
    aside: why === 'empty' ? 'anew' : why === 'unreadable' || why === 'hollow' ? null : 'rebuild',
    fromScratch: why !== 'short',
    losesOwn: why === 'fork',
  }
}
