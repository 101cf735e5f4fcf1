import { expect, it } from 'vitest'
import { fileOf } from './fontFiles'
import { fontUrls } from './fontUrls'
import { packedCoverage } from './packedCoverage'

it('serves every font that a form may ask for, and no other part of HanaMin', () => {
  const asked = packedCoverage.fonts.filter((font) => font !== '').map(fileOf)
  expect(asked.filter((file) => !fontUrls.has(file))).toEqual([])
  const served = [...fontUrls.keys()].filter((file) => file.startsWith('HanaMin'))
  expect(served.filter((file) => !asked.includes(file))).toEqual([])
})
