import Box from '@mui/material/Box'
import { useState } from 'react'
import { NoticeBar, refusalText } from '../../ui'
import type { Gather, RefusedFile } from './useGather'

/** So many are told in full. */
const FEW = 3

/** Which files were not taken, and why, a line each; stays until it is closed or the next ones come. */
export function RefusedFiles({ gather: { refused, forget } }: { gather: Gather }) {
  return (
    <Box role="alert" sx={{ mt: 2, '&:empty': { display: 'none' } }}>
      {refused.length > 0 && (
        <NoticeBar tone="danger" onClose={forget}>
          {refused.map((file) => (
            <RefusedLine
              key={`${file.name} ${file.refusal.key}`}
              file={file}
              isOneOfFew={refused.length <= FEW}
            />
          ))}
        </NoticeBar>
      )}
    </Box>
  )
}

/** Of many one line each, so that the files that were taken stay in sight; a click or Enter shows the whole of it. */
function RefusedLine({ file: { name, refusal }, isOneOfFew }: { file: RefusedFile; isOneOfFew: boolean }) {
  const [whole, setWhole] = useState(isOneOfFew)
  const why = refusalText(refusal)
  return (
    <Box
      component="button"
      type="button"
      aria-expanded={whole}
      title={why}
      onClick={() => setWhole(!whole)}
      sx={{
        display: 'block',
        width: '100%',
        p: 0,
        border: 0,
        font: 'inherit',
        textAlign: 'left',
        color: 'inherit',
        background: 'none',
        ...(whole ? { overflowWrap: 'anywhere' } : CUT),
      }}
    >
      {name !== '' && <strong>{name}　</strong>}
      {why}
    </Box>
  )
}

const CUT = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }
