import Box from '@mui/material/Box'
import { useState } from 'react'
import { NoticeBar, refusalText } from '../../ui'
import type { Gather, RefusedFile } from './useGather'

/** Which files were not taken, and why, a line each; stays until it is closed or the next ones come. */
export function RefusedFiles({ gather: { refused, forget } }: { gather: Gather }) {
  return (
    <Box role="alert" sx={{ mt: 2, '&:empty': { display: 'none' } }}>
      {refused.length > 0 && (
        <NoticeBar tone="danger" onClose={forget}>
          {refused.map((file) => (
            <RefusedLine key={`${file.name} ${file.refusal.key}`} file={file} />
          ))}
        </NoticeBar>
      )}
    </Box>
  )
}

/** One line, so that the files that were taken stay in sight; a click or Enter shows the whole of it. */
function RefusedLine({ file: { name, refusal } }: { file: RefusedFile }) {
  const [whole, setWhole] = useState(false)
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
