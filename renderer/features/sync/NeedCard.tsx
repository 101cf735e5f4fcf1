import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { type ReplicationNeed, useReplicationDesk } from '../../data'
import { ConfirmDialog, NoticeBar } from '../../ui'

type Answerable = 'emptied' | 'cloned' | 'letterTaken'
const isAnswerable = (need: ReplicationNeed): need is Answerable =>
  need === 'emptied' || need === 'cloned' || need === 'letterTaken'

/** Where something else has to be done first. */
const ELSEWHERE: Partial<Record<ReplicationNeed, string>> = {
  letterTaken: '/settings/office',
  vault: '/settings/security',
}

/** Why sync stopped, in a plain sentence, with what can be done about it; nothing goes or comes until then. */
export function NeedCard({ need, director }: { need: ReplicationNeed; director: boolean }) {
  const { t } = useTranslation('sync')
  const card = useRef<HTMLDivElement>(null)
  // It comes while somebody saves the server further down.
  useEffect(() => card.current?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <Box role="alert" ref={card}>
      <NoticeBar tone="danger">
        <Box sx={{ fontWeight: 600 }}>{t(`need.${need}.title`)}</Box>
        <Box sx={{ my: 1 }}>{t(`need.${need}.text`)}</Box>
        {director ? <Ways need={need} /> : <Box>{t('need.tellDirector')}</Box>}
      </NoticeBar>
    </Box>
  )
}

function Ways({ need }: { need: ReplicationNeed }) {
  const { t } = useTranslation('sync')
  const navigate = useNavigate()
  const engine = useReplicationDesk()
  const elsewhere = ELSEWHERE[need]
  return (
    <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', mb: 1 }}>
      {elsewhere && (
        <Button variant="contained" onClick={() => void navigate(elsewhere)}>
          {t(need === 'vault' ? 'need.vault.go' : 'need.letterTaken.go')}
        </Button>
      )}
      {isAnswerable(need) && <Answer need={need} plain={elsewhere !== undefined} />}
      {/* What stopped it may have been put right elsewhere: by head office, or in another part of the settings. */}
      <Button onClick={() => engine?.restart()}>{t('need.again')}</Button>
    </Box>
  )
}

/** The one answer that changes something: asked once more, with its consequence on the button. */
function Answer({ need, plain }: { need: Answerable; plain: boolean }) {
  const { t } = useTranslation('sync')
  const engine = useReplicationDesk()
  const [asking, setAsking] = useState(false)
  const agree = (): void => {
    setAsking(false)
    void engine?.answer(need, true)
  }
  return (
    <>
      <Button variant={plain ? 'outlined' : 'contained'} onClick={() => setAsking(true)}>
        {t(`need.${need}.agree`)}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t(`need.${need}.agree`)}
        confirmLabel={t(`need.${need}.agree`)}
        onConfirm={agree}
        onCancel={() => setAsking(false)}
      >
        {t(`need.${need}.sure`)}
      </ConfirmDialog>
    </>
  )
}
