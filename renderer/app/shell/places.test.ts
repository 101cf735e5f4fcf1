import { describe, expect, it } from 'vitest'
import { creatableFor, isOpen, openPlace, placesFor } from './places'

const REGISTERS = [
  { key: 'today' },
  { key: 'complaints', create: 'record.register' },
  { key: 'households', create: 'household.write' },
  { key: 'guidance', hidden: true, create: 'guidance.write' },
  // As 寻物 stands under 失物.
  { key: 'settings', under: 'households', create: 'settings.write' },
] as const

const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key)

describe('the places of the navigation', () => {
  it('are the registers that are neither hidden nor under another', () => {
    expect(keys(placesFor(REGISTERS, 'director'))).toEqual(['today', 'complaints', 'households'])
  })

  it.each([
    ['/households', 'households'],
    ['/households/u1', 'households'],
    ['/settings/new', 'households'],
    ['/guidance', 'guidance'],
    ['/settingsfile', null],
  ])('%s is open at %s', (pathname, place) => {
    expect(openPlace(REGISTERS, pathname)).toBe(place)
  })

  it('tells a register from one whose name begins the same', () => {
    expect(isOpen({ key: 'today' }, '/today')).toBe(true)
    expect(isOpen({ key: 'today' }, '/todays/1')).toBe(false)
  })
})

describe('新建', () => {
  it('begins with the open register, then those beside it', () => {
    expect(keys(creatableFor(REGISTERS, 'director', '/settings/s1'))).toEqual([
      'settings',
      'households',
      'complaints',
    ])
    expect(keys(creatableFor(REGISTERS, 'director', '/today'))).toEqual([
      'complaints',
      'households',
      'settings',
    ])
  })

  it('offers what the role may begin, and nothing to who only reads', () => {
    expect(keys(creatableFor(REGISTERS, 'clerk', '/today'))).toEqual(['complaints', 'households'])
    expect(creatableFor(REGISTERS, 'viewer', '/today')).toEqual([])
  })
})
