import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { may } from '../../../shared/domain/office/permissions'
import type { WhoAsks } from '../../../shared/domain/privacy/person'
import { getRecord, useQuery, useRole } from '../../data'
import { privacyPlaceOf, unfold } from '../../register/privacyPlaces'
import { SectionPanel } from '../../ui'
import { AccessLog } from './AccessLog'
import { Cleaning } from './Cleaning'
import { PersonSearch } from './PersonSearch'
import { Requests } from './Requests'
import { YearsForm } from './YearsForm'

/**
 * 设置 → 个人信息 (domain 13): requests and a person's rights for those who answer them; what is due for erasure, who read
 * what and the periods for the director.
 */
export function PrivacyPanel() {
  const { t } = useTranslation('privacy')
  const settings = useQuery((db) => getRecord(db, 'settings', 'office'), [])
  const head = may(useRole(), 'privacy.erase')
  const { key, state } = useLocation()
  const { requestId, personId } = privacyPlaceOf(state)
  const { asked, ask } = useAsked(personId)
  return (
    <>
      {head && (
        <SectionPanel id="privacy.cleaning" title={t('cleaning.title')}>
          <Cleaning />
        </SectionPanel>
      )}
      <SectionPanel id="privacy.requests" title={t('requests.title')}>
        <Requests key={key} openId={requestId ?? null} onFind={ask} />
      </SectionPanel>
      {asked && (
        <SectionPanel key={asked.nth} id="privacy.rights" title={t('rights.title')}>
          <PersonSearch asked={asked.who} />
        </SectionPanel>
      )}
      {head && (
        <>
          <SectionPanel id="privacy.log" title={t('log.title')}>
            <AccessLog />
          </SectionPanel>
          <SectionPanel id="privacy.years" title={t('years.title')}>
            {settings && <YearsForm retention={settings.retention} />}
          </SectionPanel>
        </>
      )}
    </>
  )
}

interface Asked {
  who: WhoAsks | null
  /** Which asking it is: another begins another search. */
  nth: string
}

/** Whom the search is for: the household person the screen was opened for, or who asks in a request; null while read. */
function useAsked(personId: string | undefined) {
  const { key } = useLocation()
  const person = useQuery(
    async (db) => ({ key, row: personId ? await getRecord(db, 'persons', personId) : null }),
    [personId, key],
  )
  const [said, setSaid] = useState<{ who: WhoAsks; count: number } | null>(null)
  const ask = (who: WhoAsks): void => {
    unfold('rights')
    setSaid((before) => ({ who, count: (before?.count ?? 0) + 1 }))
  }
  return { asked: askedOf(person, said), ask }
}

type Read =
  | { key: string; row: { id: string; name: string; phones: string[] } | null | undefined }
  | undefined

function askedOf(person: Read, said: { who: WhoAsks; count: number } | null): Asked | null {
  if (said) return { who: said.who, nth: `said ${said.count}` }
  if (!person) return null
  const { key, row } = person
  return {
    who: row ? { personId: row.id, name: row.name, phone: row.phones[0] ?? '' } : null,
    nth: key,
  }
}
