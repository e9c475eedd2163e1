// Signs a report: reads the certificate's file into the form, and asks the device for a passkey where there is one.

import { headers } from './page.js';

const form = document.getElementById('signature');
const file = document.getElementById('certificate-file');
const passkey = document.getElementById('passkey');
const problem = document.getElementById('certificate-problem');
const CHUNK = 8_192;

function base64(buffer) {
    const bytes = new Uint8Array(buffer);
    let text = '';
    for (let at = 0; at < bytes.length; at += CHUNK) {
        text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
    }
    return btoa(text);
}

file.addEventListener('change', async () => {
    const [chosen] = file.files;
    const tooLarge = chosen !== undefined && chosen.size > Number(file.dataset.most);
    problem.textContent = tooLarge ? file.dataset.wrong : '';
    if (tooLarge) {
        file.value = '';
    }
    form.elements.certificate.value = chosen && !tooLarge ? base64(await chosen.arrayBuffer()) : '';
});

async function answer() {
    const challenge = await fetch(passkey.dataset.options, { method: 'POST', headers: headers(), redirect: 'manual' });
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await challenge.json());
    return navigator.credentials.get({ publicKey });
}

passkey?.addEventListener('click', async () => {
    const trouble = document.getElementById('passkey-problem');
    trouble.hidden = true;
    try {
        form.elements.passkey.value = JSON.stringify((await answer()).toJSON());
    } catch {
        trouble.textContent = trouble.dataset.failed;
        trouble.hidden = false;
        return;
    }
    form.submit(); // past the fields for the password, which are not needed then
});

document.getElementById('wrong')?.focus();
