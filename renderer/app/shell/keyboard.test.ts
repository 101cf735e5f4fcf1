import { describe, expect, it } from 'vitest'
import { commandFor } from './keyboard'

const key = (over: Partial<Parameters<typeof commandFor>[0]>) => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...over,
})

describe('commandFor', () => {
  it.each([
    [{ key: 'k', ctrlKey: true }, 'search'],
    [{ key: 'K', metaKey: true }, 'search'],
    [{ key: 'Enter', ctrlKey: true }, 'saveAndClose'],
    [{ key: '3', code: 'Digit3', ctrlKey: true }, 'goto3'],
    [{ key: 'ArrowLeft', altKey: true }, 'back'],
    [{ key: 'F2' }, 'edit'],
    [{ key: 'g', code: 'KeyG', altKey: true }, 'guide'],
    [{ key: 'h', code: 'KeyH', altKey: true }, 'check'],
    // While an input method is on.
    [{ key: 'Process', code: 'KeyG', altKey: true }, 'guide'],
    [{ key: 'L', ctrlKey: true, shiftKey: true }, 'switchUser'],
    [{ key: 'Tab', ctrlKey: true }, 'nextTab'],
    [{ key: 'Tab', ctrlKey: true, shiftKey: true }, 'previousTab'],
  ] as const)('%o is %s', (over, command) => {
    expect(commandFor(key(over), false)).toBe(command)
  })

  it('leaves Ctrl+Z to a field, and takes it elsewhere', () => {
    expect(commandFor(key({ key: 'z', ctrlKey: true }), true)).toBeNull()
    expect(commandFor(key({ key: 'z', ctrlKey: true }), false)).toBe('undo')
  })

  it('leaves alone what AltGr types and what no command stands for', () => {
    expect(commandFor(key({ key: 'n', ctrlKey: true, altKey: true }), false)).toBeNull()
    expect(commandFor(key({ key: 'a' }), false)).toBeNull()
    expect(commandFor(key({ key: 'g', code: 'KeyG' }), false)).toBeNull()
    expect(commandFor(key({ key: 'ArrowLeft' }), false)).toBeNull()
    expect(commandFor(key({ key: '0', code: 'Digit0', ctrlKey: true }), false)).toBeNull()
  })
})
