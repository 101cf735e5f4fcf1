import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WhoAsks } from '../../../shared/domain/privacy/person'
import type { PersonRequest } from '../../../shared/domain/privacy/types'
import { civilDayOf } from '../../../shared/util/civilTime'
import { allRequests, useData, useQuery } from '../../data'
import { formatDateTime, StatusChip } from '../../ui'
import { AnswerDialog } from './AnswerDialog'
import { Says, Table } from './look'
import { RequestDialog } from './RequestDialog'

interface RequestsProps {
  /** The request that the screen was opened for: its answer is asked for at once. */
  openId: string | null
  onFind: (who: WhoAsks) => void
}

/** 个人信息请求: taken in, and answered in time (个人信息保护法 45–50). */
export function Requests({ openId, onFind }: RequestsProps) {
  const { t } = useTranslation('privacy')
  const [adding, setAdding] = useState(false)
  const [answeringId, setAnsweringId] = useState(openId)
  const requests = useQuery((db) => allRequests(db), [])
  const answering = requests?.find(({ id, answer }) => id === answeringId && !answer)
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
            <RequestRow
              key={request.id}
              request={request}
              onAnswer={() => setAnsweringId(request.id)}
              onFind={() => onFind({ personId: null, name: request.name, phone: request.phone })}
            />
          ))}
        </Table>
      )}
      {adding && <RequestDialog onClose={() => setAdding(false)} />}
      {answering && <AnswerDialog request={answering} onClose={() => setAnsweringId(null)} />}
    </>
  )
}

interface RequestRowProps {
  request: PersonRequest
  onAnswer: () => void
  onFind: () => void
}

function RequestRow({ request, onAnswer, onFind }: RequestRowProps) {
  const { t } = useTranslation('privacy')
  const { name, kind, words, dueOn, answer, erased } = request
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{t(`kind.${kind}`)}</td>
      <td>{words}</td>
      <td>{dueOn}</td>
      <td>
        <Standing request={request} />
      </td>
      <td>
        {!answer && (
          <Button variant="text" aria-label={`${t('requests.answer')} ${name}`} onClick={onAnswer}>
            {t('requests.answer')}
          </Button>
        )}
        {!erased && (
          <Button variant="text" aria-label={`${t('requests.find')} ${name}`} onClick={onFind}>
            {t('requests.find')}
          </Button>
        )}
      </td>
    </tr>
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
