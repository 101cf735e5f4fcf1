import { backUp, finishRestore, makeVault, quietSaves, restore, undoRestore } from './backup'
import { compareTables } from './digests'
import { fill, fillFiles } from './fill'
import { growthAgain, growthSearchReady, growthTimes } from './growth'
import { compareLists } from './lists'
import { openOffice } from './office'
import { printOperations } from './paper'
import { fillPouch } from './pouch'
import { pouchPull, pouchPush } from './pouchSync'
import { prepareSaves, saveBlock } from './save'
import { searchOnce, searchReady, searchScan } from './search'

/*
 * Everything that is measured inside the window. The bench calls one operation at a time and decides the order, so
 * that what is compared takes turns.
 */

type Operation = (input: never) => Promise<unknown>

const operations: Record<string, Operation> = {
  openOffice,
  fill,
  fillFiles,
  makeVault,
  backUp,
  quietSaves,
  restore,
  compareTables,
  finishRestore,
  undoRestore,
  fillPouch,
  pouchPull,
  pouchPush,
  growthTimes,
  growthAgain,
  growthSearchReady,
  compareLists,
  prepareSaves,
  saveBlock,
  searchReady,
  searchOnce,
  searchScan,
  ...printOperations,
}

// The app does without renderer/sync, and so does all the rest of the bench.
const replication = import.meta.glob<Record<string, Operation>>('./sync/operations.ts', { eager: true })
for (const found of Object.values(replication)) Object.assign(operations, found)

/** Errors travel as text: of what a page throws, main learns nothing else. */
async function bench({
  name,
  input,
}: {
  name: string
  input: never
}): Promise<{ value: unknown } | { error: string }> {
  try {
    const operation = operations[name]
    if (!operation) throw new Error(`no operation ${name}`)
    return { value: await operation(input) }
  } catch (error) {
    return { error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
  }
}

Object.assign(globalThis, { bench })
