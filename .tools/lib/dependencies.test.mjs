import { describe, expect, it } from 'vitest'
import { satisfies } from './dependencies.mjs'

const ENGINES = '^20.19 || >=22.12'

describe('the range of Node versions', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '22.21.1', '23.0.0', '24.1.0'])('takes %s', (version) => {
    expect(satisfies(version, ENGINES)).toBe(true)
  })

  it.each(['18.20.8', '20.18.3', '21.7.0', '22.11.0'])('refuses %s', (version) => {
    expect(satisfies(version, ENGINES)).toBe(false)
  })
})
