import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { decidedDisputes, useQuery } from '../../data'
import { formatDateTime, SectionPanel, translateKey } from '../../ui'

/** Who decided what lately. */
export function Decided() {
  const { t } = useTranslation('disputes')
  const decided = useQuery((db) => decidedDisputes(db, 50), []) ?? []
  if (decided.length === 0) return null
  return (
    <SectionPanel id="disputes.decided" title={t('list.decided')} count={decided.length}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {decided.map(({ id, table, number, state, decidedBy, decidedAt }) => (
          <Box component="li" key={id} sx={{ display: 'flex', gap: '2px 12px', flexWrap: 'wrap', py: 0.5 }}>
            <span>
              {translateKey(`sync:table.${table}`, undefined, table)} {number}
            </span>
            <span>{t(`state.${state}`)}</span>
            <Box component="span" sx={{ color: 'text.secondary', ml: 'auto' }}>
              {t('list.by', { name: decidedBy, at: decidedAt ? formatDateTime(decidedAt) : '' })}
            </Box>
          </Box>
        ))}
      </Box>
    </SectionPanel>
  )
}
