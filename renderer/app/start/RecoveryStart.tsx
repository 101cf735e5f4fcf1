import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupOffer } from '../../../shared/ipc/restoreChannels'
import Recovery, { type RecoveryProps } from '../../features/recovery'
import { desk } from '../../platform/desk'
import { Facts, formatDateTime, formatNumber, NoticeBar, SectionPanel } from '../../ui'

/**
 * The recovery screen with the newest backup that this machine knows. What reaches further is proposed first: the ledger
 * where nothing of it is lost, else the backup, behind which the ledger goes on.
 */
export default function RecoveryStart(props: Omit<RecoveryProps, 'backup'>) {
  const { sentinel, lastSeq } = props.state.ledger
  const newest = useNewestBackup(sentinel?.officeId ?? null)
  // Until it is known whether there is one nobody can choose well.
  if (newest === undefined) return null
  // What only the ledger lacks, the database holds.
  const reaches = Math.max(lastSeq, props.state.kind === 'ledgerLost' ? props.state.databaseSeq : 0)
  const better = (newest?.listed?.lastSeq ?? 0) > reaches
  const found = newest && <FoundBackup newest={newest} better={better} ledgerSeq={lastSeq} />
  return <Recovery {...props} backup={{ found, better }} />
}

function useNewestBackup(officeId: string | null): BackupOffer | null | undefined {
  const [newest, setNewest] = useState<BackupOffer | null | undefined>()
  useEffect(() => {
    void desk.invoke('restore.known', {}).then((answer) => {
      const offers = answer.ok ? answer.value.offers : []
      // Newest first.
      const own = offers.find(({ listed }) => officeId === null || listed?.officeId === officeId)
      setNewest(own ?? null)
    })
  }, [officeId])
  return newest
}

function FoundBackup(props: { newest: BackupOffer; better: boolean; ledgerSeq: number }) {
  const { t } = useTranslation('restore')
  const { listed, folder } = props.newest
  return (
    <SectionPanel id="recovery.backup" title={t('found.title')}>
      {props.better && (
        <NoticeBar tone="plain">
          {props.ledgerSeq === 0
            ? t('found.noLedger')
            : t('found.better', { seq: formatNumber(props.ledgerSeq) })}
        </NoticeBar>
      )}
      <Facts
        items={[
          { label: t('found.madeAt'), value: formatDateTime(listed?.madeAt) },
          {
            label: t('preview.entries'),
            value: t('found.upTo', { seq: formatNumber(listed?.lastSeq ?? 0) }),
          },
          { label: t('found.folder'), value: folder },
        ]}
      />
    </SectionPanel>
  )
}
