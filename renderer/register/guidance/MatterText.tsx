import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { GUIDANCE_LISTS, type GuidanceList } from '../../../shared/domain/guidance/edit'
import type { GuidanceLaw, GuidanceMatter } from '../../../shared/domain/guidance/types'

/** What the office says to its residents is Chinese, whatever language its screen speaks. */
export const OFFICE_LANGUAGE = 'zh-CN'

/** Edge of a section: what must not be said stands out by its word and by its colour. */
const EDGES: Record<GuidanceList, string> = {
  ask: 'primary.main',
  say: 'primary.main',
  act: 'primary.main',
  record: 'primary.main',
  avoid: 'error.main',
}

interface MatterTextProps {
  matter: GuidanceMatter
  /** Level of the headings: one below the matter's title. */
  heading: 'h2' | 'h4'
}

/** A matter for reading: 问, 说, 做, 记, 不要说, then the law, folded and small. */
export function MatterText({ matter, heading }: MatterTextProps) {
  const { t } = useTranslation('guidance')
  const lists = GUIDANCE_LISTS.filter((list) => matter[list].length > 0)
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0, overflowWrap: 'anywhere' }}>
      {lists.map((list) => (
        <Box key={list} sx={{ borderLeft: '3px solid', borderColor: EDGES[list], pl: 2 }}>
          <Box
            component={heading}
            sx={{ m: 0, fontSize: 13, color: list === 'avoid' ? 'error.main' : 'primary.main' }}
          >
            {t(`list.${list}`)}
          </Box>
          <Box component="ul" aria-label={t(`list.${list}`)} sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {matter[list].map((line) => (
              <Box component="li" key={line} lang={OFFICE_LANGUAGE} sx={{ py: '1px', lineHeight: '20px' }}>
                {line}
              </Box>
            ))}
          </Box>
        </Box>
      ))}
      {matter.laws.length > 0 && <Laws laws={matter.laws} />}
    </Box>
  )
}

function Laws({ laws }: { laws: readonly GuidanceLaw[] }) {
  const { t } = useTranslation('guidance')
  return (
    <Box component="details" sx={{ fontSize: 12, color: 'text.secondary' }}>
      <Box component="summary" sx={{ cursor: 'default' }}>
        {t('laws')}
      </Box>
      <Box component="ul" aria-label={t('laws')} sx={{ m: 0, mt: 1, p: 0, listStyle: 'none' }}>
        {laws.map(({ article, sense }) => (
          <Box component="li" key={article + sense} lang={OFFICE_LANGUAGE} sx={{ py: '1px' }}>
            <strong>{article}</strong> {sense}
          </Box>
        ))}
      </Box>
    </Box>
  )
}
