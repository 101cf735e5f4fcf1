import { describe, expect, it } from 'vitest'
import { planFor } from './plan'

const ledger = { lastSeq: 42, sentinel: null, problems: 0 }
const found = (why: 'empty' | 'short' | 'fork' | 'unreadable' | 'hollow', lastSeq = 42) =>
  planFor({ kind: 'recovery', why, databaseSeq: 10, ledger: { ...ledger, lastSeq } })

describe('planFor (quality 1)', () => {
  it('keeps what a short database already holds', () => {
    expect(found('short')).toMatchObject({ main: 'recover', fromScratch: false, losesOwn: false })
  })

  it('asks before a database of its own is given up', () => {
    expect(found('fork')).toMatchObject({ main: 'recover', fromScratch: true, losesOwn: true })
  })

  it('begins anew only where the database is empty', () => {
    expect(found('empty').aside).toBe('anew')
    expect(found('short').aside).toBe('rebuild')
    expect(found('unreadable').aside).toBeNull()
    expect(found('hollow')).toMatchObject({ main: 'recover', fromScratch: true, aside: null })
  })

  it('offers no recovery from a ledger that has nothing', () => {
    expect(found('empty', 0).main).toBeNull()
  })

  it('writes a lost ledger from the database', () => {
    expect(planFor({ kind: 'ledgerLost', databaseSeq: 10, ledger })).toMatchObject({
      main: 'rebuild',
      aside: null,
    })
  })
})
