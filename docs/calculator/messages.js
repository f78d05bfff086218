/**
 * What a person is told about keeping, copying and sharing: one list, so that each can be tested for
 * being true.
 */

export const MESSAGES = /** @type {const} */ ({
  // Why something is not kept.
  full: "Not kept: this device has no room left for this site. What you entered is here until you close the page. Save it in a file.",
  refused: "Not kept: this browser doesn't let the site keep anything. What you entered is here until you close the page. Save it in a file.",
  changed: "Not kept yet: this interview was changed in another tab. Keep what you have here as a copy, or show the other version.",
  gone: "Not kept: this interview isn't on this device any more. It was deleted in another tab, or the data was cleared.",
  newer: "Not kept: a newer version of this site has changed this interview. Reload to get it.",
  damaged: "Not kept: what is kept of this interview can't be read. Keep what you have here as a copy.",
  tooLong: "Not kept: this interview has more text than can be kept. Take some out.",
  // Known from another tab, before anything was to be kept.
  changedElsewhere: "This interview was changed in another tab. Here you see it as it was before.",
  goneElsewhere: "This interview isn't on this device any more. It was deleted in another tab, or the data was cleared.",
  // What was done.
  keptAgain: "It is kept on this device again.",
  keptCopy: "Kept as a copy. Both are under “Your interviews”.",
  deleted: "Deleted from this device.",
  closed: "Taken off the page. It wasn't kept on this device.",
  anew: "Here's your new plan.",
  both: "Both are kept. The other one is under “Your interviews”.",
  ofBefore: "This plan is of your answers before. Put the new ones right, or undo them.",
  undone: "Undone. Your plan is as it was before.",
  calendarStays: "Your calendar still has its days. Delete them by hand:",
  calendarNotMade: "The calendar file could not be made. Reload the page, then try again.",
  leftBehind: "Your calendar still has days that the plan has left. Save the file again to cancel them, or delete them by hand:",
  linkCopied: "The link is copied.",
  linkNotCopied: "This browser doesn't let the page copy. Here is the link:",
  linkTooLong: "This plan is too long for a link. Save it in a file under “Your interviews” instead.",
  // What a link can't bring.
  linkDamaged: "This link is damaged or was cut off. Ask for it again, or enter the two answers.",
  linkOther: "This link is from another version of this site. Enter the two answers.",
  damagedPart: "Part of this plan is damaged and was left out. Check the rest, or ask for the link again.",
  notHere: "That interview isn't on this device.",
  notShown: "This interview can't be shown here. “Your interviews” says why.",
  // A plan that came with a link.
  shared: "From a link, and not kept on this device yet.",
  sharedWaits: "It will be kept on this device as soon as there's a plan.",
  sharedKept: "Kept on this device.",
  sharedMine: "You keep this plan already. Here it is.",
});

/** What is told of a calendar file that was made. */
export const CALENDAR = /** @type {const} */ ({
  made: "Calendar file saved. Open it to add the days.",
  cancels: "Calendar file saved. It also cancels days that the plan has left. If one stays, delete it by hand:",
});

/** What only the page of all interviews tells. */
export const OF_ALL = /** @type {const} */ ({
  // What was done.
  restored: "It is back, with everything.",
  archived: "Put away. It's below the others now.",
  unarchived: "Back on the list.",
  noted: "Your notes are kept.",
  fileMade: "The file is made. Look in your downloads.",
  fileNotMade: "The file could not be made. Nothing is lost: reload the page, then try again.",
  fileEmpty: "There are no interviews in this file. Nothing was changed.",
  // Why a file can't be taken in.
  notOurs: "This file doesn't hold interviews saved by this site. Nothing was changed.",
  fileNewer: "This file was saved by a newer version of this site. Reload the page, then try again. Nothing was changed.",
  fileDamaged: "This file is damaged: an interview in it can't be read. Nothing was changed.",
  fileTooBig: "This file is too big to be one that was saved here. Nothing was changed.",
  fileNoRoom: "This device has no room for what is in the file. Nothing was changed.",
});

/** @typedef {keyof typeof MESSAGES} Told */

/**
 * What a person is told when something can't be kept or read.
 *
 * @template {Told | keyof typeof OF_ALL} Why
 */
export class StoreProblem extends Error {
  /**
   * @param {Why} why
   * @param {string} [message] where it is none of those that all pages tell
   */
  constructor(why, message = MESSAGES[/** @type {Told} */ (why)]) {
    super(message);
    this.why = why;
  }
}

/** @type {Record<string, Told>} what a browser's own faults mean here */
const FAULTS = { QuotaExceededError: "full", VersionError: "newer" };

/** @param {any} fault of the browser or ours */
export function toldAs(fault) {
  return fault instanceof StoreProblem ? fault : new StoreProblem(FAULTS[fault?.name] ?? "refused");
}
