// On every page: a form that was open for long is sent in the session that is there now, if it is its account's; and what was typed
// stays with the account that typed it.

import { account, forgetTyped, meetAgain, reasonOf } from './session.js';

const LONG_MS = 5 * 60_000;

let metAt = performance.now();
/** The person has been elsewhere, where they may have signed out or in. */
let elsewhere = false;

function say(form, reason) {
    const line = form.querySelector('.not-sent') ?? document.createElement('p');
    line.className = 'alert alert-warning not-sent';
    line.setAttribute('role', 'alert');
    line.textContent = reason;
    form.prepend(line);
}

async function sendAgain(form, button) {
    try {
        await meetAgain();
    } catch (failure) {
        const reason = reasonOf(failure, null);
        if (reason !== null) {
            say(form, reason);
            return;
        } // without a connection, the browser says so itself
    }
    elsewhere = false;
    metAt = performance.now();
    form.requestSubmit(button);
}

document.addEventListener('submit', event => {
    const form = event.target;
    const old = elsewhere || performance.now() - metAt > LONG_MS;
    if (form.getAttribute('action')?.endsWith('/sign-out')) {
        forgetTyped();
    } else if (account !== '' && form.method === 'post' && old && !event.defaultPrevented) {
        event.preventDefault();
        sendAgain(form, event.submitter);
    }
});
window.addEventListener('blur', () => (elsewhere = true));
window.addEventListener('pagehide', () => (elsewhere = true));
if (account !== '') {
    forgetTyped(account);
}
