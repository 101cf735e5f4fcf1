import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { LostItem } from '../../../../shared/domain/lostItem/types'
import type { LostReport } from '../../../../shared/domain/lostReport/types'
import { linkRecordsCommand } from '../../../data'
import { useSave } from '../../../register/saving/saving'
import { announce, refusalText } from '../../../ui'

type Side = LostItem | LostReport

function tableOf({ register }: Side): 'lostItems' | 'lostReports' {
  return register === 'lostItem' ? 'lostItems' : 'lostReports'
}

/** 关联 a found item and the report that it may answer, from either side; or that they are linked. */
export function LinkButton({ record, other }: { record: Side; other: Side }) {
  const { t } = useTranslation(['lostItems', 'people'])
  const save = useSave()
  if (record.links.some(({ id }) => id === other.id)) return <span>{t('match.linked')}</span>
  const link = async () => {
    const { id, rev } = record
    const input = { id, rev, table: tableOf(record), other: { table: tableOf(other), id: other.id } }
    const said = t('people:similar.linked', { number: other.number })
    const { refusal } = await save(linkRecordsCommand, input, {}, () => said)
    if (refusal) announce(refusalText(refusal), 'problem')
  }
  return (
    <Button variant="text" aria-label={`${t('match.link')} ${other.number}`} onClick={() => void link()}>
      {t('match.link')}
    </Button>
  )
}
