import { expect, it } from 'vitest'

const sources = import.meta.glob<string>(['./*.ts', '!./*.test.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

it('hands out no row but through asRead, which leaves out what a reader may not see (domain 7, 13)', () => {
  const bare = Object.entries(sources).filter(([, text]) => /\bwithoutListKeys\b/.test(text))
  // What is signed and verified is what is stored: those two hand out digests and names of fields, never a row.
  const signing = new Set(['./monthSigning.ts', './verifyMonth.ts'])
  expect(bare.map(([path]) => path).filter((path) => !signing.has(path))).toEqual(['./reading.ts'])
})
