import Box from '@mui/material/Box'
import useMediaQuery from '@mui/material/useMediaQuery'
import { type ComponentType, type RefObject, useEffect, useRef } from 'react'
import { useNavigate, useParams } from 'react-router'
import { isCorrectableTable } from '../../../shared/domain/correction/registers'
import { EmptyState, SplitView, useCursor, useScreenKeys } from '../../ui'
import { focusGrid } from '../list/RegisterList'
import type { IntakeWays } from '../record/useRegistering'
import { UnconfirmedBar } from '../saving/saving'
import { OriginBar, useOrigin } from './origin'
import { type RegisterTab, RegisterTabs } from './RegisterTabs'
import { type KeyWords, useRegisterKeys } from './useRegisterKeys'

const NEW = 'new'
/** Behind a record's id: it has a window of its own, without the list. */
const ALONE = 'alone'

/** For those who hear the screen: whose list this is. */
const UNSEEN = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  m: 0,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
}

/** What the list of a register is given: hand it on to `RegisterList`. */
export interface ListPlace {
  /** The record that is open, or was. */
  selectedId: string | null
  /** The record that is open beside the list. */
  openId: string | null
  onSelect: (id: string) => void
  onOpen: (id: string) => void
  onNew: () => void
  /** The frame, through which the list is given the focus. */
  frame: RefObject<HTMLDivElement | null>
}

/** What the record of a register is given. */
export interface RecordPlace {
  id: string
  onBack: () => void
}

interface RegisterScreenProps {
  /** First part of its routes; under it the division of the screen is remembered: `complaints`. */
  id: string
  /** 投诉 */
  title: string
  /** Said while no record is open: 从左边选一件投诉，或登记新的。 */
  pick: string
  /** Words of its keys for F1. */
  keys: Omit<KeyWords, 'tabs' | 'corrects'>
  /** The registers that share its place in the navigation, this one among them. */
  tabs?: readonly RegisterTab[]
  ListScreen: ComponentType<ListPlace>
  RecordScreen: ComponentType<RecordPlace>
  /** None where nothing is begun here. */
  IntakeScreen?: ComponentType<IntakeWays>
}

/**
 * The screens of one register: `/<id>` the list, `/<id>/new` the intake, `/<id>/<record>` a record beside the list,
 * `/<id>/<record>/alone` a record by itself. How a register is put together: docs/decisions/0015-frames-for-registers.md.
 */
export function RegisterScreen(props: RegisterScreenProps) {
  const { title, tabs, ListScreen, RecordScreen, IntakeScreen } = props
  const home = `/${props.id}`
  const navigate = useNavigate()
  const [place = '', mode] = (useParams()['*'] ?? '').split('/')
  const frame = useRef<HTMLDivElement>(null)
  const begins = place === NEW && IntakeScreen !== undefined
  const alone = mode === ALONE
  const id = place && !begins ? place : null
  const focusList = useListFocus(frame, place === '')
  const origin = useOrigin()
  const toList = () => {
    if (origin) return void navigate(origin.to)
    focusList()
    void navigate(home)
  }
  const listPlace = useListPlace(home, id, frame)
  useScreenKeys(
    useRegisterKeys(
      { ...props.keys, corrects: isCorrectableTable(props.id), tabs: tabs !== undefined },
      begins,
    ),
  )
  const record = id ? <RecordScreen key={id} id={id} onBack={toList} /> : null
  return (
    <>
      <UnconfirmedBar />
      {origin && id && <OriginBar origin={origin} />}
      {tabs && !alone && <RegisterTabs tabs={tabs} />}
      {alone && record}
      {place === '' && (
        <Box component="h1" sx={UNSEEN}>
          {title}
        </Box>
      )}
      {begins && (
        <IntakeScreen
          onBack={toList}
          onSaved={(saved) => void navigate(`${home}/${saved}`, { replace: true, state: { focus: true } })}
        />
      )}
      {/* The list stays under the intake, so that its place is kept. */}
      <Box sx={{ flex: 1, minHeight: 0, display: begins || alone ? 'none' : 'block' }}>
        <SplitView
          id={props.id}
          defaultPercent={52}
          list={<ListScreen {...listPlace} />}
          record={alone ? null : record}
          nothing={<EmptyState title={title} text={props.pick} />}
        />
      </Box>
    </>
  )
}

/** Gives the list the keyboard once it stands there: how long a slow machine takes to draw it is not known before. */
function useListFocus(frame: RefObject<HTMLDivElement | null>, there: boolean): () => void {
  const wanted = useRef(false)
  useEffect(() => {
    if (!there || !wanted.current) return
    wanted.current = false
    focusGrid(frame)
  }, [frame, there])
  return () => {
    wanted.current = true
  }
}

/** The cursor of the list and what it opens; where the screen is narrow a record takes the list's place. */
function useListPlace(home: string, id: string | null, frame: RefObject<HTMLDivElement | null>): ListPlace {
  const navigate = useNavigate()
  const narrow = useMediaQuery('(max-width: 1100px)', { noSsr: true })
  const [cursor, setCursor] = useCursor(id)
  const show = (target: string, focus: boolean) => {
    setCursor(target)
    // Going from record to record with the arrows is one step back, not as many as there were records.
    if (target !== id || focus) void navigate(`${home}/${target}`, { replace: id !== null, state: { focus } })
  }
  return {
    frame,
    selectedId: cursor,
    openId: narrow ? null : id,
    onSelect: (target) => (narrow ? setCursor(target) : show(target, false)),
    onOpen: (target) => show(target, true),
    onNew: () => void navigate(`${home}/${NEW}`),
  }
}
