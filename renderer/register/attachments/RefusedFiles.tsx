import Box from '@mui/material/Box'
import { NoticeBar, refusalText } from '../../ui'
import type { Gather } from './useGather'

/** Which files were not taken, and why; stays until it is closed or the next ones come. */
export function RefusedFiles({ gather: { refused, forget } }: { gather: Gather }) {
  return (
    <Box role="alert" sx={{ '&:empty': { display: 'none' } }}>
      {refused.length > 0 && (
        <NoticeBar tone="danger" onClose={forget}>
          {refused.map(({ name, refusal }) => (
            <Box key={`${name} ${refusal.key}`} sx={{ overflowWrap: 'anywhere' }}>
              {name !== '' && <strong>{name}　</strong>}
              {refusalText(refusal)}
            </Box>
          ))}
        </NoticeBar>
      )}
    </Box>
  )
}
