/** The package for head office (domain 12, 13): what may leave, how texts are cleaned, and the check of the result. */
export * from './build'
export * from './check'
export type { PersonalKind } from './patterns'
export type { KnownPeople, PersonalWords } from './personal'
export { registerPackages } from './registers'
export * from './tables'
export * from './types'
