// What is said between the page and the server while files are sent: our announcement, and tus 1.0.0 for the bytes.

import { headers } from '../page.js';

/** The server cannot be reached, or is not well: it is worth trying again. */
export class Lost extends Error {}

/** What the server has does not fit what was sent: it is to be asked where to go on. */
export class Behind extends Error {}

/** The server says no; the message is for the person. */
export class Refused extends Error {}

/** Nobody is signed in any more. */
export class SignedOut extends Error {}

const LONGEST_MS = 60_000;
const TUS = { 'Tus-Resumable': '1.0.0' };

async function ask(url, method, more, body, stop) {
    const signal = AbortSignal.any([AbortSignal.timeout(LONGEST_MS), ...(stop ? [stop] : [])]);
    let answer;
    try {
        answer = await fetch(url, { method, body, signal, headers: headers(more), redirect: 'manual' });
    } catch {
        throw new Lost();
    }
    const named = answer.headers.get('Content-Type')?.startsWith('application/problem+json');
    if (answer.type === 'opaqueredirect' || (!named && (answer.status === 401 || answer.status === 403))) {
        throw new SignedOut();
    }
    if (answer.status >= 500) {
        throw new Lost();
    }
    if (answer.status === 409) {
        throw new Behind();
    }
    if (!answer.ok) {
        throw new Refused(named ? (await answer.json()).detail : String(answer.status));
    }
    return answer;
}

/** Says which files will come. Answers {id, chunk, files: [{id, number, received, state}]}, these in the same order. */
export async function announce(base, files, urgent) {
    const body = JSON.stringify({ urgent, closed: true, files });
    return (await ask(base, 'POST', { 'Content-Type': 'application/json' }, body)).json();
}

/** How many bytes of a file the server has. */
export async function offset(address, stop) {
    const answer = await ask(address, 'HEAD', TUS, undefined, stop);
    return Number(answer.headers.get('Upload-Offset'));
}

/** Appends bytes; answers how many the server has then. */
export async function append(address, at, bytes, stop) {
    const more = { ...TUS, 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': at };
    const answer = await ask(address, 'PATCH', more, bytes, stop);
    return Number(answer.headers.get('Upload-Offset'));
}

/** Takes back what has not come wholly. */
export async function withdraw(address) {
    await ask(address, 'DELETE');
}
