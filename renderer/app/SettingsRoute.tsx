import { useTranslation } from 'react-i18next'
import { may } from '../../shared/domain/office/permissions'
import { useData, useReplication, useRole } from '../data'
import { LeavePanel } from '../features/restore/LeavePanel'
import { BackupPanel } from '../features/backup/BackupPanel'
import { RestorePanel } from '../features/restore/RestorePanel'
import { PrivacyPanel } from '../features/privacy'
import { FolderSetting } from '../features/scans/folder/FolderSetting'
import { SelfCheckPanel } from '../features/selfCheck/SelfCheckPanel'
import { Settings } from '../features/settings'
import { SyncPanel } from '../features/sync/SyncPanel'
import { SecurityPanel } from '../features/vault/SecurityPanel'
import { useVaultState } from '../features/vault/vaultState'
import { desk } from '../platform/desk'
import { SectionPanel } from '../ui'
import { readLocale, switchLocale } from './locale'
import { chooseForScreen, useScreenChoices } from './screenChoices'
import { askRebuild } from './start/rebuild'
import { SaveDiagnostics } from './trouble/SaveDiagnostics'

/** 设置, wired to the language of this machine and to main's hashing of PINs. */
export default function SettingsRoute() {
  const { t, i18n } = useTranslation('trouble')
  const director = may(useRole(), 'settings.write')
  const data = useData()
  const vault = useVaultState()
  const replication = useReplication()
  return (
    <Settings
      locale={readLocale(i18n.language)}
      onLocale={(locale) => void switchLocale(locale)}
      chosen={useScreenChoices()}
      onChoose={chooseForScreen}
      machine={<FolderSetting />}
      security={
        <>
          <SecurityPanel />
          <SelfCheckPanel onRebuild={() => askRebuild(data)} />
          <SectionPanel id="settings.diagnostics" title={t('diagnostics.title')}>
            <SaveDiagnostics />
          </SectionPanel>
        </>
      }
      backup={
        <>
          <BackupPanel />
          {director && <RestorePanel />}
          {director && <LeavePanel />}
        </>
      }
      sync={<SyncPanel vaultIsThere={vault && vault.kind !== 'none'} />}
      syncs={replication !== null && replication.kind !== 'off'}
      privacy={<PrivacyPanel />}
      onHashPin={(pin) => desk.invoke('pin.hash', { pin })}
    />
  )
}
