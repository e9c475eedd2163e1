// Sends a logo as soon as it is chosen.

import { deliver } from './session.js';

const input = document.getElementById('logo');
const said = document.getElementById('logo-said');

input.addEventListener('change', async () => {
    const [body] = input.files;
    if (!body) {
        return;
    }
    said.textContent = '';
    const headers = { 'Content-Type': 'application/octet-stream' };
    const reason = await deliver(input.dataset.send, { body, headers }, input.dataset.lost);
    if (reason === null) {
        location.reload();
    } else {
        said.textContent = reason;
        input.value = '';
    }
});
input.disabled = false; // until here nobody would have heard the choice
