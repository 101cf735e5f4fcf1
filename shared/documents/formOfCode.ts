import { type RegisterCode, REGISTERS } from '../domain/numbering/registers'
import { type FormMeta, type FormName, forms } from './registry'

/** The form that a code on a sheet names (`KF-TS-01`), if it is one of the number's register; else null. */
export function formOfCode(code: string, register: RegisterCode): FormName | null {
  const names = Object.keys(forms) as FormName[]
  const found = names.find((name) => forms[name].code === code)
  return found && isOf(forms[found].register, register) ? found : null
}

/** A month has no register of its own: its sheets are read as of 访问. */
const MONTHLY = new Set(['visitMonth', 'monthReview'])

function isOf(formRegister: string, register: RegisterCode): boolean {
  return formRegister === REGISTERS[register] || (MONTHLY.has(formRegister) && register === 'FW')
}

/** The forms of a register that a sheet can be of: those that bear a number. */
export function formsOfRegister(register: RegisterCode): FormName[] {
  const names = Object.keys(forms) as FormName[]
  return names.filter((name) => forms[name].register === REGISTERS[register])
}

/** Whether somebody signs the form; false for a name that is none. */
export function isSigned(form: string): boolean {
  const meta: FormMeta | undefined = Object.hasOwn(forms, form) ? forms[form as FormName] : undefined
  return meta?.toSign ?? false
}
