import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { may } from '../../../shared/domain/office/permissions'
import { peopleIn, type WhoAsks } from '../../../shared/domain/privacy/person'
import { getRecord, useQuery, useRole } from '../../data'
import { type PrivacyPlace, privacyPlaceOf, unfold } from '../../register/privacyPlaces'
import type { DeskDatabase } from '../../data/core/database'
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
  const { requestId, ...place } = privacyPlaceOf(state)
  const { asked, ask } = useAsked(place)
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

/** Whom the search is for: whom the screen was opened for, or who asks in a request; null while read. */
function useAsked({ personId, inRecord }: PrivacyPlace) {
  const { key } = useLocation()
  const { table, id, nth } = inRecord ?? {}
  const opened = useQuery(
    async (db) => ({ nth: key, who: await whoIn(db, { personId, table, id, nth }) }),
    [personId, table, id, nth, key],
  )
  const [said, setSaid] = useState<{ who: WhoAsks; count: number } | null>(null)
  const ask = (who: WhoAsks): void => {
    unfold('rights')
    setSaid((before) => ({ who, count: (before?.count ?? 0) + 1 }))
  }
  const asked: Asked | null = said ? { who: said.who, nth: `said ${said.count}` } : (opened ?? null)
  return { asked, ask }
}

type Named = Partial<Required<PrivacyPlace>['inRecord']> & { personId: string | undefined }

async function whoIn(
  db: DeskDatabase,
  { personId, table, id = '', nth = 0 }: Named,
): Promise<WhoAsks | null> {
  if (personId) {
    const person = await getRecord(db, 'persons', personId)
    return person ? { personId, name: person.name, phone: person.phones[0] ?? '' } : null
  }
  const row = table ? await getRecord(db, table, id) : null
  return (table && row && peopleIn(table, row)[nth]) || null
}
