import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Tooltip from '@mui/material/Tooltip'
import { useTranslation } from 'react-i18next'
import type { Gather } from '../useGather'

/** 保留原图, remembered on this machine; off until somebody asks for it. */
export function KeepOriginals({ gather: { original, keepOriginal } }: { gather: Gather }) {
  const { t } = useTranslation('attachments')
  return (
    <Tooltip describeChild title={t('originalHint')}>
      <FormControlLabel
        sx={{ m: 0 }}
        control={
          <Checkbox
            checked={original}
            onChange={({ target }) => keepOriginal(target.checked)}
            sx={{ p: 1 }}
          />
        }
        label={t('original')}
      />
    </Tooltip>
  )
}
