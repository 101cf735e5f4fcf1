import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { RestoreFlow, type RestoreFlowProps } from './RestoreFlow'

/** 从备份恢复 before there is a desk: on a new machine, and where the data of this one cannot be opened. */
export default function RestoreScreen(props: RestoreFlowProps) {
  const { t } = useTranslation('restore')
  return (
    <Box component="main" sx={{ height: '100%', overflow: 'auto', p: 6 }}>
      <Box sx={{ maxWidth: 720, mx: 'auto', display: 'grid', gap: 4 }}>
        <Box>
          <Box component="h1" sx={{ m: 0, fontSize: 22, fontWeight: 600 }}>
            {t('title')}
          </Box>
          <Box sx={{ color: 'text.secondary', mt: 1 }}>{t('text')}</Box>
        </Box>
        <RestoreFlow {...props} />
      </Box>
    </Box>
  )
}
