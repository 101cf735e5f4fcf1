export type { DraftRoute } from './DraftList'
export type { Due } from './DueList'
export { Today } from './Today'
