/**
 * What the page and the worker send each other, and the parts of a request and an answer that
 * scripts touch. An id joins an answer to its question.
 *
 * @typedef {{ worker: string, image: string, integrity: string, size: number, runtime: string, calculator: string }} Engine
 *   page → worker, once: absolute addresses, what the image is checked against, and its size in bytes
 * @typedef {{ id: number, request: string }} Question  page → worker
 * @typedef {{ id: number, answer: string } | { id: number, problem: string }} Answer  worker → page
 * @typedef {"runtime" | "calculator" | "ready" | "failed"} Stage
 * @typedef {{ stage: Stage, share?: number }} Progress  worker → page; how much of a download is here, from 0 to 1
 *
 * @typedef {{ field: string | null, message: string, shape?: true }} Problem  `shape`: no form of ours makes such a value
 * @typedef {{ uid: string, on: string, title: string, as_text: string, description: string }} CalendarDay  `uid` is the step's id
 * @typedef {{
 *   interview?: { on: string, as_text: string } | null,
 *   reading?: { certainty: "sure" | "ask" | "none", as_text: string },
 *   html: string,
 *   reading_html: string,
 *   questions_html?: string,
 *   history_html?: string,
 *   compare_html?: string,
 *   changed_html?: string,
 *   calendar?: CalendarDay[],
 *   main?: Saved["next"],
 *   csv?: string,
 *   rules_version: string | null,
 *   planned?: Record<string, string>,
 *   problems: Problem[],
 *   repaired?: import("./request.js").Request,
 *   event_as_text?: string,
 * }} PlanAnswer  each `html` is rendered and escaped by the calculator; `main` is the day that
 *   the answer is about, `then` the one that follows a thank-you, whether or not that is sent; `repaired` is the request
 *   without its damaged parts; `event_as_text` what is understood of an event's words, where only they are asked for
 *
 * @typedef {{
 *   id: string,
 *   title: string,
 *   named: boolean,
 *   archived: boolean,
 *   calendar: { state: string, sequence: number, days: KeptDay[], left: KeptDay[] } | null,
 *   revision: number,
 *   updated: number,
 *   notes: string,
 *   from: string | null,
 *   next: Next & { then?: Next | null } | null,
 *   edits: Record<string, string>,
 *   request: import("./request.js").Request,
 * }} Saved  an interview kept on this device: `named` by the person; `calendar` as it was last made: the days that are in
 *   theirs, and the `left` ones that were taken out again; `updated` in milliseconds; `from` is the fingerprint of the link
 *   that it came with; `next` is what to do next, as of the last plan, and what follows a thank-you; `edits` of
 *   the words to use, by where they stand; `request` without `today`
 * @typedef {{ on: string, what: string }} Next
 * @typedef {{ uid: string, on: string, title: string, as_text: string }} KeptDay
 * @typedef {{ id: string, saved?: Saved, unreadable?: "newer" | "damaged", stored?: unknown }} Entry  what stands in the store under
 *   an id: an interview, or something that can't be read, as it stands there
 * @typedef {{ added: number, replaced: number, left: number, unread: number }} TakenIn  how many entries of a file; `left`
 *   were here as new, or newer; `unread` can't be read, here or in the file, so that nobody knows which is the newer one
 */

export {};
