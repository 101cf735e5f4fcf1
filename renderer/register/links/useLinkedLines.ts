import type { RecordLink } from '../../../shared/domain/register/types'
import { useQuery } from '../../data'
import { type Linkable, type LinkedLine, useLinkables } from './linkables'

/** A link with what is known of the other record; `line` is null where its register or row is not on this machine. */
export interface ShownLink {
  link: RecordLink
  line: LinkedLine | null
  /** Where it opens; null where no screen shows it. */
  route: string | null
}

/** The links of a record as they are to be shown, following every change of the other records. */
export function useLinkedLines(links: readonly RecordLink[]): readonly ShownLink[] {
  const linkables = useLinkables()
  const ids = links.map(({ table, id }) => `${table} ${id}`).join('\n')
  const lines = useQuery(
    async (db) => {
      const found = await Promise.all(linkables.map(({ table, read }) => read(db, idsOf(links, table))))
      return new Map(found.flat().map((line) => [line.id, line]))
    },
    [ids, linkables],
  )
  return links.map((link) => {
    const line = lines?.get(link.id) ?? null
    return { link, line, route: line && routeOf(linkables, link) }
  })
}

function idsOf(links: readonly RecordLink[], table: string): string[] {
  return links.filter((link) => link.table === table).map(({ id }) => id)
}

function routeOf(linkables: readonly Linkable[], { table, id }: RecordLink): string | null {
  const route = linkables.find((one) => one.table === table)?.route
  return route === undefined ? null : `${route}/${id}`
}
