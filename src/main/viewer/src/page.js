// What every part of the viewer needs from its page.

import { ask as askAsOpened, reasonOf } from '../js/session.js';

export { reasonOf };

const html = document.documentElement;
const texts = document.getElementById('texts').dataset;

/** The texts of the page, by their names in data-attributes. */
export const text = (name, ...values) => values.reduce((t, value, i) => t.replaceAll(`{${i}}`, value), texts[name]);

/** A number as the reader's language writes it. */
export const number = (value, digits = 0) =>
    new Intl.NumberFormat(html.lang, { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false }).format(value);

export const percent = (share, digits = 0) =>
    new Intl.NumberFormat(html.lang, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(share);

const clock = new Intl.DateTimeFormat(html.lang.startsWith('en') ? 'en-SE' : html.lang, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: html.dataset.zone,
});

/** Day and time as the other pages write them: in the zone of the whole site, in English with the year first. */
export const moment = instant => clock.format(new Date(instant));

/** The only element that fits. */
export const one = (selector, within = document) => within.querySelector(selector);

/** A new element with a class and a text. */
export function element(name, className = '', content = '') {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = content;
    return made;
}

const examsAddress = document.body.dataset.exams;

export const addressOf = (exam, path) => `${examsAddress}/${exam}/${path}`;

/** Asks for JSON. */
export async function ask(exam, path) {
    const answer = await fetch(addressOf(exam, path), { headers: { Accept: 'application/json' } });
    if (!answer.ok) {
        throw new Error(`${path}: ${answer.status}`);
    }
    return answer.json();
}

/** Sends a change. */
export async function send(method, exam, path, body) {
    const answer = await askAsOpened(addressOf(exam, path), {
        method,
        keepalive: true,
        headers: { 'Content-Type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!answer.ok) {
        throw new Error(`${method} ${path}: ${answer.status}`);
    }
}
