import LinkOff from '@mui/icons-material/LinkOff'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import MuiLink from '@mui/material/Link'
import Tooltip from '@mui/material/Tooltip'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { canUnlink } from '../../../shared/domain/register/links'
import type { RecordLink } from '../../../shared/domain/register/types'
import { DueText, StatusChip } from '../../ui'
import type { ShownLink } from './useLinkedLines'

interface LinkLineProps {
  shown: ShownLink
  /** Null where nobody may. */
  onUnlink: ((link: RecordLink) => void) | null
}

/** One link: how the two belong together, number, state, what is due, and what it is about. */
export function LinkLine({ shown: { link, line, route }, onUnlink }: LinkLineProps) {
  const { t } = useTranslation('links')
  const unlink = t('unlink', { number: link.number })
  return (
    <li>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: '0 8px', flexWrap: 'wrap', minHeight: 28 }}>
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {t(`relation.${link.relation}`)}
        </Box>
        {route ? (
          <MuiLink component={Link} to={route}>
            {link.number}
          </MuiLink>
        ) : (
          <span>{link.number}</span>
        )}
        {line && <StatusChip plain tone={line.ended ? 'done' : 'working'} label={line.state} />}
        {line?.duty && <DueText dueAt={line.duty.dueAt} />}
        {onUnlink && canUnlink(link) && (
          <Tooltip title={unlink}>
            <IconButton
              aria-label={unlink}
              onClick={() => onUnlink(link)}
              sx={{ ml: 'auto', p: 1, '& svg': { fontSize: 16 } }}
            >
              <LinkOff />
            </IconButton>
          </Tooltip>
        )}
      </Box>
      {line && <Box sx={ABOUT}>{line.text}</Box>}
    </li>
  )
}

const ABOUT = {
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
  overflowWrap: 'anywhere',
  fontSize: 13,
  color: 'text.secondary',
} as const
