import type { FormMeta } from '../../../shared/documents/registry'

/** Roles that can sign a form on the screen: who is `expected` to sign it now stands first, in their own box. */
export function screenRoles({ signOnScreen = [] }: FormMeta, expected?: string): readonly string[] {
  if (expected === undefined || !signOnScreen.includes(expected)) return signOnScreen
  return [expected, ...signOnScreen.filter((role) => role !== expected)]
}
