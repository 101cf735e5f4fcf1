import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { User } from '../../../shared/domain/office/types'
import type { Refusal } from '../../../shared/util/result'
import { useData } from '../../data'
import { EmptyState, refusalText, remember } from '../../ui'
import { LAST_USER } from './lastUser'
import { PinInput } from './PinInput'
import { UserList } from './UserList'
import { useActiveUsers, useWithoutPin } from './useActiveUsers'
import { useMayType } from './useMayType'

interface SignInFormProps {
  /** Offered first; null offers nobody, so that the number keys choose. */
  firstChoice: string | null
  submitLabel: string
  /** Left out of the list: whoever is signed in already. */
  without?: string
  onDone?: () => void
  aside?: ReactNode
  /** What somebody can do who forgot the PIN; who is chosen decides. */
  forgotten?: (chosen: User) => ReactNode
}

/** Users by arrow keys, number or click, then the PIN; says how long a lock-out lasts (domain 1). */
export function SignInForm(props: SignInFormProps) {
  const { firstChoice, submitLabel, without, onDone, aside, forgotten } = props
  const { t } = useTranslation('start')
  const data = useData()
  const users = useActiveUsers(without)
  const withoutPin = useWithoutPin()
  const [chosenId, setChosenId] = useState(firstChoice)
  const [pin, setPin] = useState('')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [checking, setChecking] = useState(false)
  const pinField = useRef<HTMLInputElement>(null)
  const chosen = users?.find((user) => user.id === chosenId) ?? (users?.length === 1 ? users[0] : undefined)
  const { mayType, lockSeconds, noPin } = useMayType(chosen, withoutPin)
  // The field of a locked user takes no focus: once it may be typed in, the digits must not fall into the list, where
  // they would choose somebody else.
  useEffect(() => {
    if (mayType) pinField.current?.focus()
  }, [mayType])

  const choose = (id: string) => {
    setChosenId(id)
    setPin('')
    setRefusal(null)
    pinField.current?.focus()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!chosen || checking) return
    setChecking(true)
    const answer = await data.signIn(chosen.id, pin)
    setChecking(false)
    setPin('')
    if (!answer.ok) {
      setRefusal(answer.refusal)
      pinField.current?.focus()
      return
    }
    remember(LAST_USER, chosen.id)
    onDone?.()
  }
  // In the PIN field the arrows have nothing else to do: they go on to the next person.
  const arrows = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (!step || !users?.length) return
    event.preventDefault()
    const at = users.findIndex((user) => user.id === chosen?.id)
    const next = users[(at + step + users.length) % users.length]
    if (next) choose(next.id)
  }
  if (!users || !withoutPin) return null
  if (users.length === 0) return <EmptyState title={t('switch.nobody')} action={aside} />
  return (
    <Box
      component="form"
      onSubmit={(event: FormEvent) => void submit(event)}
      sx={{ display: 'grid', gap: 3 }}
    >
      <UserList users={users} withoutPin={withoutPin} chosenId={chosen?.id ?? null} onChoose={choose} />
      <PinInput
        key={chosen?.id ?? ''}
        inputRef={pinField}
        value={pin}
        autoFocus={chosen !== undefined}
        disabled={!mayType}
        onKeyDown={arrows}
        onChange={(text) => {
          setPin(text)
          setRefusal(null)
        }}
        error={errorText(lockSeconds, noPin ?? refusal, t)}
      />
      <Box sx={{ display: 'flex', gap: 2, justifyContent: 'flex-end', alignItems: 'center' }}>
        {aside}
        {chosen && forgotten?.(chosen)}
        <Button type="submit" variant="contained" disabled={!mayType || pin === ''} aria-busy={checking}>
          {submitLabel}
        </Button>
      </Box>
    </Box>
  )
}

function errorText(
  lockSeconds: number,
  refusal: Refusal | null,
  t: ReturnType<typeof useTranslation<'start'>>['t'],
): string | undefined {
  if (lockSeconds > 0) {
    const clock = `${Math.floor(lockSeconds / 60)}:${String(lockSeconds % 60).padStart(2, '0')}`
    return t('signIn.locked', { clock })
  }
  return refusal ? refusalText(refusal) : undefined
}
