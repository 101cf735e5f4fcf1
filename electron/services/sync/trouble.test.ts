import { describe, expect, it } from 'vitest'
import { codeOfError, troubleOfAnswer, troubleOfError } from './trouble'

const chromium = (name: string) => new Error(`net::${name}`)
const node = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) })

describe('errors of either network (issue "Set-up")', () => {
  it.each([
    ['ERR_INTERNET_DISCONNECTED', 'noNetwork'],
    ['ERR_NETWORK_CHANGED', 'noNetwork'],
    ['ERR_PROXY_CONNECTION_FAILED', 'noNetwork'],
    ['ERR_TUNNEL_CONNECTION_FAILED', 'noNetwork'],
    ['ERR_NAME_NOT_RESOLVED', 'wrongAddress'],
    ['ERR_CONNECTION_REFUSED', 'wrongAddress'],
    ['ERR_ADDRESS_UNREACHABLE', 'wrongAddress'],
    ['ERR_UNSAFE_PORT', 'wrongAddress'],
    ['ERR_CERT_AUTHORITY_INVALID', 'certificate'],
    ['ERR_CERT_DATE_INVALID', 'certificate'],
    ['ERR_CERT_COMMON_NAME_INVALID', 'certificate'],
    ['ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'certificate'],
    ['ERR_SSL_PROTOCOL_ERROR', 'notCouch'],
    ['ERR_INVALID_HTTP_RESPONSE', 'notCouch'],
    ['ERR_RESPONSE_HEADERS_TOO_BIG', 'notCouch'],
    ['ERR_CONTENT_DECODING_FAILED', 'notCouch'],
    ['ERR_CONNECTION_RESET', 'busy'],
    ['ERR_CONNECTION_TIMED_OUT', 'busy'],
    ['ERR_INCOMPLETE_CHUNKED_ENCODING', 'busy'],
    ['ERR_EMPTY_RESPONSE', 'busy'],
  ])('Chromium’s %s is %s', (name, trouble) => expect(troubleOfError(chromium(name), true)).toBe(trouble))

  it.each([
    ['ENETUNREACH', 'noNetwork'],
    ['EAI_AGAIN', 'noNetwork'],
    ['ENOTFOUND', 'wrongAddress'],
    ['ECONNREFUSED', 'wrongAddress'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
    ['CERT_HAS_EXPIRED', 'certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
    ['EPROTO', 'notCouch'],
    ['UND_ERR_HEADERS_OVERFLOW', 'notCouch'],
    ['HPE_INVALID_CONSTANT', 'notCouch'],
    ['ECONNRESET', 'busy'],
    ['UND_ERR_SOCKET', 'busy'],
    ['UND_ERR_CONNECT_TIMEOUT', 'busy'],
  ])('Node’s %s is %s', (code, trouble) => expect(troubleOfError(node(code), true)).toBe(trouble))

  it('finds the code among several addresses that were tried', () => {
    const cause = new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })])
    expect(troubleOfError(new TypeError('fetch failed', { cause }), true)).toBe('wrongAddress')
  })

  it('blames no address while there is no network', () => {
    expect(troubleOfError(chromium('ERR_NAME_NOT_RESOLVED'), false)).toBe('noNetwork')
    expect(troubleOfError(node('ECONNRESET'), false)).toBe('noNetwork')
    expect(troubleOfError(chromium('ERR_CERT_DATE_INVALID'), false)).toBe('certificate')
  })

  it('takes a refused redirect for somebody else’s answer', () => {
    expect(troubleOfError(new Error('Redirect was cancelled'), true)).toBe('notCouch')
  })

  it('logs a code and no words', () => {
    expect(codeOfError(node('ENOTFOUND'))).toBe('ENOTFOUND')
    expect(codeOfError(new Error('https://desk:pw@couch.example.cn failed'))).toBe('Error')
  })
})

const refusal = (error: string, reason: string) => JSON.stringify({ error, reason })
const judged = (status: number, text: string | null, method = 'GET', isJson = true) =>
  troubleOfAnswer({ method, status, isJson, text })

describe('answers (quality 5)', () => {
  it.each([
    [401, refusal('unauthorized', 'Name or password is incorrect.'), 'wrongPassword'],
    [401, refusal('unauthorized', 'You are not a server admin.'), 'noRights'],
    [
      403,
      refusal('forbidden', 'Account is temporarily locked due to multiple authentication failures'),
      'lockedOut',
    ],
    [403, refusal('forbidden', 'You are not allowed to access this db.'), 'noRights'],
    [404, refusal('not_found', 'Database does not exist.'), 'noDatabase'],
    [404, refusal('not_found', 'missing'), null],
    [404, refusal('not_found', 'deleted'), null],
    [409, refusal('conflict', 'Document update conflict.'), null],
    [413, refusal('document_too_large', 'x'), 'tooLarge'],
    [500, refusal('internal_server_error', 'x'), 'busy'],
    [429, refusal('too_many_requests', 'x'), 'busy'],
    [404, '{"message":"no route"}', 'notCouch'],
    [302, '{}', 'notCouch'],
    [200, '{"rows":[]}', null],
  ])('%s %s is %s', (status, text, trouble) => expect(judged(status, text)).toBe(trouble))

  it('leaves a document that the guard refuses to the engine', () => {
    const guard = refusal('forbidden', 'front-desk:frozen')
    expect(judged(403, guard, 'PUT')).toBeNull()
    expect(judged(403, guard, 'GET')).toBe('noRights')
  })

  it('takes pages for what they are', () => {
    expect(judged(200, null, 'GET', false)).toBe('notCouch')
    expect(judged(401, null, 'GET', false)).toBe('notCouch')
    expect(judged(502, null, 'GET', false)).toBe('busy')
    expect(judged(413, null, 'POST', false)).toBe('tooLarge')
    expect(judged(511, null, 'GET', false)).toBe('notCouch')
    expect(judged(407, null, 'GET', false)).toBe('noNetwork')
  })
})
