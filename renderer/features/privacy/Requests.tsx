import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonRequest } from '../../../shared/domain/privacy/types'
import { civilDayOf } from '../../../shared/util/civilTime'
import { useData, useQuery } from '../../data'
import { formatDateTime, StatusChip } from '../../ui'
import { AnswerDialog } from './AnswerDialog'
import { Says, Table } from './look'
import { RequestDialog } from './RequestDialog'

/** 个人信息请求: taken in, and answered in time (个人信息保护法 45–50). */
export function Requests() {
  const { t } = useTranslation('privacy')
  const [adding, setAdding] = useState(false)
  const [answering, setAnswering] = useState<PersonRequest | null>(null)
  const requests = useQuery(async (db) => {
    const all = await db.of('personRequests').toArray()
    return all.toSorted(
      (a, b) => Number(a.answer !== null) - Number(b.answer !== null) || (a.dueOn < b.dueOn ? -1 : 1),
    )
  }, [])
  return (
    <>
      <Says>{t('requests.text')}</Says>
      <Box sx={{ mb: 2 }}>
        <Button variant="contained" onClick={() => setAdding(true)}>
          {t('requests.add')}
        </Button>
      </Box>
      {requests?.length === 0 && <Box>{t('requests.none')}</Box>}
      {requests && requests.length > 0 && (
        <Table
          label={t('requests.list')}
          heads={[
            t('requests.who'),
            t('requests.kindLabel'),
            t('requests.words'),
            t('requests.due'),
            t('requests.state'),
            t('action'),
          ]}
        >
          {requests.map((request) => (
            <tr key={request.id}>
              <th scope="row">{request.name}</th>
              <td>{t(`kind.${request.kind}`)}</td>
              <td>{request.words}</td>
              <td>{request.dueOn}</td>
              <td>
                <Standing request={request} />
              </td>
              <td>
                {!request.answer && (
                  <Button variant="text" onClick={() => setAnswering(request)}>
                    {t('requests.answer')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
      {adding && <RequestDialog onClose={() => setAdding(false)} />}
      {answering && <AnswerDialog request={answering} onClose={() => setAnswering(null)} />}
    </>
  )
}

function Standing({ request: { answer, dueOn } }: { request: PersonRequest }) {
  const { t } = useTranslation('privacy')
  const { ports } = useData()
  if (answer)
    return <StatusChip tone="done" label={t('requests.answered', { at: formatDateTime(answer.at) })} />
  const late = dueOn < civilDayOf(ports.now())
  return (
    <StatusChip
      tone={late ? 'danger' : 'waiting'}
      label={late ? t('requests.overdue') : t('requests.openState')}
    />
  )
}
