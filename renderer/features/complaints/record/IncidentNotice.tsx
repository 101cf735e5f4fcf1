import Button from '@mui/material/Button'
import MuiLink from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { asksForIncidentReport, isOpen } from '../../../../shared/domain/complaint'
import type { Complaint } from '../../../../shared/domain/complaint/types'
import { may } from '../../../../shared/domain/office/permissions'
import { getRecords, registerIncidentFromComplaintCommand, useQuery, useRole } from '../../../data'
import { useSave } from '../../../register/saving/saving'
import { announce, NoticeBar, refusalText, translateKey } from '../../../ui'

/** 重要/重大, or any loss or injury: a 《事故报告》 is needed as well, and why; or the one there is (domain 5). */
export function IncidentNotice({ record }: { record: Complaint }) {
  const { t } = useTranslation(['branches', 'complaints'])
  const incident = useIncidentOf(record)
  const role = useRole()
  const { judgement, intake } = record
  if (incident === undefined) return null
  if (incident) return <Existing {...incident} />
  if (!isOpen(record) || !asksForIncidentReport(judgement, intake.lossOrInjury)) return null
  const severe = judgement && judgement.severity !== 'minor' ? judgement.severity : null
  const first = severe && t('incident.severity', { severity: t(`complaints:severity.${severe}`) })
  const second = intake.lossOrInjury && t('incident.loss')
  const because = first && second ? t('incident.both', { first, second }) : first || second
  return (
    <NoticeBar tone="soon" action={may(role, 'record.register') && <Open record={record} />}>
      {t('incident.needed', { because })}
    </NoticeBar>
  )
}

/** The 《事故报告》 that this complaint has; null for none, undefined while it is looked for. A void one does not count. */
function useIncidentOf({
  links,
}: Complaint): { id: string; number: string; state: string } | null | undefined {
  const ids = links.filter(({ table }) => table === 'incidents').map(({ id }) => id)
  return useQuery(
    async (db) => {
      const found = await getRecords(db, 'incidents', ids)
      const living = found.find(({ state }) => state !== 'void')
      return living ? { id: living.id, number: living.number, state: living.state } : null
    },
    [ids.join(' ')],
  )
}

function Existing({ id, number, state }: { id: string; number: string; state: string }) {
  const { t } = useTranslation('branches')
  return (
    <NoticeBar tone="plain">
      {t('incident.exists')}{' '}
      <MuiLink component={Link} to={`/incidents/${id}`}>
        {number}
      </MuiLink>{' '}
      {translateKey(`incidents:state.${state}`)}
    </NoticeBar>
  )
}

/** 建立事故报告: opened with what is known, linked both ways, and shown. */
function Open({ record: { id, rev } }: { record: Complaint }) {
  const { t } = useTranslation('branches')
  const navigate = useNavigate()
  const save = useSave()
  const open = async () => {
    const { value, refusal } = await save(registerIncidentFromComplaintCommand, { id, rev })
    if (refusal) announce(refusalText(refusal), 'problem')
    else void navigate(`/incidents/${value.id}`, { state: { focus: true } })
  }
  return (
    <Button variant="text" onClick={() => void open()} sx={{ whiteSpace: 'nowrap' }}>
      {t('incident.open')}
    </Button>
  )
}
