import { describe, expect, it, vi } from 'vitest'
import type { StoredFile } from '../../../shared/domain/register/attachment'
import { freshOf } from './files'

vi.mock('../../platform/desk', () => ({ desk: {} }))

const file = (sha256: string, name = sha256): StoredFile => ({
  sha256,
  name,
  size: 1,
  kind: 'image',
  mime: 'image/png',
})

describe('files of one choice', () => {
  it('go in but for the one that is there already, which is named as it is known', () => {
    const stored = [file('a'), file('b'), file('c')]
    expect(freshOf(stored, [file('b', '已有.png')])).toEqual({
      fresh: [stored[0], stored[2]],
      again: { name: '已有.png' },
    })
  })

  it('go in once where the same bytes were chosen under two names', () => {
    const [one, copy] = [file('a', '照片.png'), file('a', '照片副本.png')]
    expect(freshOf([one, copy], [])).toEqual({ fresh: [one], again: { name: '照片.png' } })
  })

  it('all go in where nothing is there', () => {
    expect(freshOf([file('a')], [])).toEqual({ fresh: [file('a')], again: undefined })
  })
})
