import { type GuardOptions, guardText } from './guard'
import { type View, VIEWS } from './views'

export { lostLeaf } from './lostLeaf'
export { GUARD_CODES, type GuardCode, guardCodeOf, type GuardOptions, guardText } from './guard'
export { MANGO_INDEXES, type MangoIndex, type View, VIEWS } from './views'

/** A design document as an admin puts it. */
export interface DesignDoc {
  _id: string
  language: 'javascript'
  validate_doc_update?: string
  views?: Readonly<Record<string, View>>
}

/** Guard and views apart: a newer guard makes no view be reckoned anew. */
export const GUARD_DESIGN_ID = '_design/front-desk'
export const VIEWS_DESIGN_ID = '_design/front-desk-views'

/** What the preparation of an office's database installs, beside the Mango indexes. */
export function designDocs(options: GuardOptions): DesignDoc[] {
  return [
    { _id: GUARD_DESIGN_ID, language: 'javascript', validate_doc_update: guardText(options) },
    { _id: VIEWS_DESIGN_ID, language: 'javascript', views: VIEWS },
  ]
}
