// Dexie looks for IndexedDB once, when it is first read: it has to be there before any test of the process reads Dexie.
import 'fake-indexeddb/auto'
