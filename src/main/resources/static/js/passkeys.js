// Signs in with a passkey, or makes one: asks our server for a challenge, the device for its answer, and sends that back.

import { ask, reasonOf } from './session.js';

const signIn = document.getElementById('passkey-sign-in');
const registration = document.getElementById('passkey-registration');
const problem = document.getElementById('passkey-problem');

async function post(address, body) {
    const answer = await ask(address, {
        method: 'POST',
        body: body && JSON.stringify(body),
        headers: body && { 'Content-Type': 'application/json' },
    });
    if (answer.type === 'opaqueredirect') {
        location.reload(); // the second factor was shown too long ago: the page asks for it, and leads back here
    }
    if (!answer.ok) {
        throw new Error(`${address} answered ${answer.status}`);
    }
    return answer;
}

async function enter({ options, send }) {
    const challenge = await (await post(options)).json();
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(challenge);
    const credential = await navigator.credentials.get({ publicKey });
    const { redirectUrl } = await (await post(send, credential.toJSON())).json();
    location.assign(redirectUrl);
}

async function register({ options, send, done }) {
    const label = document.getElementById('passkey-label').value.trim();
    const challenge = await (await post(options)).json();
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(challenge);
    const credential = await navigator.credentials.create({ publicKey });
    await post(send, { credential: credential.toJSON(), label });
    location.assign(done);
}

/** Does it, or says that it did not work: the person may have said no, and browsers do not tell that from other reasons. */
async function attempt(button, act) {
    problem.hidden = true;
    button.disabled = true;
    try {
        await act();
    } catch (failure) {
        problem.textContent = reasonOf(failure, problem.dataset.failed);
        problem.hidden = false;
        button.disabled = false;
    }
}

if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) {
    document.querySelectorAll('#passkey-sign-in, #passkey-registration').forEach(control => {
        control.hidden = true;
    });
    problem.textContent = problem.dataset.unsupported;
    problem.className = 'small text-body-secondary';
    problem.hidden = false;
}

signIn?.addEventListener('click', () => attempt(signIn, () => enter(signIn.dataset)));
registration?.addEventListener('submit', event => {
    event.preventDefault();
    attempt(event.submitter, () => register(registration.dataset));
});
