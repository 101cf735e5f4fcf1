import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import CircularProgress from '@mui/material/CircularProgress'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SyncServer, SyncState, SyncTestResult } from '../../../shared/ipc/syncChannels'
import type { Refusal } from '../../../shared/util/result'
import { useData, useReplicationDesk } from '../../data'
import { desk } from '../../platform/desk'
import { announce, Form, FormGrid, placeRefusal, TextField, useAppForm } from '../../ui'
import { PasswordField } from './PasswordField'
import { TestAnswer } from './TestAnswer'

interface Values extends SyncServer {
  password: string
}

/** 服务器地址, 数据库, 用户名, 密码, 测试连接, 保存并启用. */
export function ServerForm({ state, onSaved }: { state: SyncState; onSaved: () => Promise<void> }) {
  const { t } = useTranslation('sync')
  const engine = useReplicationDesk()
  const { server, hasPassword } = state
  const stored = { address: '', database: '', user: '', ...server, password: '' }
  const form = useAppForm<Values>({ defaultValues: stored })
  const test = useTest()
  const save = async (values: Values): Promise<Refusal | null> => {
    const done = await desk.invoke('sync.setUp', sent(values))
    if (!done.ok) return done.refusal
    announce(t('server.saved'))
    form.reset({ ...values, password: '' })
    await onSaved()
    engine?.restart()
    return null
  }
  const tryIt = async (): Promise<void> => {
    const refusal = await test.run(sent(form.getValues()))
    if (refusal?.field) placeRefusal(form, refusal)
  }
  return (
    <Form form={form} label={t('server.title')} onSave={save}>
      <FormGrid>
        <TextField<Values>
          name="address"
          label={t('server.address')}
          placeholder="https://couch.example.cn"
          hint={t('server.addressHint')}
          maxLength={300}
          required
        />
        <TextField<Values>
          name="database"
          label={t('server.database')}
          hint={t('server.databaseHint')}
          maxLength={200}
          required
        />
        <TextField<Values> name="user" label={t('server.user')} maxLength={200} required />
        <PasswordField<Values>
          name="password"
          label={t('server.password')}
          hint={t(hasPassword ? 'server.passwordKept' : 'server.passwordHint')}
          required={!hasPassword}
        />
      </FormGrid>
      <TestAnswer result={test.result} refusal={test.refusal} />
      <Box sx={{ mt: 3, display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'center' }}>
        <Button onClick={() => void tryIt()} disabled={test.running}>
          {t('server.test')}
        </Button>
        <Button type="submit" variant="contained" disabled={form.formState.isSubmitting}>
          {t(server ? 'server.save' : 'server.saveAndStart')}
        </Button>
        {test.running && (
          <Box role="status" sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
            <CircularProgress size={16} aria-hidden /> {t('server.testing')}
          </Box>
        )}
      </Box>
    </Form>
  )
}

/** As main wants it: without a password the one that is kept counts. */
function sent({ address, database, user, password }: Values) {
  const place = { address: address.trim(), database: database.trim(), user: user.trim() }
  return { ...place, password: password === '' ? null : password }
}

/** 测试连接: what came of the newest try. */
function useTest() {
  const { db } = useData()
  const [running, setRunning] = useState(false)
  const [result, setResult] = useState<SyncTestResult | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const run = async (typed: ReturnType<typeof sent>): Promise<Refusal | null> => {
    setRunning(true)
    setResult(null)
    setRefusal(null)
    const office = await db.of('office').toCollection().first()
    const answer = await desk.invoke('sync.test', { ...typed, officeId: office?.id ?? null })
    setRunning(false)
    if (answer.ok) setResult(answer.value)
    else if (!answer.refusal.field) setRefusal(answer.refusal)
    return answer.ok ? null : answer.refusal
  }
  return { running, result, refusal, run }
}
