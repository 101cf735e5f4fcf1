import { describe, expect, it } from 'vitest'
import { valueAt, withValueAt } from './paths'

const record = { intake: { place: '大堂', at: null }, answers: [{ words: '一' }, { words: '二' }] }

describe('dotted paths', () => {
  it.each([
    ['intake.place', '大堂'],
    ['answers.1.words', '二'],
    ['intake.at', null],
    ['intake.place.deeper', undefined],
    ['nothing.at.all', undefined],
  ])('reads %s', (path, expected) => {
    expect(valueAt(record, path)).toBe(expected)
  })

  it('writes one place and leaves the object as it was', () => {
    const next = withValueAt(record, 'answers.1.words', '三')
    expect(next).toEqual({ ...record, answers: [{ words: '一' }, { words: '三' }] })
    expect(record.answers[1]?.words).toBe('二')
  })

  it('puts nothing where there is no object to hold it', () => {
    expect(withValueAt(record, 'intake.at.deeper', 1)).toEqual(record)
  })
})
