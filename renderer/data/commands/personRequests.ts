import { z } from 'zod'
import { DEFAULT_SETTINGS } from '../../../shared/domain/office/settings'
import {
  answerRequest,
  type AnswerInput,
  receiveRequest,
  type RequestInput,
} from '../../../shared/domain/privacy/requests'
import { REFUSAL_GROUNDS, REQUEST_KINDS } from '../../../shared/domain/privacy/types'
import { accept, refuse } from '../../../shared/util/result'
import type { CommandSpec } from '../core/commandRunner'
import { SETTINGS_ID } from '../core/tables'

const text = z.string().max(2000)

/** 登记请求 (个人信息保护法 45–47): who asks for what; the day of the answer follows from the setting. */
export const receiveRequestCommand: CommandSpec<RequestInput, { id: string }> = {
  name: 'personRequest.receive',
  permission: 'privacy.answer',
  tables: ['personRequests'],
  input: z.strictObject({
    kind: z.enum(REQUEST_KINDS),
    name: text,
    phone: text,
    identifiedBy: text,
    words: text,
  }),
  run: async (tx, input) => {
    const { requestAnswerWorkdays } = (await tx.get('settings', SETTINGS_ID)) ?? DEFAULT_SETTINGS
    const made = receiveRequest(input, tx.ctx, requestAnswerWorkdays)
    if (!made.ok) return made
    await tx.put('personRequests', made.value)
    return accept({ id: made.value.id })
  },
}

/** 答复请求: what was done, what was refused and on which ground. */
export const answerRequestCommand: CommandSpec<AnswerInput & { id: string; rev: number }, null> = {
  name: 'personRequest.answer',
  permission: 'privacy.answer',
  tables: ['personRequests'],
  input: z.strictObject({
    id: z.string(),
    rev: z.number(),
    done: text,
    ground: z.enum(REFUSAL_GROUNDS).nullable(),
    refused: text,
  }),
  run: async (tx, { id, rev, ...answer }) => {
    const request = await tx.get('personRequests', id)
    if (!request) return refuse('record.missing')
    if (request.rev !== rev) return refuse('record.changedElsewhere')
    const next = answerRequest(request, answer, tx.ctx)
    if (!next.ok) return next
    await tx.put('personRequests', next.value)
    return accept(null)
  },
}
