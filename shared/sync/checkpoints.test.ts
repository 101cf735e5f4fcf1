import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareCheckpoints, type Comparison, type Told } from './checkpoints'

const at = (n: number, session = `s${n}`): Told => ({ n, session })

describe('what a machine and its server tell of each other', () => {
  it.each<[string, Told, number, Told | null, Comparison]>([
    ['a new machine', at(0, 'none'), 0, null, 'fresh'],
    ['a note that never reached the server', at(1), 0, null, 'fresh'],
    ['a database that was made anew', at(9), 9, null, 'serverOlder'],
    ['the same story', at(9), 9, at(9), 'goesOn'],
    ['the last note did not reach the server', at(9), 8, at(8), 'goesOn'],
    ['the answer to the last note was lost', at(9), 8, at(9), 'goesOn'],
    ['a server from an older backup', at(9), 8, at(7), 'serverOlder'],
    ['a server from a much older backup', at(900), 899, at(3), 'serverOlder'],
    ['a machine that came back from an older state', at(5), 5, at(9), 'notOurs'],
    ['a machine whose ledger alone was saved', at(0, 'none'), 0, at(9), 'notOurs'],
    ['a copy of the profile that wrote as often', at(9), 8, at(9, 'other'), 'notOurs'],
  ])('%s', (_, local, confirmed, server, expected) => {
    expect(compareCheckpoints(local, confirmed, server)).toBe(expected)
  })

  it('goes on after whatever is lost on the way, and finds every step back', () => {
    const deeds = fc.array(fc.constantFrom('arrives', 'answer lost', 'never arrives'), {
      minLength: 1,
      maxLength: 30,
    })
    fc.assert(
      fc.property(deeds, fc.nat(), (story, back) => {
        let [local, confirmed]: [Told, number] = [at(0, 'none'), 0]
        let server: Told | null = null
        const states: [Told | null, number][] = [[server, 0]]
        const locals: [Told, number][] = [[local, 0]]
        for (const deed of story) {
          expect(['goesOn', 'fresh']).toContain(compareCheckpoints(local, confirmed, server))
          local = at(local.n + 1)
          if (deed !== 'never arrives') server = local
          if (deed === 'arrives') confirmed = local.n
          states.push([server, confirmed])
          locals.push([local, confirmed])
        }
        expect(['goesOn', 'fresh']).toContain(compareCheckpoints(local, confirmed, server))
        // The server back at an earlier state: noticed as soon as what it lost was confirmed.
        const [before] = states[back % states.length] ?? [null]
        const older = compareCheckpoints(local, confirmed, before)
        expect(older === 'serverOlder').toBe((before?.n ?? 0) < confirmed)
        // The machine back at an earlier state: noticed where the server was told of more.
        const [was, knew] = locals[back % locals.length] ?? [local, confirmed]
        expect(compareCheckpoints(was, knew, server) === 'notOurs').toBe((server?.n ?? 0) > was.n)
      }),
      { numRuns: 300 },
    )
  })

  it('knows a copy that goes about under its name, once either told the server more', () => {
    fc.assert(
      fc.property(
        fc.nat(20),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (n, ours, theirs) => {
          fc.pre(theirs >= ours)
          const copy = at(n + theirs, `copy${n + theirs}`)
          expect(compareCheckpoints(at(n + ours), n, copy)).toBe('notOurs')
        },
      ),
    )
  })
})
