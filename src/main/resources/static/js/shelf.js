// Lays the list of exams anew while one of them is on its way, or when something has been sent.

import { ask } from './session.js';

const REFRESH_AFTER_MS = 3000;

let waiting = null;

async function refresh() {
    waiting = null;
    try {
        const answer = await ask(location.href, { headers: { Accept: 'text/html' } });
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        for (const part of ['shelf', 'waiting-count']) {
            const laid = page.getElementById(part);
            if (laid) {
                document.getElementById(part).replaceWith(laid);
            }
        }
    } catch {
        // without a network, or this page's account, there is nothing new to show
    }
    watch();
}

function watch() {
    if (document.querySelector('#shelf [data-settled=false]')) {
        later();
    }
}

function later() {
    waiting ??= setTimeout(refresh, REFRESH_AFTER_MS);
}

document.addEventListener('exams-changed', later);
watch();
