/**
 * What the page and the worker send each other, and the parts of a request and an answer that
 * scripts touch. An id joins an answer to its question.
 *
 * @typedef {{ image: string, integrity: string, runtime: string, calculator: string }} Engine  page → worker, once:
 *   absolute addresses, and what the image is checked against
 * @typedef {{ id: number, request: string }} Question  page → worker
 * @typedef {{ id: number, answer: string } | { id: number, problem: string }} Answer  worker → page
 * @typedef {"runtime" | "calculator" | "ready" | "failed"} Stage
 * @typedef {{ stage: Stage }} Progress  worker → page
 *
 * @typedef {{ field: string | null, message: string }} Problem
 * @typedef {{
 *   interview?: { on: string, as_text: string } | null,
 *   html: string,
 *   reading_html: string,
 *   rules_version: string | null,
 *   problems: Problem[],
 * }} PlanAnswer
 *
 * @typedef {{
 *   id: string,
 *   title: string,
 *   archived: boolean,
 *   revision: number,
 *   updated: number,
 *   request: Record<string, any>,
 * }} Saved  an interview kept on this device; `updated` in milliseconds, `request` without `today`
 */

export {};
