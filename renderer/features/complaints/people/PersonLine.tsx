import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Complainant } from '../../../../shared/domain/complaint/types'
import { formatPhone } from '../../../../shared/util/contact'
import { CopyButton } from '../../../ui'

/** A complainant in one line: name or 匿名, door number, and the phone with its copy button. */
export function PersonLine({ complainant }: { complainant: Complainant }) {
  const { t } = useTranslation(['complaints', 'record'])
  const { anonymous, name, phone, unitCode } = complainant
  const called = anonymous ? t('field.anonymous') : name
  return (
    <>
      <strong>{called}</strong>
      {unitCode && <span>{unitCode}</span>}
      {phone && (
        <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', whiteSpace: 'nowrap' }}>
          {formatPhone(phone)}
          <CopyButton text={phone} what={t('record:who.phoneOf', { name: called })} />
        </Box>
      )}
    </>
  )
}
