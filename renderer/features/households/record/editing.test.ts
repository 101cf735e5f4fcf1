import { describe, expect, it } from 'vitest'
import { formOfDraft } from './editing'

describe('drafts of a household (domain 10)', () => {
  it.each([
    ['household.unit', { form: 'unit', id: null }],
    ['household.person:new', { form: 'person', id: null }],
    ['household.care:0198-ab', { form: 'care', id: '0198-ab' }],
    ['household.blacklist:new', null],
    ['complaint.intake', null],
  ])('%s opens its form again', (kind, form) => {
    expect(formOfDraft(kind)).toEqual(form)
  })
})
