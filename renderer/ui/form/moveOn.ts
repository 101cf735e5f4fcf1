const FIELDS =
  'input:not([type=hidden]):not([disabled]), select:not([disabled]), textarea:not([disabled]), [role=radio][tabindex="0"], button[type=submit], button[data-main]'

/**
 * Enter in a field of one line goes to the next field (ui.md, "Habits"). Answers false where Enter has a meaning of
 * its own: in text of several lines, on buttons and links, and in an open list.
 */
export function moveOn(target: EventTarget): boolean {
  if (!(target instanceof HTMLElement)) return false
  const single = target instanceof HTMLInputElement || target instanceof HTMLSelectElement
  if (!single && target.getAttribute('role') !== 'radio') return false
  if (target.getAttribute('aria-expanded') === 'true') return false
  const form = target.closest('form')
  if (!form) return false
  const fields = [...form.querySelectorAll<HTMLElement>(FIELDS)].filter(
    (field) => field.offsetParent !== null,
  )
  const next = fields[fields.indexOf(target) + 1]
  if (!next) return true
  next.focus()
  if (next instanceof HTMLInputElement && next.type !== 'checkbox') next.select()
  return true
}
