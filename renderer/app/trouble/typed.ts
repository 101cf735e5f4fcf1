/** A field as it stood on the screen: its name, and what was in it. */
export interface TypedField {
  label: string
  text: string
}

/** What of a field is looked at; an element of the page has it. */
interface FieldLike {
  type?: string
  value?: string
  readOnly?: boolean
  getAttribute: (name: string) => string | null
  labels?: ArrayLike<{ textContent: string | null }> | null
}

/** What is secret, or no text of anybody's. */
const NOT_TYPED = new Set(['password', 'hidden', 'checkbox', 'radio', 'button', 'submit', 'file', 'range'])

/** The texts of fields, in their order; empty and secret ones are left out. */
export function typedIn(fields: Iterable<FieldLike>): TypedField[] {
  return [...fields].flatMap((field) => {
    const { type = '', value = '', readOnly, labels } = field
    if (NOT_TYPED.has(type) || readOnly || value.trim() === '') return []
    const named = labels?.[0]?.textContent ?? field.getAttribute('aria-label') ?? ''
    return [{ label: named.replace('*', '').trim(), text: value }]
  })
}

/** What stands in the fields of the window now. Read before a broken screen takes them away. */
export function typedOnScreen(): TypedField[] {
  return typedIn(document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea'))
}

// Words of the program's own: choices, ids, instants.
const OWN = /^(?:[a-z][A-Za-z.]*|[\da-f-]{32,36}|\d{4}-\d\d-\d\dT[\d:.]+Z)$/

/** What somebody typed into a draft, in the order of its form; choices and ids are left out. */
export function typedInDraft(values: unknown): TypedField[] {
  if (typeof values === 'string') {
    return values.trim() === '' || OWN.test(values) ? [] : [{ label: '', text: values }]
  }
  if (typeof values !== 'object' || values === null) return []
  return Object.values(values).flatMap(typedInDraft)
}

/** For the clipboard: one field a line, its name before it. */
export function typedText(fields: readonly TypedField[]): string {
  return fields.map(({ label, text }) => (label === '' ? text : `${label}：${text}`)).join('\n')
}
