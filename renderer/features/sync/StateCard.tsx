import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MuiLink from '@mui/material/Link'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { may } from '../../../shared/domain/office/permissions'
import type { SyncState } from '../../../shared/ipc/syncChannels'
import type { Refusal } from '../../../shared/util/result'
import {
  countOpenDisputes,
  type ReplicationState,
  useQuery,
  useReplicationDesk,
  useRole,
  waitingByTable,
} from '../../data'
import { desk } from '../../platform/desk'
import {
  announce,
  Facts,
  formatDateTime,
  NoticeBar,
  ProgressPanel,
  RefusalBar,
  StatusChip,
  translateKey,
  useNow,
} from '../../ui'
import { clockMinutes, syncWords } from './words'

interface StateCardProps {
  server: SyncState
  running: ReplicationState | null
  director: boolean
  onChanged: () => Promise<void>
}

/** How sync stands: since when both sides have the same, what waits by register, and how far the first exchange is. */
export function StateCard({ server, running, director, onChanged }: StateCardProps) {
  const { t } = useTranslation('sync')
  const engine = useReplicationDesk()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const pause = async (paused: boolean): Promise<void> => {
    setRefusal(null)
    const done = await desk.invoke('sync.pause', { paused })
    if (!done.ok) return setRefusal(done.refusal)
    announce(t(paused ? 'state.pausedNow' : 'state.resumed'))
    await onChanged()
    engine?.restart()
  }
  if (!server.server) return <Box>{t(director ? 'state.off' : 'state.offForOthers')}</Box>
  const progress = running?.kind === 'filling' && !server.paused ? running.progress : null
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <RefusalBar refusal={refusal} onClose={() => setRefusal(null)} />
      {running && <Notices running={running} />}
      {running?.kind === 'filling' && (
        <ProgressPanel
          what={t('state.filling')}
          done={progress?.done ?? 0}
          total={progress?.total ?? null}
          unit={t('state.unit')}
          {...(director ? { onCancel: () => void pause(true) } : {})}
        />
      )}
      <StandingFacts server={server} running={running} />
      {director && (
        <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
          {engine && !server.paused && !running?.needs && (
            <Button variant="contained" onClick={() => engine.syncNow()}>
              {t('state.now')}
            </Button>
          )}
          <Button onClick={() => void pause(!server.paused)}>
            {t(server.paused ? 'state.resume' : 'state.pause')}
          </Button>
        </Box>
      )}
    </Box>
  )
}

function Notices({ running }: { running: ReplicationState }) {
  const { t } = useTranslation('sync')
  const ahead = clockMinutes(running)
  return (
    <>
      {ahead !== null && (
        <NoticeBar tone="danger">
          {t(ahead > 0 ? 'clock.ahead' : 'clock.behind', { count: Math.abs(ahead) })}
        </NoticeBar>
      )}
      {running.trouble && !running.needs && (
        <NoticeBar tone="plain">
          {t(`trouble.${running.trouble}.what`)} {t(`trouble.${running.trouble}.do`)} {t('state.worksOn')}
        </NoticeBar>
      )}
    </>
  )
}

function StandingFacts({ server, running }: Pick<StateCardProps, 'server' | 'running'>) {
  const { t } = useTranslation('sync')
  const now = useNow()
  const waiting = useQuery(waitingByTable, []) ?? []
  const disputes = useQuery(countOpenDisputes, []) ?? 0
  const decides = may(useRole(), 'dispute.decide')
  const words = running && syncWords(running, now)
  const facts = [
    {
      label: t('state.label'),
      value: words ? (
        <StatusChip plain tone={words.tone} label={t(`word.${words.word}`, { count: words.count })} />
      ) : (
        t(server.paused ? 'word.paused' : 'word.on')
      ),
    },
    { label: t('server.address'), value: `${server.server?.address ?? ''}/${server.server?.database ?? ''}` },
    {
      label: t('state.upToDate'),
      value: running ? (running.upToDateAt ? formatDateTime(running.upToDateAt) : t('state.never')) : '',
    },
    ...(disputes > 0
      ? [
          {
            label: t('state.disputes'),
            value: decides ? (
              <MuiLink component={Link} to="/disputes">
                {t('state.disputeCount', { count: disputes })}
              </MuiLink>
            ) : (
              t('state.disputeCount', { count: disputes })
            ),
          },
        ]
      : []),
    {
      label: t('state.waiting'),
      value: waiting.length === 0 ? t('state.nothing') : <WaitingList rows={waiting} />,
    },
  ]
  return <Facts items={facts} />
}

function WaitingList({ rows }: { rows: readonly { table: string; count: number }[] }) {
  const { t } = useTranslation('sync')
  return rows
    .map(({ table, count }) =>
      t('state.waitingOf', { table: translateKey(`sync:table.${table}`, undefined, table), count }),
    )
    .join(t('comma'))
}
