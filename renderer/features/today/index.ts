export type { DraftRoute } from './DraftList'
export type { Due } from './DueList'
export type { Section } from './sections'
export { Today } from './Today'
