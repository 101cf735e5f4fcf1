import { may } from '../../../shared/domain/office/permissions'
import type { Role } from '../../../shared/domain/office/types'
import type { Register } from '../register'

type Known = Pick<Register, 'key' | 'hidden' | 'under' | 'permission' | 'create'>

/** Whether the screens of this very register are open. */
export function isOpen({ key }: Pick<Register, 'key'>, pathname: string): boolean {
  return pathname === `/${key}` || pathname.startsWith(`/${key}/`)
}

/** The open register's own place of the navigation, or that of the register it is under; null outside all. */
export function openPlace(registers: readonly Known[], pathname: string): Register['key'] | null {
  const open = registers.find((register) => isOpen(register, pathname))
  return open ? (open.under ?? open.key) : null
}

/** The registers with a place of the navigation that this role sees, in order: Ctrl+1 is the first. */
export function placesFor<R extends Known>(registers: readonly R[], role: Role): R[] {
  return registers.filter((register) => !register.hidden && !register.under && sees(register, role))
}

/** The registers in which this role may begin a record: the open one first, then those beside it, then the others. */
export function creatableFor<R extends Known>(registers: readonly R[], role: Role, pathname: string): R[] {
  const place = openPlace(registers, pathname)
  const nearness = (register: R) =>
    isOpen(register, pathname) ? 2 : Number((register.under ?? register.key) === place)
  return registers
    .filter((register) => !register.hidden && sees(register, role))
    .filter(({ create }) => create && may(role, create))
    .toSorted((a, b) => nearness(b) - nearness(a))
}

function sees({ permission }: Known, role: Role): boolean {
  return !permission || may(role, permission)
}
