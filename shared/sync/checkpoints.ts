import type { Checkpoint } from './wire'

/** What a machine, or the server about it, tells of their last exchange. */
export type Told = Pick<Checkpoint, 'n' | 'session'>

/**
 * How the machine's checkpoint stands to the one the server keeps for it:
 * - `goesOn`: both tell the same story, or the last note did not reach the server;
 * - `fresh`: the server knows nothing of this machine, and need not;
 * - `serverOlder`: the server lost what it was known to have: it came back from a backup, or was made anew;
 * - `notOurs`: the server was told more, or other things, under this machine's id: a copy of the profile goes about, or
 *   this machine came back from an older state. Either way it needs an identity of its own.
 */
export type Comparison = 'goesOn' | 'fresh' | 'serverOlder' | 'notOurs'

/**
 * Compares at every connect (quality 5: a server that lost documents accepts an old `since` without a word). The machine
 * notes a checkpoint in its own database first, then on the server.
 * @param confirmed up to which checkpoint it is known that the server was told.
 */
export function compareCheckpoints(local: Told, confirmed: number, server: Told | null): Comparison {
  if (!server) return confirmed > 0 ? 'serverOlder' : 'fresh'
  if (server.n > local.n) return 'notOurs'
  if (server.n === local.n) return server.session === local.session ? 'goesOn' : 'notOurs'
  return server.n < confirmed ? 'serverOlder' : 'goesOn'
}
