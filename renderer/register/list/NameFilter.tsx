import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import OutlinedInput from '@mui/material/OutlinedInput'
import Popover from '@mui/material/Popover'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FILTER_NAME_LENGTH } from '../../../shared/domain/office/savedFilter'
import type { Refusal } from '../../../shared/util/result'
import { FieldFrame, refusalText, useCommandBarrier, useMenuCommand } from '../../ui'

interface NameFilterProps {
  /** 保存筛选, 改名 */
  button: string
  /** The name it has. */
  name: string
  /** Answers null where it was saved. */
  onName: (name: string) => Promise<Refusal | null>
}

/** A button that asks for a filter's name in place; Enter saves, Esc leaves it. */
export function NameFilter({ button, name, onName }: NameFilterProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <Button
        variant="text"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {button}
      </Button>
      {anchor && (
        <NameForm
          anchor={anchor}
          title={button}
          name={name}
          onName={onName}
          onClose={() => setAnchor(null)}
        />
      )}
    </>
  )
}

interface NameFormProps extends Pick<NameFilterProps, 'name' | 'onName'> {
  anchor: HTMLElement
  title: string
  onClose: () => void
}

function NameForm({ anchor, title, name, onName, onClose }: NameFormProps) {
  const { t } = useTranslation('list')
  const [typed, setTyped] = useState(name)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  useCommandBarrier(true)
  const save = async () => {
    const refused = await onName(typed)
    if (refused) setRefusal(refused)
    else onClose()
  }
  useMenuCommand('save', () => void save())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save()
  }
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{ paper: { role: 'dialog', 'aria-label': title, sx: { p: 2 } } }}
    >
      <Box component="form" onSubmit={submit} sx={{ display: 'flex', alignItems: 'start', gap: 2 }}>
        <FieldFrame label={t('saved.name')} error={refusal ? refusalText(refusal) : undefined}>
          {(aria) => (
            <OutlinedInput
              autoFocus
              value={typed}
              error={refusal !== null}
              placeholder={t('saved.example')}
              onChange={(event) => {
                setTyped(event.target.value)
                setRefusal(null)
              }}
              onFocus={(event) => event.target.select()}
              inputProps={{ ...aria, maxLength: FILTER_NAME_LENGTH, autoComplete: 'off' }}
            />
          )}
        </FieldFrame>
        <Button type="submit" variant="contained" sx={{ mt: 6 }}>
          {t('saved.doSave')}
        </Button>
      </Box>
    </Popover>
  )
}
