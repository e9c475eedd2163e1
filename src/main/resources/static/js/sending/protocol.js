// What is said between the page and the server while files are sent: our announcement, and tus 1.0.0 for the bytes.

import { Away, ask as askServer } from '../session.js';

/** The server cannot be reached, or is not well: it is worth trying again. */
export class Lost extends Error {}

/** What the server has does not fit what was sent: it is to be asked where to go on. */
export class Behind extends Error {}

/** The server says no; the message is for the person. */
export class Refused extends Error {
    /** @param problem {detail, code} */
    constructor({ detail, code }) {
        super(detail);
        this.code = code;
    }
}

const LONGEST_MS = 60_000;
/** There is no room: trying again at once does not help. */
const FULL = 507;
const TUS = { 'Tus-Resumable': '1.0.0' };

async function ask(url, method, headers, body, stop) {
    const signal = AbortSignal.any([AbortSignal.timeout(LONGEST_MS), ...(stop ? [stop] : [])]);
    let answer;
    try {
        answer = await askServer(url, { method, body, signal, headers });
    } catch (failure) {
        throw failure instanceof Away ? failure : new Lost();
    }
    if (answer.status >= 500 && answer.status !== FULL) {
        throw new Lost();
    }
    if (answer.status === 409) {
        throw new Behind();
    }
    if (!answer.ok) {
        throw new Refused({ detail: String(answer.status), ...(await answer.json().catch(() => ({}))) });
    }
    return answer;
}

/** How much may be sent, and what is unfinished: {imageBytes, fileBytes, told: [ids], missing: {sendings, files}}. */
export async function look(base) {
    return (await ask(base, 'GET')).json();
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
