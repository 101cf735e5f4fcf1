import Box from '@mui/material/Box'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { EmptyState, SplitView, useCursor, useScreenKeys } from '../../ui'
import { IntakeScreen } from './intake/IntakeScreen'
import { useComplaintKeys } from './keys'
import { ComplaintList } from './list/ComplaintList'
import { RecordScreen } from './record/RecordScreen'
import { focusGrid } from '../../register/list/RegisterList'
import { UnconfirmedBar } from '../../register/saving/saving'

const HOME = '/complaints'
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

/**
 * 投诉 (domain 5): `/complaints` the list, `/complaints/new` the intake, `/complaints/<id>` a record beside the list,
 * `/complaints/<id>/alone` a record by itself.
 */
export function ComplaintsScreen() {
  const { t } = useTranslation('complaints')
  const navigate = useNavigate()
  const [place = '', mode] = (useParams()['*'] ?? '').split('/')
  const frame = useRef<HTMLDivElement>(null)
  const id = place && place !== NEW ? place : null
  const narrow = useMediaQuery('(max-width: 1100px)', { noSsr: true })
  const [cursor, setCursor] = useCursor(id)
  useScreenKeys(useComplaintKeys(place === NEW))

  const show = (target: string, focus: boolean) => {
    setCursor(target)
    // Going from record to record with the arrows is one step back, not as many as there were records.
    if (target !== id || focus) void navigate(`${HOME}/${target}`, { replace: id !== null, state: { focus } })
  }
  const toList = () => {
    void navigate(HOME)
    requestAnimationFrame(() => focusGrid(frame))
  }
  const startNew = () => void navigate(`${HOME}/${NEW}`)
  const record = id ? <RecordScreen key={id} id={id} onBack={toList} /> : null
  return (
    <>
      <UnconfirmedBar />
      {mode === ALONE && record}
      {place === '' && (
        <Box component="h1" sx={UNSEEN}>
          {t('title')}
        </Box>
      )}
      {place === NEW && (
        <IntakeScreen
          onBack={toList}
          onSaved={(saved) => void navigate(`${HOME}/${saved}`, { replace: true, state: { focus: true } })}
        />
      )}
      {/* The list stays under the intake, so that its place is kept. */}
      <Box sx={{ flex: 1, minHeight: 0, display: place === NEW || mode === ALONE ? 'none' : 'block' }}>
        <SplitView
          id="complaints"
          defaultPercent={52}
          list={
            <ComplaintList
              frame={frame}
              selectedId={cursor}
              openId={narrow ? null : id}
              onSelect={(target) => (narrow ? setCursor(target) : show(target, false))}
              onOpen={(target) => show(target, true)}
              onNew={startNew}
            />
          }
          record={mode === ALONE ? null : record}
          nothing={<EmptyState title={t('title')} text={t('list.pick')} />}
        />
      </Box>
    </>
  )
}
