import Box from '@mui/material/Box'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { may, type Permission } from '../../../shared/domain/office/permissions'
import { useRole } from '../../data'
import { OriginBar, useOrigin } from '../../register/screen/origin'
import { EmptyState, type ScreenKey, SplitView, useCursor, useMenuCommand, useScreenKeys } from '../../ui'
import { BlacklistScreen } from './blacklist/BlacklistScreen'
import { ImportScreen } from './import/ImportScreen'
import { focusGrid, HouseholdList } from './list/HouseholdList'
import { HouseholdRecord } from './record/HouseholdRecord'
import { NewHousehold } from './record/NewHousehold'

const HOME = '/households'
/** Places below `/households` that are no household. */
const PLACES: Record<string, Permission> = {
  new: 'household.write',
  import: 'household.import',
  blacklist: 'record.read',
}

/** 住户 (domain 4): the list, a record beside it, `new`, `import` and `blacklist`. */
export function HouseholdsScreen() {
  const { t } = useTranslation('households')
  const navigate = useNavigate()
  const { '*': place = '' } = useParams()
  const role = useRole()
  const frame = useRef<HTMLDivElement>(null)
  const narrow = useMediaQuery('(max-width: 1100px)', { noSsr: true })
  const needed = PLACES[place]
  const id = place && !needed ? place : null
  const [cursor, setCursor] = useCursor(id)
  useScreenKeys(useKeyList())
  const go = (target: string, replace = false) => void navigate(`${HOME}/${target}`, { replace })
  const startNew = () => go('new')
  useMenuCommand('new', startNew, may(role, 'household.write') && place !== 'blacklist')

  const origin = useOrigin()
  const toList = () => {
    if (origin) return void navigate(origin.to)
    void navigate(HOME)
    requestAnimationFrame(() => focusGrid(frame))
  }
  const show = (target: string) => {
    setCursor(target)
    // Going from record to record with the arrows is one step back, not as many as there were records.
    if (target !== id) go(target, id !== null)
  }
  if (place === 'import' && may(role, 'household.import')) return <ImportScreen onBack={toList} />
  if (place === 'blacklist') return <BlacklistScreen onBack={toList} />
  const writing = place === 'new' && may(role, 'household.write')
  const record = writing ? (
    <NewHousehold onSaved={(saved) => go(saved, true)} onBack={toList} />
  ) : (
    id && <HouseholdRecord key={id} id={id} onBack={toList} />
  )
  return (
    <Box sx={{ flex: 1, minHeight: 0, height: '100%', display: 'flex', flexDirection: 'column' }}>
      {origin && id && <OriginBar origin={origin} />}
      <Box sx={{ flex: 1, minHeight: 0 }}>
        <SplitView
          id="households"
          defaultPercent={46}
          list={
            <HouseholdList
              frame={frame}
              selectedId={cursor}
              onSelect={(target) => (narrow ? setCursor(target) : show(target))}
              onOpen={show}
              onNew={startNew}
              onImport={() => go('import')}
              onBlacklist={() => go('blacklist')}
            />
          }
          record={record}
          nothing={<EmptyState title={t('title')} text={t('list.pick')} />}
        />
      </Box>
    </Box>
  )
}

function useKeyList(): readonly ScreenKey[] {
  const { t } = useTranslation('households')
  return useMemo(
    () => [
      { keys: '↑ ↓', text: t('keys.move') },
      { keys: 'Enter', text: t('keys.open') },
      { keys: 'Esc', text: t('keys.back') },
      { keys: 'Ctrl+N', text: t('keys.new') },
      { keys: 'Ctrl+S', text: t('keys.save') },
      { keys: 'F2', text: t('keys.edit') },
    ],
    [t],
  )
}
