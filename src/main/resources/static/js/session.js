// How a page speaks to the server: always for the account, and before the shelf, that it was opened for. A session may end, and another
// begin, while the page stays open.

const meta = name => document.querySelector(`meta[name=${name}]`);
const page = meta('account'); // absent where nobody is signed in

/** What the account and its shelf are known by; empty if nobody was signed in when the page was opened. */
export const account = page?.content ?? '';

/** Nothing is sent from this page until its own account is signed in again. The message tells the person so. */
export class Away extends Error {}

const signedOut = () => new Away(page.dataset.signedOut);

let away = false;

/**
 * Asks who is signed in now, and takes over the token of their session.
 *
 * @throws Away if it is not the account of this page
 */
export async function meetAgain() {
    const answer = await fetch(page.dataset.address, { headers: { Accept: 'application/json' }, cache: 'no-store' });
    if (!answer.ok) {
        throw new Error(`session: ${answer.status}`);
    }
    const now = await answer.json();
    away = now.account !== account;
    if (away) {
        throw now.account === '' ? signedOut() : new Away(page.dataset.otherAccount);
    }
    meta('_csrf').content = now.token;
    document.querySelectorAll('input[name=_csrf]').forEach(input => (input.value = now.token));
}

const TOO_BUSY = 503;
const MOST_REPEATS = 3;

/** After how many milliseconds the server, which has done nothing, wants to be asked again; undefined if it does not say so. */
function pauseOf(answer) {
    const seconds = answer.status === TOO_BUSY ? Number(answer.headers.get('Retry-After')) : 0;
    return seconds > 0 ? 1000 * seconds * (1 + Math.random() / 2) : undefined; // not all pages at the same moment
}

/** Waits and repeats while the server is too busy. */
async function attempt(address, options) {
    for (let repeats = 0; ; repeats++) {
        const answer = await once(address, options);
        const pause = pauseOf(answer);
        if (pause === undefined || repeats === MOST_REPEATS) {
            return answer;
        }
        await new Promise(resolve => setTimeout(resolve, pause));
    }
}

function once(address, options) {
    const headers = {
        [meta('_csrf_header').content]: meta('_csrf').content,
        Accept: 'application/json',
        ...(account && { 'Page-Account': account }),
        ...options.headers,
    };
    return fetch(address, { ...options, headers, redirect: 'manual' });
}

const isProblem = answer => answer.headers.get('Content-Type')?.startsWith('application/problem+json');

/** Whether the server does not know who asks, or that this page may; a refusal in words is another thing. */
const turnsAway = answer =>
    answer.type === 'opaqueredirect' || ((answer.status === 401 || answer.status === 403) && !isProblem(answer));

/**
 * Sends a request as `fetch` does, and again after a while if the server is too busy for it. If the session of this page has ended and its account has signed in elsewhere, it is sent once more.
 *
 * @throws Away if this page's account is not signed in: the server has taken nothing
 */
export async function ask(address, options = {}) {
    if (away) {
        await meetAgain();
    }
    const answer = await attempt(address, options);
    if (account === '' || !turnsAway(answer)) {
        return answer;
    }
    await meetAgain();
    const again = await attempt(address, options);
    if (again.type === 'opaqueredirect') {
        throw signedOut();
    }
    return again;
}

/** What the person may read about a request that failed: where they stand, or else what the page says of a lost connection. */
export const reasonOf = (failure, lost) => (failure instanceof Away ? failure.message : lost);

/**
 * Sends what the server only takes or refuses. Answers why it was not taken, for the person to read, or nothing.
 *
 * @param lost what the page says of a lost connection, or where the server gives no reason
 */
export async function deliver(address, options, lost) {
    try {
        const answer = await ask(address, { method: 'POST', ...options });
        return answer.ok ? null : ((await answer.json().catch(() => ({}))).detail ?? lost);
    } catch (failure) {
        return reasonOf(failure, lost);
    }
}

// What is typed, in the tab: there after a reload and after a sign-in, for the same account alone, until the server has it.

const TYPED = 'typed ';
const key = `${TYPED}${account} ${location.pathname}`;

export const typedText = {
    keep(value) {
        try {
            sessionStorage.setItem(key, JSON.stringify(value));
        } catch {
            // a browser that keeps nothing: the page itself still holds it
        }
    },
    find: () => JSON.parse(sessionStorage.getItem(key)),
    drop: () => sessionStorage.removeItem(key),
};

/** Drops what was typed under other accounts than this one, or under all. */
export function forgetTyped(but = null) {
    Object.keys(sessionStorage)
        .filter(name => name.startsWith(TYPED) && !(but && name.startsWith(`${TYPED}${but} `)))
        .forEach(name => sessionStorage.removeItem(name));
}
