import { useEffect } from 'react'
import { dispatchCommand, type ScreenCommand } from '../../ui'

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const WITH_CONTROL: Record<string, ScreenCommand> = {
  k: 'search',
  n: 'new',
  s: 'save',
  p: 'print',
  o: 'scan',
  l: 'lock',
  enter: 'saveAndClose',
  tab: 'nextTab',
}
const WITH_CONTROL_SHIFT: Record<string, ScreenCommand> = { l: 'switchUser', tab: 'previousTab' }
const ALONE: Record<string, ScreenCommand> = { F1: 'keys', F2: 'edit', Escape: 'escape' }
const WITH_ALT: Record<string, ScreenCommand> = { ArrowLeft: 'back', ArrowRight: 'forward' }
const WITH_ALT_BY_PLACE: Record<string, ScreenCommand> = { KeyG: 'guide', KeyH: 'check' }

/** The command a key stands for, or null (ui.md, "Habits"). `typing`: the focus is in a field. */
export function commandFor(event: Key, typing: boolean): ScreenCommand | null {
  const control = event.ctrlKey || event.metaKey
  if (control && event.altKey) return null
  // By its place on the keyboard: while Chinese is being typed the key has no letter.
  if (event.altKey) return WITH_ALT_BY_PLACE[event.code] ?? WITH_ALT[event.key] ?? null
  if (!control) return event.shiftKey ? null : (ALONE[event.key] ?? null)
  if (event.shiftKey) return WITH_CONTROL_SHIFT[event.key.toLowerCase()] ?? null
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
  if (digit) return `goto${digit}` as ScreenCommand
  // In a field Ctrl+Z is the field's own.
  if (event.key.toLowerCase() === 'z') return typing ? null : 'undo'
  return WITH_CONTROL[event.key.toLowerCase()] ?? null
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
  )
}

/**
 * Turns shortcuts into commands of the screen. What is answered here is kept from the system menu, which knows the
 * same keys, so that nothing happens twice.
 */
export function useKeyboard(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      const command = commandFor(event, isTyping(event.target))
      if (command && dispatchCommand(command)) event.preventDefault()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
