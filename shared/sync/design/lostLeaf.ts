/** A leaf of a document on the server. */
interface LeafId {
  _id: string
  _rev: string
}

/** The tombstone of a record's version that lost against another and was merged: the guard lets nothing else be deleted. */
export function lostLeaf({ _id, _rev }: LeafId, office: string): object {
  return { _id, _rev, _deleted: true, type: 'record', office, lost: true }
}
