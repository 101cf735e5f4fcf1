import ErrorOutline from '@mui/icons-material/ErrorOutlined'
import Box from '@mui/material/Box'

/** What is wrong with a field, said beside it and to assistive technology at once. */
export function FieldError({ id, message }: { id: string; message: string | undefined }) {
  return (
    <Box role="alert" id={id}>
      {message && (
        <Box sx={{ display: 'flex', gap: 1, color: 'error.main', fontSize: 13, mt: 0.5 }}>
          <ErrorOutline sx={{ fontSize: 16, mt: '2px' }} aria-hidden />
          <span>{message}</span>
        </Box>
      )}
    </Box>
  )
}
