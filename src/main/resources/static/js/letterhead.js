// Sends a logo as soon as it is chosen.

import { headers } from './page.js';

const input = document.getElementById('logo');
const said = document.getElementById('logo-said');

input.addEventListener('change', async () => {
    const [file] = input.files;
    if (!file) {
        return;
    }
    said.textContent = '';
    const answer = await fetch(input.dataset.send, {
        method: 'POST',
        body: file,
        headers: headers({ 'Content-Type': 'application/octet-stream' }),
        redirect: 'manual',
    }).catch(() => null);
    if (answer?.ok) {
        location.reload();
    } else {
        said.textContent = (await answer?.json().catch(() => ({})))?.detail ?? input.dataset.lost;
        input.value = '';
    }
});
input.disabled = false; // until here nobody would have heard the choice
