import { describe, expect, it } from 'vitest'
import { planFor, type Trouble } from './plan'

const ledger = { lastSeq: 42, sentinel: null, problems: 0 }
type Why = Extract<Trouble, { kind: 'recovery' }>['why']
const found = (why: Why, lastSeq = 42) =>
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

  it('says what the ledger holds, and promises nothing that it has not', () => {
    const sentinel = {
      officeId: 'o',
      officeName: '翠湖花园',
      deviceId: 'd',
      dataVersion: 4,
      lastSeq: 50,
      lastDigest: 'x',
      counts: {},
      writtenAt: '2026-11-22T08:00:00Z',
    }
    const holding = (why: Why, ledgerIs: Partial<Trouble['ledger']>) =>
      planFor({ kind: 'recovery', why, databaseSeq: 10, ledger: { ...ledger, ...ledgerIs } })
    expect(holding('empty', {})).toMatchObject({ holds: 'all', main: 'recover' })
    expect(holding('empty', { sentinel })).toMatchObject({ holds: 'part', main: 'recover' })
    expect(holding('unreadable', { problems: 1 })).toMatchObject({ holds: 'part', main: 'recover' })
    for (const why of ['empty', 'unreadable', 'hollow'] as const)
      expect(holding(why, { lastSeq: 0, sentinel })).toMatchObject({ holds: 'none', main: null })
    // The sentinel knows of more than both: to recover would change nothing, and ask again for ever.
    expect(holding('short', { lastSeq: 10, sentinel })).toMatchObject({ holds: 'notThose', main: null })
    expect(holding('short', { lastSeq: 11, sentinel })).toMatchObject({ holds: 'part', main: 'recover' })
    expect(holding('fork', { lastSeq: 5 }).holds).toBeNull()
  })

  it('makes a database with damaged rows anew, and asks first where the ledger has less', () => {
    expect(found('rows')).toMatchObject({
      main: 'recover',
      fromScratch: true,
      aside: null,
      losesOwn: false,
    })
    expect(found('rows', 9).losesOwn).toBe(true)
  })

  it('writes a lost ledger from the database', () => {
    expect(planFor({ kind: 'ledgerLost', databaseSeq: 10, ledger })).toMatchObject({
      main: 'rebuild',
      aside: null,
    })
  })
})
