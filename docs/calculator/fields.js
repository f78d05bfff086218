/** The form with the two questions, and its fields. */

import { find } from "./dom.js";

export const calculator = find("#calculator");
export const form = find("#form", HTMLFormElement);

/**
 * @typedef {{
 *   day: HTMLInputElement, month: HTMLInputElement, year: HTMLInputElement,
 *   said: HTMLTextAreaElement, said_on: HTMLInputElement, nothing: HTMLInputElement, country: HTMLSelectElement,
 * }} Fields
 */
export const { day, month, year, said, said_on: saidOn, nothing, country } = /** @type {Fields & HTMLFormControlsCollection} */ (form.elements);

/** The first of the boxes for the date: the country says which one that is. */
export const firstBox = () => find(".form__date input", HTMLInputElement);

/** Whether it stands in an answer and was not sent yet. @param {Element} field */
export const isHalfEntered = (field) => field.closest(".answer__content form") !== null;
