import { useTranslation } from 'react-i18next'
import { getRecord, useQuery } from '../../data'
import { SectionPanel } from '../../ui'
import { AccessLog } from './AccessLog'
import { Cleaning } from './Cleaning'
import { PersonSearch } from './PersonSearch'
import { Requests } from './Requests'
import { YearsForm } from './YearsForm'

/** 设置 → 个人信息, for the director (domain 13): what is due for erasure, a person's rights, who read what. */
export function PrivacyPanel() {
  const { t } = useTranslation('privacy')
  const settings = useQuery((db) => getRecord(db, 'settings', 'office'), [])
  return (
    <>
      <SectionPanel id="privacy.cleaning" title={t('cleaning.title')}>
        <Cleaning />
      </SectionPanel>
      <SectionPanel id="privacy.rights" title={t('rights.title')}>
        <PersonSearch />
      </SectionPanel>
      <SectionPanel id="privacy.requests" title={t('requests.title')}>
        <Requests />
      </SectionPanel>
      <SectionPanel id="privacy.log" title={t('log.title')}>
        <AccessLog />
      </SectionPanel>
      <SectionPanel id="privacy.years" title={t('years.title')}>
        {settings && <YearsForm retention={settings.retention} />}
      </SectionPanel>
    </>
  )
}
