// Asks the device for a passkey where somebody shows once more who they are, and sends the form with its answer.

import { ask, reasonOf } from './session.js';

async function answer(options) {
    const challenge = await ask(options, { method: 'POST' });
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await challenge.json());
    return navigator.credentials.get({ publicKey });
}

for (const button of document.querySelectorAll('[data-passkey]')) {
    button.addEventListener('click', async () => {
        const trouble = button.closest('fieldset').querySelector('[role=alert]');
        trouble.hidden = true;
        try {
            button.form.elements.passkey.value = JSON.stringify((await answer(button.dataset.options)).toJSON());
        } catch (failure) {
            trouble.textContent = reasonOf(failure, trouble.dataset.failed);
            trouble.hidden = false;
            return;
        }
        button.form.submit(); // past the fields for the password, which are not needed then
    });
}
