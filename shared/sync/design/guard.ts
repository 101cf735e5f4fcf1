import { WIRE_VERSION } from '../wire'

/** Why the guard would not take a document; each is `front-desk:<code>` in CouchDB's `reason`. */
export const GUARD_CODES = [
  /** It is of a layout that this guard does not know: head office installs the newer one. */
  'wire',
  /** An older release would overwrite what a newer one wrote. */
  'older',
  /** It belongs to another office. */
  'office',
  /** It is none of ours, or lacks a part. */
  'shape',
  /** Its id does not fit what it says. */
  'id',
  /** A table that never leaves a machine. */
  'table',
  /** Nothing is deleted, but for versions that lost against another, and files by law. */
  'deleted',
  /** What a machine's chain says does not change. */
  'audit',
  /** The bytes of a file do not change. */
  'file',
  /** What was erased by law does not come back. */
  'erased',
  /** A signed month keeps the record (domain 12). */
  'frozen',
] as const
export type GuardCode = (typeof GUARD_CODES)[number]

const PREFIX = 'front-desk:'

/** The code in the reason of a refused document; null where the refusal is not the guard's. */
export function guardCodeOf(reason: string): GuardCode | null {
  return GUARD_CODES.find((code) => reason === PREFIX + code) ?? null
}

/** For whose database the guard is made. */
export interface GuardOptions {
  /** Id of the office whose database it is. */
  officeId: string
}

/**
 * `validate_doc_update` of an office's database: the last door, behind the rules of every machine. ECMAScript 5 and nothing
 * from outside, for SpiderMonkey and QuickJS alike. Reasons are codes: the machine that is refused has the words.
 */
export function guardText({ officeId }: GuardOptions): string {
  const office = JSON.stringify(officeId)
  return `function (doc, old, user) {
  var OFFICE = ${office};
  var WIRE = ${WIRE_VERSION};
  function refuse(code) {
    throw({ forbidden: '${PREFIX}' + code });
  }
  function isObject(value) {
    return Object.prototype.toString.call(value) === '[object Object]';
  }
  function isText(value) {
    return typeof value === 'string' && value.length > 0;
  }
  function isCount(value) {
    return typeof value === 'number' && value >= 1 && Math.floor(value) === value;
  }
  function same(a, b) {
    var key;
    if (a === b) return true;
    if (Array.isArray(a) && Array.isArray(b)) {
      if (a.length !== b.length) return false;
      for (key = 0; key < a.length; key += 1) if (!same(a[key], b[key])) return false;
      return true;
    }
    if (!isObject(a) || !isObject(b)) return false;
    for (key in a) if (!same(a[key], b[key])) return false;
    for (key in b) if (!(key in a)) return false;
    return true;
  }
  function nineDigits(seq) {
    var digits = String(seq);
    while (digits.length < 9) digits = '0' + digits;
    return digits;
  }
  function checkRecord() {
    if (!isText(doc.table) || !/^[a-z][A-Za-z]{1,59}$/.test(doc.table)) refuse('shape');
    if (doc.table === 'credentials' || doc.table === 'drafts') refuse('table');
    if (!isObject(doc.row) || !isObject(doc.seen) || !isText(doc.opId) || !isText(doc.deviceId)) refuse('shape');
    if (typeof doc.erased !== 'boolean' || !Array.isArray(doc.withheld)) refuse('shape');
    if (doc.frozen !== null && !isObject(doc.frozen)) refuse('shape');
    if (!isText(doc.row.id) || doc._id !== doc.table + ':' + doc.row.id) refuse('id');
    if (before && before.type === 'record') checkChange();
  }
  function checkChange() {
    if (before.erased && !doc.erased) refuse('erased');
    if (doc.erased || !isObject(before.frozen)) return;
    // Another 更正单, another 重开: the office allowed it. Fields that are withheld now are no part of it any more.
    if (isText(doc.correction) && doc.correction !== before.correction) return;
    if (isText(doc.reopened) && doc.reopened !== before.reopened) return;
    if (!same(doc.withheld, before.withheld)) return;
    if (breaks('begun') || breaks('ended')) refuse('frozen');
  }
  function breaks(part) {
    var kept = before.frozen[part];
    return kept !== null && kept !== (isObject(doc.frozen) ? doc.frozen[part] : null);
  }
  function checkAudit() {
    var entry = doc.entry;
    if (!isObject(entry) || !isText(entry.deviceId) || !isCount(entry.seq) || !isText(entry.digest)) refuse('shape');
    if (doc.detail !== null && !isObject(doc.detail)) refuse('shape');
    if (doc._id !== 'audit:' + entry.deviceId + ':' + nineDigits(entry.seq)) refuse('id');
    if (!before || before.type !== 'audit') return;
    if (!same(entry, before.entry)) refuse('audit');
    if (doc.detail !== null && !same(doc.detail, before.detail)) refuse('audit');
  }
  function contentOf(from) {
    return isObject(from._attachments) ? from._attachments.content : undefined;
  }
  function checkFile() {
    var had, has;
    if (!isText(doc.sha256) || !/^[0-9a-f]{64}$/.test(doc.sha256)) refuse('shape');
    if (doc._id !== 'file:' + doc.sha256) refuse('id');
    had = before ? contentOf(before) : undefined;
    if (!had) return;
    has = contentOf(doc);
    if (!has || (has.digest && had.digest && has.digest !== had.digest)) refuse('file');
  }
  function checkDevice() {
    if (!isText(doc.deviceId) || typeof doc.letter !== 'string' || !/^[A-Z]?$/.test(doc.letter)) refuse('shape');
    if (doc._id !== 'device:' + doc.deviceId) refuse('id');
  }
  function checkDeleted() {
    if (user && user.roles && user.roles.indexOf('_admin') >= 0) return;
    if (doc.office !== OFFICE) refuse('deleted');
    if (doc.type === 'record' && doc.lost === true) return;
    if (doc.type === 'file' && doc.erased === true) return;
    refuse('deleted');
  }

  var before = old && !old._deleted ? old : null;
  if (doc._id.indexOf('_design/') === 0) return;
  if (doc._deleted) return checkDeleted();
  if (!isCount(doc.wire) || !isCount(doc.dataVersion) || !isText(doc.type)) refuse('shape');
  if (doc.wire > WIRE) refuse('wire');
  if (doc.office !== OFFICE) refuse('office');
  if (before && before.type !== doc.type) refuse('id');
  if (before && (before.wire > doc.wire || before.dataVersion > doc.dataVersion)) refuse('older');
  if (doc.type === 'record') checkRecord();
  else if (doc.type === 'audit') checkAudit();
  else if (doc.type === 'file') checkFile();
  else if (doc.type === 'device') checkDevice();
  else refuse('shape');
}`
}
