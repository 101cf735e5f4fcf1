import type { RecordLink } from './types'

/** The links of a record with one more; a link that stood to the same record before gives way to it. */
export function withLink(links: readonly RecordLink[], link: RecordLink): RecordLink[] {
  return [...links.filter(({ id }) => id !== link.id), link]
}

/** Whether somebody linked the two by hand: what a rule linked (重复投诉, 并案) is history and stays. */
export function canUnlink({ relation }: RecordLink): boolean {
  return relation === 'related'
}
