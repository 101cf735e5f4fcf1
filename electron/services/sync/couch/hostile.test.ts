import { readdir } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, createServer as createBareServer, type Server } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { selfSigned } from '../../../../e2e/fixtures/couch'
import type { SyncRequest } from '../../../../shared/ipc/syncChannels'
import { asked, machine, valueOf } from './testing'

const json = { 'content-type': 'application/json' }

/** Its address, for as long as the test lasts. */
async function listening(server: Server, scheme = 'http'): Promise<string> {
  const sockets = new Set<{ destroy(): unknown }>()
  server.on('connection', (socket) => sockets.add(socket))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((done) => server.close(done))
  })
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function connected(address: string) {
  const made = await machine()
  valueOf(await made.sync.setUp({ address, database: 'office', user: 'desk', password: 'geheim' }))
  return made
}

/** What a request to such a server comes to. */
async function outcomeAt(listener: RequestListener, change: Partial<SyncRequest> = {}) {
  const { sync } = await connected(await listening(createServer(listener)))
  return valueOf(await sync.request(asked('complaints:1', change)))
}

describe('a server that is not what it should be (quality 6)', () => {
  it('sends without an end, and is not listened to for ever', async () => {
    let sent = 0
    const portion = Buffer.alloc(1024 * 1024, ' ')
    const outcome = await outcomeAt((_request, response) => {
      response.writeHead(200, json)
      const go = (): void => {
        while (!response.destroyed) {
          sent += portion.length
          if (!response.write(portion)) return void response.once('drain', go)
        }
      }
      go()
    })
    expect(outcome).toEqual({ kind: 'trouble', trouble: 'tooLarge', status: null })
    expect(sent).toBeLessThan(100 * 1024 * 1024)
  })

  it('packs much of nothing into little', async () => {
    const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024, ' '))
    const outcome = await outcomeAt((_request, response) => {
      response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(bomb)
    })
    expect(outcome).toMatchObject({ trouble: 'tooLarge' })
  })

  it('refuses at great length', async () => {
    const outcome = await outcomeAt((_request, response) => {
      response.writeHead(404, json).end(`{"error":"x","reason":"${'x'.repeat(1_000_000)}"}`)
    })
    expect(outcome).toMatchObject({ trouble: 'tooLarge' })
  })

  it('lets drops fall, or says nothing at all: it has the time that the page gave', async () => {
    const dripping = await outcomeAt(
      (_request, response) => {
        response.writeHead(200, json)
        const timer = setInterval(() => response.write(' '), 20)
        response.on('close', () => clearInterval(timer))
      },
      { timeoutMs: 300 },
    )
    expect(dripping).toEqual({ kind: 'trouble', trouble: 'busy', status: null })
    expect(await outcomeAt(() => undefined, { timeoutMs: 100 })).toMatchObject({ trouble: 'busy' })
  })

  it.each([301, 302, 303, 307, 308])('sends elsewhere with %s, and nobody goes there', async (status) => {
    const heard: (string | undefined)[] = []
    const elsewhere = await listening(
      createServer(({ headers }, response) => {
        heard.push(headers.authorization)
        response.writeHead(200, json).end('{}')
      }),
    )
    const outcome = await outcomeAt(
      (_request, response) => response.writeHead(status, { ...json, location: elsewhere }).end('{}'),
      { method: 'PUT', body: '{}' },
    )
    expect(outcome).toMatchObject({ kind: 'trouble', trouble: 'notCouch' })
    expect(heard).toEqual([])
  })

  it('sets cookies, and gets none back', async () => {
    const heard: (string | undefined)[] = []
    const address = await listening(
      createServer(({ headers }, response) => {
        heard.push(headers.cookie)
        response.writeHead(200, { ...json, 'set-cookie': 'AuthSession=abc; Path=/' }).end('{}')
      }),
    )
    const { sync } = await connected(address)
    for (let at = 0; at < 2; at += 1) valueOf(await sync.request(asked('')))
    expect(heard).toEqual([undefined, undefined])
  })

  it('throws headers', async () => {
    const address = await listening(
      createBareServer((socket) => {
        socket.on('error', () => undefined)
        socket.write('HTTP/1.1 200 OK\r\n')
        const timer = setInterval(() => socket.write(`X-A: ${'x'.repeat(60_000)}\r\n`), 1)
        socket.on('close', () => clearInterval(timer))
      }),
    )
    const { sync } = await connected(address)
    expect(valueOf(await sync.request(asked('')))).toMatchObject({ trouble: 'notCouch' })
  })

  it('speaks another protocol, or breaks off', async () => {
    const bare = (text: string) =>
      listening(
        createBareServer((socket) => {
          socket.on('error', () => undefined)
          socket.end(text)
        }),
      )
    const at = async (text: string) =>
      valueOf(await (await connected(await bare(text))).sync.request(asked('')))
    expect(await at('SSH-2.0-OpenSSH_9.2\r\n')).toMatchObject({ trouble: 'notCouch' })
    expect(await at('')).toMatchObject({ trouble: 'busy' })
    const half = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"a":'
    expect(await at(half)).toMatchObject({ trouble: 'busy' })
  })

  it('has a certificate that nobody knows', async () => {
    for (const identity of [selfSigned(), selfSigned({ expired: true })]) {
      const secure = createSecureServer(identity, (_request, response) => response.end('{}'))
      const address = await listening(secure, 'https')
      const { sync } = await connected(address)
      const server = { address, database: 'office', user: 'desk', password: 'geheim' }
      expect(valueOf(await sync.test(server, null))).toMatchObject({ trouble: 'certificate', version: '' })
      expect(valueOf(await sync.request(asked('')))).toMatchObject({ trouble: 'certificate' })
    }
  })

  it('has no certificate where there should be one', async () => {
    const address = await listening(createServer((_request, response) => response.end('{}')))
    const { sync } = await connected(address.replace('http:', 'https:'))
    expect(valueOf(await sync.request(asked('')))).toMatchObject({ trouble: 'notCouch' })
  })

  it('gives a file without an end: it is not kept', async () => {
    const portion = Buffer.alloc(1024 * 1024)
    const address = await listening(
      createServer((_request, response) => {
        response.writeHead(200, { 'content-type': 'application/octet-stream' })
        const go = (): void => {
          while (!response.destroyed) if (!response.write(portion)) return void response.once('drain', go)
        }
        go()
      }),
    )
    const { sync, folder } = await connected(address)
    const fetched = valueOf(await sync.fetchFile('f', 'ab'.repeat(32)))
    expect(fetched).toEqual({ got: 'damaged', outcome: null })
    expect(await readdir(join(folder, 'attachments'))).toEqual([])
  })

  it('gives a page instead of a file', async () => {
    const address = await listening(
      createServer((_request, response) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
      ),
    )
    const { sync } = await connected(address)
    const fetched = valueOf(await sync.fetchFile('f', 'ab'.repeat(32)))
    expect(fetched).toEqual({
      got: 'missing',
      outcome: { kind: 'trouble', trouble: 'notCouch', status: 200 },
    })
  })

  it('never has its address, user, password or words in the log', async () => {
    const address = await listening(
      createServer((_request, response) => {
        response.writeHead(500, json).end('{"error":"x","reason":"geheim 林 desk"}')
      }),
    )
    const { sync, logged } = await connected(address)
    await sync.request(asked('complaints:1'))
    await sync.fetchFile('f', 'ab'.repeat(32))
    expect(logged).toEqual(['sync.trouble busy 500', 'sync.trouble busy 500'])
  })
})
