export type { DraftRoute } from './DraftList'
export type { Due } from './DueList'
export { SECTIONS, type Section } from './sections'
export { Today } from './Today'
