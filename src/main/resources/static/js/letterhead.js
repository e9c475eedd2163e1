// Sends a logo as soon as it is chosen.

import { ask, reasonOf } from './session.js';

const input = document.getElementById('logo');
const said = document.getElementById('logo-said');

/** Answers why the logo was not taken, or nothing. */
async function send(file) {
    const answer = await ask(input.dataset.send, {
        method: 'POST',
        body: file,
        headers: { 'Content-Type': 'application/octet-stream' },
    });
    return answer.ok ? null : ((await answer.json().catch(() => ({}))).detail ?? input.dataset.lost);
}

input.addEventListener('change', async () => {
    const [file] = input.files;
    if (!file) {
        return;
    }
    said.textContent = '';
    const reason = await send(file).catch(failure => reasonOf(failure, input.dataset.lost));
    if (reason === null) {
        location.reload();
    } else {
        said.textContent = reason;
        input.value = '';
    }
});
input.disabled = false; // until here nobody would have heard the choice
