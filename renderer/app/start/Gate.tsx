import type { Office, User } from '../../../shared/domain/office/types'
import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { numbersAsked, useQuery, useSession } from '../../data'
import { DEMO_PIN } from '../../features/demo/demo'
import { RecoverPin } from '../../features/vault/RecoverPin'
import { LockScreen, SignInScreen } from '../../features/sign-in'
import { formatDateTime } from '../../ui'
import { LostBar } from '../shell/LostBar'
import { Shell } from '../shell/Shell'
import { Ready } from './Ready'

/**
 * Signed out: the sign-in. Signed in: the desk, remounted for another user, and the lock above it, under which
 * everything stays as it was.
 */
export function Gate({ office }: { office: Office }) {
  const { t } = useTranslation('demo')
  const { user, locked } = useSession()
  if (!user) {
    return (
      <>
        <SignInScreen
          office={office}
          note={office.demo ? t('signIn', { pin: DEMO_PIN }) : <RestoredNote />}
          aside={<RecoverPin />}
        />
        <Ready screen="sign-in" />
      </>
    )
  }
  return (
    <>
      <Shell key={user.id} office={office} user={user} />
      {locked && <LockScreen office={office} user={user} notice={<LostBar />} forgotten={forgotten} />}
    </>
  )
}

/** After a restore, until it is settled: the PINs are those of the backup, which may be older than what people remember. */
function RestoredNote() {
  const { t } = useTranslation('restore')
  const asked = useQuery((db) => numbersAsked(db, new Date().toISOString()), [])
  return asked ? t('signIn', { madeAt: formatDateTime(asked.mark.from.madeAt) }) : null
}

const forgotten = (chosen: User) => <Forgotten chosen={chosen} />

/** On the lock: the director has the 《恢复单》, everybody else has the director. */
function Forgotten({ chosen }: { chosen: User }) {
  const { t } = useTranslation('start')
  if (chosen.role === 'director') return <RecoverPin key={chosen.id} userId={chosen.id} />
  return <Box sx={{ mr: 'auto', color: 'text.secondary', fontSize: 13 }}>{t('lock.forgotten')}</Box>
}
