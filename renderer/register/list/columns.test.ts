import { describe, expect, it } from 'vitest'
import { moveColumn, readChosen, roomFor, shownKeys, withColumn } from './columns'

const columns = [
  { key: 'number', from: 'narrow', fixed: true },
  { key: 'what', from: 'narrow' },
  { key: 'where', from: 'wide' },
  { key: 'who', from: 'middle' },
  { key: 'channel' },
] as const

describe('columns of a list', () => {
  it('give way where there is little room, while nobody chose', () => {
    expect(shownKeys(columns, null, 'narrow')).toEqual(['number', 'what'])
    expect(shownKeys(columns, null, 'middle')).toEqual(['number', 'what', 'who'])
    expect(shownKeys(columns, null, 'wide')).toEqual(['number', 'what', 'where', 'who'])
    expect([roomFor(699), roomFor(700), roomFor(900)]).toEqual(['narrow', 'middle', 'wide'])
  })

  it('are what was chosen, in its order, whatever the room; the one that names the record stays', () => {
    expect(shownKeys(columns, ['channel', 'number', 'gone'], 'narrow')).toEqual(['channel', 'number'])
    expect(shownKeys(columns, ['channel'], 'wide')).toEqual(['number', 'channel'])
  })

  it('come behind the others, go, and move', () => {
    expect(withColumn(['number', 'what'], 'channel', true)).toEqual(['number', 'what', 'channel'])
    expect(withColumn(['number', 'what'], 'what', false)).toEqual(['number'])
    expect(moveColumn(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
    expect(moveColumn(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
    expect(moveColumn(['a', 'b', 'c'], 'a', 9)).toEqual(['b', 'c', 'a'])
    expect(moveColumn(['a'], 'x', 1)).toEqual(['a'])
  })

  it('are remembered only where they make sense', () => {
    expect(readChosen(['a', 1, 'a'])).toEqual(['a'])
    for (const not of [null, {}, [], [1], 'a']) expect(readChosen(not)).toBeNull()
  })
})
