import NativeSelect from '@mui/material/NativeSelect'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useTranslation } from 'react-i18next'
import { FieldFrame } from '../../../ui'
import { useCameras } from './useCameras'

interface CameraChoiceProps {
  /** '' for the machine's own choice. */
  value: string
  onChange: (deviceId: string) => void
}

/** Which camera, where there are several. */
export function CameraChoice({ value, onChange }: CameraChoiceProps) {
  const { t } = useTranslation('attachments')
  // Without an id none can be asked for.
  const named = useCameras().filter(({ deviceId }) => deviceId !== '')
  if (named.length < 2) return null
  return (
    <FieldFrame label={t('camera.choose')} error={undefined}>
      {(aria) => (
        <NativeSelect
          input={<OutlinedInput />}
          fullWidth
          value={value === '' ? named[0]?.deviceId : value}
          onChange={({ target }) => onChange(target.value)}
          inputProps={aria}
        >
          {named.map(({ deviceId, label }, at) => (
            <option key={deviceId} value={deviceId}>
              {label || t('camera.nameless', { nth: at + 1 })}
            </option>
          ))}
        </NativeSelect>
      )}
    </FieldFrame>
  )
}
