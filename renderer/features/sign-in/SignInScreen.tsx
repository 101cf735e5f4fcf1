import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Office } from '../../../shared/domain/office/types'
import { recall } from '../../ui'
import { LAST_USER } from './lastUser'
import { SignInForm } from './SignInForm'

/** The first screen of a day: who is it, and their PIN (domain 1). `aside`: the way of who forgot it. */
export function SignInScreen(props: { office: Office; note?: ReactNode; aside?: ReactNode }) {
  const { office, note, aside } = props
  const { t } = useTranslation('start')
  return (
    <Box
      component="main"
      sx={{ display: 'grid', placeItems: 'center', height: '100%', overflow: 'auto', p: 4 }}
    >
      <Box sx={{ width: '100%', maxWidth: 400, display: 'grid', gap: 4 }}>
        <Box>
          <Box sx={{ color: 'text.secondary' }}>{office.estateName}</Box>
          <Box component="h1" sx={{ m: 0, fontSize: 22, fontWeight: 600 }}>
            {office.officeName}
          </Box>
          {note && <Box sx={{ mt: 1 }}>{note}</Box>}
        </Box>
        <SignInForm firstChoice={recall<string | null>(LAST_USER, null)} submitLabel={t('signIn.enter')} />
        {aside && <Box sx={{ display: 'flex', justifyContent: 'center' }}>{aside}</Box>}
      </Box>
    </Box>
  )
}
