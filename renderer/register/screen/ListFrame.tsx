import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { may, type Permission } from '../../../shared/domain/office/permissions'
import { countFacet, type RegisterTable, useQuery, useRole, useUser } from '../../data'
import { EmptyState, type MenuAction, translateKey } from '../../ui'
import type { Batch } from '../list/batch'
import type { ListDefinition } from '../list/definition'
import { RegisterList } from '../list/RegisterList'
import type { RegisterPrinting } from '../print/definition'
import { useListPrinting } from '../print/useListPrinting'
import type { ListPlace } from './RegisterScreen'

interface ListFrameProps<N extends RegisterTable> {
  place: ListPlace
  list: ListDefinition<N>
  printing: RegisterPrinting<N>
  /** Who may begin a record; null where nothing is begun here. */
  create?: Permission | null
  /** Further buttons beside those of the list itself. */
  tools?: ReactNode
  /** What else can be done with many records at once. */
  batchActions?: (batch: Batch<N>) => readonly MenuAction[]
}

/** The list of a register with everything that it prints (ui.md, "List"). */
export function ListFrame<N extends RegisterTable>(props: ListFrameProps<N>) {
  const { list, create = 'record.register', tools } = props
  const { onNew, ...place } = props.place
  const { t } = useTranslation('paper')
  const { batchActions, printBlank, dialog } = useListPrinting(props.printing)
  return (
    <>
      <RegisterList
        // Each user's own filters, columns and selection.
        key={useUser().id}
        list={list}
        renderEmpty={(filtered) => (
          <NothingHere table={list.table} create={create} filtered={filtered} onNew={onNew} />
        )}
        batchActions={(batch) => [...batchActions(batch), ...(props.batchActions?.(batch) ?? [])]}
        tools={
          <>
            {tools}
            {printBlank && (
              <Button variant="text" onClick={printBlank}>
                {t('blank.action')}
              </Button>
            )}
          </>
        }
        {...place}
      />
      {dialog}
    </>
  )
}

interface NothingHereProps {
  table: RegisterTable
  create: Permission | null
  filtered: boolean
  onNew: () => void
}

/**
 * What the register is for while nothing was ever written in it, that no filter fits, or that all is done; in the words
 * `list.purpose`, `purposeText`, `first`, `nothingHere`, `nothingText`, `allDone`, `allDoneText`, `new` of its namespace.
 */
function NothingHere({ table, create, filtered, onNew }: NothingHereProps) {
  const role = useRole()
  const all = useQuery((db) => countFacet(db, table, 'all'), [table])
  const word = (key: string) => translateKey(`${table}:list.${key}`)
  const begin = create !== null && may(role, create) && (
    <Button variant="contained" onClick={onNew}>
      {all === 0 ? word('first') : word('new')}
    </Button>
  )
  if (all === 0) return <EmptyState title={word('purpose')} text={word('purposeText')} action={begin} />
  if (filtered) return <EmptyState title={word('nothingHere')} text={word('nothingText')} />
  return <EmptyState title={word('allDone')} text={word('allDoneText')} action={begin} />
}
