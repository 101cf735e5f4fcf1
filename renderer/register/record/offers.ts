import { may } from '../../../shared/domain/office/permissions'
import { ROLES, type Role } from '../../../shared/domain/office/types'
import type { CommandRule } from '../../../shared/domain/register/lifecycle'

/** A step that the state allows. What still forbids it is said in words, never hidden. */
export interface Offer<S extends string> {
  step: S
  /** True where it was taken before: 改派 instead of 派工 (`step.assignAgain`). */
  again?: boolean
  /** Roles that may, where this one may not. */
  needsRoles: readonly Role[]
  /** What has to be done first, by key of `missing.*`. */
  needs?: readonly string[]
  /** Whatever else is in the way: key of a sentence with `{{step}}` in it, `branches:giveUp.needs`. */
  bar?: { key: string; params?: Record<string, unknown> } | null
}

/** Of these steps those that the state allows, in their order, each with the roles that may where this one may not. */
export function possibleSteps<S extends string>(
  commands: Readonly<Record<S, CommandRule>>,
  steps: readonly S[],
  state: string,
  role: Role,
): Offer<S>[] {
  return steps
    .filter((step) => commands[step].from.includes(state))
    .map((step) => {
      const { permission } = commands[step]
      return {
        step,
        needsRoles: may(role, permission) ? [] : ROLES.filter((other) => may(other, permission)),
      }
    })
}

/** Whether it is shown, but cannot be taken yet. */
export function isBlocked({ needsRoles, needs = [], bar }: Offer<string>): boolean {
  return needsRoles.length > 0 || needs.length > 0 || Boolean(bar)
}
