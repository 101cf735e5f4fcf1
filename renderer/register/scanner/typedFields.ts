/** A field before a key wrote into it. */
interface Before {
  field: Field
  value: string
  start: number | null
  end: number | null
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** The field that has the keyboard, as it is now; null where keys write nothing. */
export function fieldNow(): Before | null {
  const field = document.activeElement
  if (field instanceof HTMLSelectElement) return { field, value: field.value, start: null, end: null }
  if (!isWritten(field)) return null
  const { value, selectionStart: start, selectionEnd: end } = field
  return { field, value, start, end }
}

/** Gives every field back what stood in it before the first of these keys, as if nothing had been typed. */
export function restoreFields(before: readonly (Before | null)[]): void {
  const first = new Map<Field, Before>()
  for (const one of before) if (one && !first.has(one.field)) first.set(one.field, one)
  for (const one of first.values()) restore(one)
}

function restore({ field, value, start, end }: Before): void {
  if (field.value === value) return
  // Past React, which would take a value set in the plain way for one that it knows already.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
  if (field instanceof HTMLSelectElement || start === null) return
  field.setSelectionRange(start, end)
}

const NOT_WRITTEN = new Set([
  'button',
  'checkbox',
  'color',
  'file',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
])

function isWritten(element: Element | null): element is HTMLInputElement | HTMLTextAreaElement {
  if (element instanceof HTMLTextAreaElement) return true
  return element instanceof HTMLInputElement && !NOT_WRITTEN.has(element.type)
}
