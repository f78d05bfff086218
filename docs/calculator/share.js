/**
 * A link that reopens a plan. It holds the request in the fragment, the part of an address after
 * `#`, which a browser never sends to a server.
 */

/** @import { Request } from "./request.js" */
import { StoreProblem } from "./messages.js";
import { isObject } from "./saved.js";

const PREFIX = "#plan=";
const VERSION = "1";
/** The longest that is made or read: mail programs and chats cut what is much longer. */
const LONGEST = 16_000;

/** What a link may hold; all else a request has is for this page alone. */
const SHARED = (
  "interview said awaiting leave_to_call promises no_calls told_to_wait route interviewers sector country " +
  "region closed employer offer policy history moved left_out skipped rules_version"
).split(" ");

/**
 * @param {Request} request
 * @param {{ names: boolean }} include names only where the person wants them in it
 * @returns {string} the fragment, with its `#`; throws StoreProblem where it would be too long
 */
export function fragmentFor(request, include) {
  const packed = pack(allowed(request, include));
  if (packed.length > LONGEST) throw new StoreProblem("linkTooLong");
  return `${PREFIX}${VERSION}.${packed}`;
}

/**
 * What the link holds is checked by the calculator, as everything typed is. What a mail program or a
 * sentence has put behind it is passed over.
 *
 * @param {string} fragment
 * @returns {Request | null} null where the address holds no plan; throws StoreProblem for one that can't be read
 */
export function requestIn(fragment) {
  if (!fragment.startsWith(PREFIX)) return null;
  // Mail programs write "=" as "=3D" and "." as "%2E", and break a line in two.
  const text = fragment.slice(PREFIX.length).replace(/^3D(?=\d)/i, "").replace(/%2E/i, ".");
  const [version, packed] = partsOf(text);
  if (version !== VERSION && /^\d+$/.test(version)) throw new StoreProblem("linkOther");
  const [, joined] = partsOf(text.replace(/=?(?:%0[AD]|%20)+/gi, ""));
  const ways = [packed, packed.replace(/[-_]+$/, ""), joined].filter(({ length }) => length > 0 && length <= LONGEST);
  const request = ways.map(unpacked).find(Boolean);
  if (version !== VERSION || !request) throw new StoreProblem("linkDamaged");
  return allowed(request, { names: true });
}

/** @param {string} text @returns {string[]} the version that it names, and what is packed */
const partsOf = (text) => /^(\w*)\.?([\w-]*)/.exec(text)?.slice(1) ?? [];

/**
 * The fragment. Some mail filters write its signs as %23 and %3D, or as %2523, so that it stands in what a server is
 * asked for.
 *
 * @param {{ hash: string, search: string, pathname: string }} address
 */
export function fragmentOf({ hash, search, pathname }) {
  const [, name, behind] = /(?:%(?:25)*23|#)(plan|open)(?:=|%(?:25)*3D)(.*)/i.exec(pathname + search + hash) ?? [];
  return name ? `#${name}=${behind}` : hash;
}

/** @param {string} hash of an address */
export const isOfPlan = (hash) => /^#(plan|open)(=|%)/i.test(hash);

/**
 * Whether two requests are of the same plan: names aside, and by whatever version of the rules.
 *
 * @param {Request} one
 * @param {Request} other
 */
export function isSamePlan(one, other) {
  const [first, second] = [one, other].map((request) => JSON.stringify({ ...allowed(request, { names: false }), rules_version: null }));
  return first === second;
}

/**
 * @param {Request} request
 * @param {{ names: boolean }} include
 * @returns {Request} in one order, without what is not set
 */
function allowed(request, { names }) {
  const wanted = /** @type {(keyof Request)[]} */ ([...SHARED, ...(names ? ["names"] : [])]);
  return Object.fromEntries(wanted.filter((name) => Object.hasOwn(request, name)).map((name) => [name, request[name]]));
}

/** @param {Request} request */
function pack(request) {
  const bytes = Array.from(new TextEncoder().encode(JSON.stringify(request)), (byte) => String.fromCharCode(byte)).join("");
  return btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * @param {string} packed
 * @returns {Request | null}
 */
function unpacked(packed) {
  try {
    const bytes = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
    const request = JSON.parse(text);
    return isObject(request) ? request : null;
  } catch {
    return null;
  }
}
