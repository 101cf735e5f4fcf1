import { useTranslation } from 'react-i18next'
import { may } from '../../../shared/domain/office/permissions'
import { useReplication, useRole } from '../../data'
import { SectionPanel } from '../../ui'
import { History } from './History'
import { KeptBack } from './KeptBack'
import { NeedCard } from './NeedCard'
import { Refused } from './Refused'
import { ServerPart } from './ServerPart'
import { StateCard } from './StateCard'
import { useSyncState } from './useSyncState'

/**
 * 设置 → 同步: how it stands, what waits and what was refused; for the director also the server and what stays here. Of
 * what runs it says nothing where no engine is lent.
 */
export function SyncPanel({ vaultIsThere }: { vaultIsThere: boolean | null }) {
  const { t } = useTranslation('sync')
  const running = useReplication()
  const director = may(useRole(), 'settings.write')
  const { state, refresh } = useSyncState()
  if (!state) return null
  const isSetUp = state.server !== null
  return (
    <>
      {isSetUp && running?.needs && <NeedCard key={running.needs} need={running.needs} director={director} />}
      <SectionPanel id="settings.sync.state" title={t('state.title')}>
        <StateCard server={state} running={running} director={director} onChanged={refresh} />
      </SectionPanel>
      {running && running.refused.length > 0 && (
        <SectionPanel id="settings.sync.refused" title={t('refused.title')} count={running.refused.length}>
          <Refused docs={running.refused} director={director} />
        </SectionPanel>
      )}
      {director && (
        <>
          <SectionPanel id="settings.sync.server" title={t('server.title')}>
            <ServerPart state={state} vaultIsThere={vaultIsThere} onChanged={refresh} />
          </SectionPanel>
          <SectionPanel id="settings.sync.kept" title={t('kept.title')}>
            <KeptBack />
          </SectionPanel>
        </>
      )}
      {running && running.history.length > 0 && (
        <SectionPanel id="settings.sync.history" title={t('history.title')}>
          <History events={running.history} />
        </SectionPanel>
      )}
    </>
  )
}
