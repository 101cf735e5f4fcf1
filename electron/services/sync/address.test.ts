import { describe, expect, it } from 'vitest'
import { isSameAccount, placeOf } from './address'
import { urlOf } from './path'

const read = (address: string, database = 'office') => {
  const place = placeOf({ address, database })
  return place.ok ? place.value.database : place.refusal.key
}

describe('the address of the server (issue "Set-up")', () => {
  it.each([
    ['https://couch.example.cn', 'https://couch.example.cn/office'],
    [' https://couch.example.cn/ ', 'https://couch.example.cn/office'],
    ['HTTPS://Couch.Example.cn:6984/db//', 'https://couch.example.cn:6984/db/office'],
    ['http://localhost:5984', 'http://localhost:5984/office'],
    ['http://127.0.0.1:5984', 'http://127.0.0.1:5984/office'],
    ['http://[::1]:5984', 'http://[::1]:5984/office'],
    ['http://couch.example.cn', 'sync.addressNotSafe'],
    ['http://127.0.0.1.example.cn', 'sync.addressNotSafe'],
    ['http://localhost.example.cn', 'sync.addressNotSafe'],
    ['couch.example.cn', 'sync.addressInvalid'],
    ['ftp://couch.example.cn', 'sync.addressInvalid'],
    ['https://desk:pw@couch.example.cn', 'sync.addressInvalid'],
    ['https://couch.example.cn?x=1', 'sync.addressInvalid'],
    ['https://couch.example.cn#x', 'sync.addressInvalid'],
    ['https://couch.example.cn\\x', 'sync.addressInvalid'],
    ['https://', 'sync.addressInvalid'],
    ['', 'sync.addressInvalid'],
  ])('reads %s as %s', (address, expected) => expect(read(address)).toBe(expected))

  it.each([
    ['office-a_1', 'https://c.cn/office-a_1'],
    ['a/b+c', 'https://c.cn/a%2Fb%2Bc'],
    ['Office', 'sync.databaseInvalid'],
    ['_users', 'sync.databaseInvalid'],
    ['1a', 'sync.databaseInvalid'],
    ['a b', 'sync.databaseInvalid'],
    ['a?b', 'sync.databaseInvalid'],
    ['', 'sync.databaseInvalid'],
  ])('takes names of databases by CouchDB’s rule: %s', (database, expected) =>
    expect(read('https://c.cn', database)).toBe(expected),
  )

  it('knows when a kept password would go to somebody else', () => {
    const kept = { address: 'https://c.cn', database: 'a', user: 'desk' }
    expect(isSameAccount(kept, { ...kept, address: 'https://c.cn/', database: 'b' })).toBe(true)
    expect(isSameAccount(kept, { ...kept, address: 'https://d.cn' })).toBe(false)
    expect(isSameAccount(kept, { ...kept, address: 'https://c.cn:444' })).toBe(false)
    expect(isSameAccount(kept, { ...kept, user: 'other' })).toBe(false)
  })
})

const place = { server: 'https://c.cn/p', database: 'https://c.cn/p/office' }

describe('what may be asked', () => {
  it.each([
    ['GET', ''],
    ['GET', '_changes?feed=longpoll&since=12-g1AAAA&include_docs=true&timeout=60000'],
    ['POST', '_changes?filter=_doc_ids'],
    ['POST', '_bulk_docs'],
    ['POST', '_bulk_get?revs=true'],
    ['GET', '_all_docs?startkey=%22device%3A%22&endkey=%22device%3A%EF%BF%B0%22'],
    ['PUT', '_local/device-0b6f-1'],
    ['GET', 'complaints:0199-ab?conflicts=true'],
    ['PUT', 'audit:dev:000000012?rev=1-ab'],
    ['DELETE', 'complaints:1?rev=2-ab'],
    ['GET', '_design/front-desk'],
    ['HEAD', 'settings:%E5%AE%A2'],
  ])('takes %s %s', (method, path) =>
    expect(urlOf(place, method, path)).toBe(path === '' ? place.database : `${place.database}/${path}`),
  )

  it('knows the two that are the server’s own', () => {
    expect(urlOf(place, 'GET', '/')).toBe('https://c.cn/p/')
    expect(urlOf(place, 'GET', '_session')).toBe('https://c.cn/p/_session')
  })

  it.each([
    ['DELETE', ''],
    ['PUT', ''],
    ['PUT', '/'],
    ['POST', '_session'],
    ['PUT', '_security'],
    ['GET', '_security'],
    ['PUT', '_design/front-desk'],
    ['GET', '_design/other'],
    ['POST', '_find'],
    ['POST', '_purge'],
    ['POST', '_compact'],
    ['GET', '_bulk_docs'],
    ['GET', '../_users/_all_docs'],
    ['GET', '..'],
    ['GET', '%2e%2e/_users'],
    ['GET', 'a/../../_users'],
    ['GET', 'a/b'],
    ['GET', 'a%2Fb'],
    ['GET', 'a%2fb'],
    ['GET', 'a%5cb'],
    ['GET', 'a\\b'],
    ['GET', 'a%00'],
    ['GET', '//evil.example/x'],
    ['GET', '/_all_dbs'],
    ['GET', 'https://evil.example/'],
    ['GET', '@evil.example'],
    ['GET', 'a?b#c'],
    ['GET', 'a b'],
    ['GET', 'a\nb'],
    ['GET', '_local/../_users'],
    ['GET', '_local/..'],
    ['GET', 'a?x="y"'],
  ])('does not take %s %s', (method, path) => expect(urlOf(place, method, path)).toBeNull())
})
