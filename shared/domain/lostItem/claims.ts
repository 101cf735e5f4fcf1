import type { Claim, LostItem } from './types'

/** The claim whose features were stated and whose check is still to come; the newest of several. */
export function openClaim({ claims }: Pick<LostItem, 'claims'>): Claim | null {
  return claims.findLast(({ check }) => check === null) ?? null
}

/** The claim for which the item was given out. */
function grantedClaim({ claims }: Pick<LostItem, 'claims'>): Claim | null {
  return claims.find(({ claimedAt }) => claimedAt !== null) ?? null
}

/**
 * The claim that stands on the stub of 《失物认领单》: the one it was given out for, else the one that waits. One that did
 * not agree is nobody's business on paper.
 */
export function claimOnSheet(record: Pick<LostItem, 'claims'>): Claim | null {
  return grantedClaim(record) ?? openClaim(record)
}

/** Who signs 《失物认领单》 next, and in which box of it: the finder first, the claimant later. */
export function expectedSigner(record: Pick<LostItem, 'claims' | 'intake'>): { name: string; role: string } {
  const claim = claimOnSheet(record)
  return claim ? { name: claim.name, role: '认领人' } : { name: record.intake.finder.name, role: '拾获人' }
}

/** Whether somebody claims for another: then the 委托书 is asked for (domain 6). */
export function isOnBehalf({ relation }: Pick<Claim, 'relation'>): boolean {
  return relation !== 'self'
}
