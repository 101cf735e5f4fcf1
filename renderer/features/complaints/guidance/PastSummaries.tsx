import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Cause } from '../../../../shared/domain/complaint/types'
import { pastSummaries, useQuery } from '../../../data'

const SHOWN = 3

/** 本处以往的总结: the newest 总结评价 of closed complaints of this cause (domain 5). Nothing where there are none. */
export function PastSummaries({ cause, recordId }: { cause: Cause; recordId: string }) {
  const { t } = useTranslation(['guidance', 'complaints'])
  const found = useQuery((db) => pastSummaries(db, cause, SHOWN, recordId), [cause, recordId]) ?? []
  if (found.length === 0) return null
  return (
    <Box component="section" aria-label={t('guidance:lessons')} sx={{ display: 'grid', gap: 1, minWidth: 0 }}>
      <Box component="h3" sx={{ m: 0, fontSize: 13, fontWeight: 600 }}>
        {t('guidance:lessonsOf', { cause: t(`complaints:cause.${cause}`) })}
      </Box>
      {found.map(({ id, number, summary }) => (
        <Box key={id} sx={{ borderLeft: '3px solid', borderColor: 'divider', pl: 2 }}>
          <MuiLink component={Link} to={`/complaints/${id}`}>
            {number}
          </MuiLink>
          <Box
            sx={{
              display: '-webkit-box',
              WebkitLineClamp: 4,
              WebkitBoxOrient: 'vertical',
              overflow: 'hidden',
              overflowWrap: 'anywhere',
            }}
          >
            {summary}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
