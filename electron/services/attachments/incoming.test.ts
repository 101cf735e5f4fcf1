import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PORTION_BYTES } from '../../../shared/domain/register/attachment'
import type { Result } from '../../../shared/util/result'
import { type Incoming, openIncoming } from './incoming'
import { type AttachmentStore, openAttachments } from './store'

const MAX = 50 * PORTION_BYTES
/** A long PDF by its beginning; neither of whole portions nor of whole chunks. */
const LONG = Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(5 * PORTION_BYTES + 777)])
const SHA = createHash('sha256').update(LONG).digest('hex')

let base = ''
let store: AttachmentStore
let incoming: Incoming
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'incoming-'))
  store = openAttachments(join(base, 'attachments'))
  incoming = openIncoming()
})
afterEach(() => rm(base, { recursive: true }))

async function everyFile(): Promise<string[]> {
  const names = await readdir(base, { recursive: true, withFileTypes: true })
  return names.filter((one) => one.isFile()).map(({ name }) => name)
}

function begin(size: number, onEnd?: () => void, into = store): string {
  const begun = incoming.begin({ name: '账目.pdf', size, maxBytes: MAX }, into, onEnd)
  if (!begun.ok) throw new Error(begun.refusal.key)
  return begun.value.token
}

/** Sends as a page does: the next portion once the last was taken. */
async function send(token: string, bytes: Buffer): Promise<Result<unknown>> {
  for (let at = 0; at < bytes.length; at += PORTION_BYTES) {
    const taken = await incoming.append(token, bytes.subarray(at, at + PORTION_BYTES))
    if (!taken.ok) return taken
  }
  return { ok: true, value: null }
}

/** A store whose disk is full after so many bytes, in the middle of a file. */
function fillingUp(after: number): AttachmentStore {
  return {
    ...store,
    async store(source) {
      let written = 0
      if (!('portions' in source)) throw new Error('whole')
      for await (const portion of source.portions) {
        written += portion.length
        if (written > after) throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' })
      }
      throw new Error('not full')
    },
  }
}

describe('a file that comes in portions', () => {
  it('is kept as it was sent, in the open and sealed', async () => {
    const identity = await generateIdentity()
    const recipient = await identityToRecipient(identity)
    const sealed = openAttachments(join(base, 'sealed'), {
      recipient: async () => recipient,
      identity: async () => identity,
    })
    for (const into of [store, sealed]) {
      const token = begin(LONG.length, undefined, into)
      expect(await send(token, LONG)).toMatchObject({ ok: true })
      expect(await incoming.finish(token)).toMatchObject({
        value: { sha256: SHA, size: LONG.length, name: '账目.pdf' },
      })
      expect(await into.check(SHA)).toBe('sound')
    }
    expect(await everyFile()).toEqual([SHA, SHA])
  })

  it('is never held: no more than two portions wait to be written', async () => {
    let [sent, taken, most] = [0, 0, 0]
    const slow: AttachmentStore = {
      ...store,
      async store(source) {
        if (!('portions' in source)) throw new Error('whole')
        for await (const portion of source.portions) {
          taken += portion.length
          await new Promise(setImmediate)
        }
        return { ok: false, refusal: { key: 'attachment.notReadBack' } }
      },
    }
    const many = 40
    const token = begin(many * PORTION_BYTES, undefined, slow)
    for (let at = 0; at < many; at += 1) {
      await incoming.append(token, new Uint8Array(PORTION_BYTES))
      sent += PORTION_BYTES
      most = Math.max(most, sent - taken)
    }
    await incoming.finish(token)
    expect(taken).toBe(sent)
    expect(most).toBeLessThanOrEqual(2 * PORTION_BYTES)
  })

  it.each([0, 1, PORTION_BYTES, LONG.length - 1])(
    'is not kept where only %i bytes of it came',
    async (came) => {
      const token = begin(LONG.length)
      await send(token, LONG.subarray(0, came))
      const refusal = { key: came === 0 ? 'attachment.empty' : 'attachment.interrupted' }
      if (came === 1) refusal.key = 'attachment.typeNotAllowed'
      expect(await incoming.finish(token)).toMatchObject({ refusal })
      expect(await everyFile()).toEqual([])
    },
  )

  it('is not kept where more came than was said', async () => {
    const token = begin(LONG.length - 1)
    await send(token, LONG)
    expect(await incoming.finish(token)).toMatchObject({ refusal: { key: 'attachment.interrupted' } })
    expect(await everyFile()).toEqual([])
  })

  it('is refused by what it is and how long it is, whatever it is called', async () => {
    const token = begin(LONG.length)
    const program = Buffer.from(LONG)
    program.write('MZ')
    await send(token, program)
    expect(await incoming.finish(token)).toMatchObject({ refusal: { key: 'attachment.typeNotAllowed' } })
    expect(incoming.begin({ name: 'a', size: MAX + 1, maxBytes: MAX }, store)).toMatchObject({
      refusal: { key: 'attachment.tooBig' },
    })
  })

  it('stops at once where the disk is full in the middle, and says so', async () => {
    const token = begin(LONG.length, undefined, fillingUp(2 * PORTION_BYTES))
    await expect(send(token, LONG).then(() => incoming.finish(token))).rejects.toMatchObject({
      code: 'ENOSPC',
    })
    expect(await everyFile()).toEqual([])
  })

  it('leaves nothing when it is given up, as by a window that closes', async () => {
    const ended = vi.fn()
    const token = begin(LONG.length, ended)
    await send(token, LONG.subarray(0, 3 * PORTION_BYTES))
    incoming.giveUp(token)
    await expect.poll(everyFile).toEqual([])
    incoming.giveUp(token)
    expect(ended).toHaveBeenCalledTimes(1)
    for (const late of [incoming.append(token, LONG), incoming.finish(token)])
      expect(await late).toMatchObject({ refusal: { key: 'attachment.interrupted' } })
  })

  it('gives way where many were begun and left', async () => {
    const tokens = Array.from({ length: 9 }, () => begin(LONG.length))
    const answers = await Promise.all(tokens.map((token) => incoming.append(token, LONG.subarray(0, 9000))))
    expect(answers.map(({ ok }) => ok)).toEqual([false, ...Array.from({ length: 8 }, () => true)])
    for (const token of tokens) incoming.giveUp(token)
    await expect.poll(everyFile).toEqual([])
  })
})
