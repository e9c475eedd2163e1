// News of the server for as long as a page is open.

import { account } from './session.js';

const RETRY_AFTER_MS = 2000;
const RETRY_AT_LEAST_EVERY_MS = 60_000;

/**
 * Listens, whatever ends meanwhile: a browser connects again by itself only while it is answered. When too many pages of the account
 * listen, the one that has done so longest rests until somebody looks at it.
 *
 * @param handlers functions that take an event's data, by its name
 */
export function listenTo(address, handlers) {
    let source;
    let later;
    let pause = RETRY_AFTER_MS;

    function open() {
        source = new EventSource(`${address}?page-account=${account}`);
        Object.entries(handlers).forEach(([name, handle]) =>
            source.addEventListener(name, ({ data }) => handle(JSON.parse(data))),
        );
        source.addEventListener('open', () => (pause = RETRY_AFTER_MS));
        source.addEventListener('rest', () => {
            source.close();
            window.addEventListener('focus', open, { once: true });
        });
        source.addEventListener('error', () => {
            if (source.readyState === EventSource.CLOSED) {
                later = setTimeout(open, pause);
                pause = Math.min(2 * pause, RETRY_AT_LEAST_EVERY_MS);
            }
        });
    }

    open();
    return {
        close() {
            clearTimeout(later);
            window.removeEventListener('focus', open);
            source.close();
        },
    };
}
