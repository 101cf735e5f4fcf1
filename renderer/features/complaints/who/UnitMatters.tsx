import { useTranslation } from 'react-i18next'
import { SectionPanel } from '../../../ui'
import { ComplaintLines } from './ComplaintLines'
import { useUnitHistory } from './useUnitHistory'

/** What the household complained of before: what is open, and the last that ended. */
export function UnitMatters({ unitId, exceptId }: { unitId: string | null; exceptId?: string }) {
  const { t } = useTranslation('complaints')
  const { open, ended } = useUnitHistory(unitId, exceptId)
  return (
    <>
      <SectionPanel id="complaints.matters" title={t('who.matters')} count={open.length}>
        {open.length > 0 ? <ComplaintLines records={open} /> : t('who.none')}
      </SectionPanel>
      <SectionPanel id="complaints.history" title={t('who.history')} count={ended.length}>
        {ended.length > 0 ? <ComplaintLines records={ended} /> : t('who.none')}
      </SectionPanel>
    </>
  )
}
