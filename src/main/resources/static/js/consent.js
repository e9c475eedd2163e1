// Sends the scan of a signed paper first, and then what is declared about it.

import { ask, reasonOf } from './session.js';

const form = document.getElementById('paper-form');
const scan = document.getElementById('scan');
const line = document.getElementById('paper-text');
const button = form.querySelector('button');

/** Keeps the scan; answers why it was not taken, or nothing. */
async function keep(file) {
    try {
        const answer = await ask(form.dataset.send, {
            method: 'POST',
            body: file,
            headers: { 'Content-Type': 'application/octet-stream' },
        });
        const said = await answer.json();
        form.elements.paper.value = said.paper ?? '';
        return answer.ok ? null : (said.detail ?? form.dataset.lost);
    } catch (failure) {
        return reasonOf(failure, form.dataset.lost);
    }
}

form.addEventListener('submit', async event => {
    event.preventDefault();
    button.disabled = true;
    line.textContent = form.dataset.sending;
    const reason = await keep(scan.files[0]);
    if (reason === null) {
        form.submit();
        return;
    }
    line.textContent = reason;
    button.disabled = false;
});
button.disabled = false; // until here nobody would have heard it
