import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Office } from '../../../shared/domain/office/types'
import { recall } from '../../ui'
import { LAST_USER } from './lastUser'
import { SignInForm } from './SignInForm'

/** The first screen of a day: who is it, and their PIN (domain 1). */
export function SignInScreen({ office, note }: { office: Office; note?: string }) {
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
      </Box>
    </Box>
  )
}
