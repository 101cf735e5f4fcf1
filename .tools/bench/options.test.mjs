import { describe, expect, it } from 'vitest'
import { readOptions } from './options.mjs'

describe('what the bench is asked for', () => {
  it('measures backups only where they are named, and then nothing else', () => {
    expect(readOptions([]).parts).toEqual(['start', 'lists', 'save', 'paper'])
    const { parts, records, attachments } = readOptions([
      'backup',
      '--records',
      '500000',
      '--attachments',
      '2G',
    ])
    expect(parts).toEqual(['backup'])
    expect(records).toBe(500_000)
    expect(attachments).toBe(2 * 1024 ** 3)
  })

  it('measures the exchange with a server only where it is named', () => {
    const { parts, records } = readOptions(['sync', '--records', '2000'])
    expect(parts).toEqual(['sync'])
    expect(records).toBe(2000)
  })

  it('measures growth over the sizes that are named, the smallest first', () => {
    expect(readOptions(['growth']).sizes).toEqual([1000, 10_000, 100_000, 500_000])
    const { parts, sizes } = readOptions(['growth', '--sizes', '500,5000'])
    expect(parts).toEqual(['growth'])
    expect(sizes).toEqual([500, 5000])
  })

  it('takes a profile of the slowest operation only where growth is measured', () => {
    expect(readOptions(['growth']).trace).toBeUndefined()
    expect(readOptions(['growth', '--trace', '/profiles'])).toMatchObject({ trace: '/profiles', of: '' })
    const { of } = readOptions(['growth', '--trace', '/profiles', '--of', 'statistics'])
    expect(of).toBe('statistics')
  })

  it.each([
    [['--trace', '/profiles']],
    [['growth', '--of', 'statistics']],
    [['growth', '--sizes', '5000,500']],
    [['growth', '--sizes', 'many']],
    [['backups']],
    [['backup', 'sync']],
    [['--only', 'sync']],
    [['backup', 'paper']],
    [['backup', '--attachments', '2T']],
    [['--records', '10']],
    [['--only', 'backup']],
  ])('refuses %j with a sentence', (args) => {
    expect(() => readOptions(args)).toThrow(/\w+ /)
  })
})
