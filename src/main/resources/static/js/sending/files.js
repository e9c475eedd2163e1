// The files that a person means, and what they are known by.

/** The files behind a drop, folders walked: [{file, path}]. */
export async function dropped(items) {
    const roots = [...items].map(item => item.webkitGetAsEntry()).filter(Boolean);
    return (await Promise.all(roots.map(walk))).flat();
}

/** The files of an input. */
export const chosen = input => [...input.files].map(file => ({ file, path: file.webkitRelativePath || file.name }));

async function walk(entry) {
    if (entry.isFile) {
        const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
        return [{ file, path: entry.fullPath.replace(/^\//, '') }];
    }
    const reader = entry.createReader();
    const found = [];
    for (;;) {
        const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
        if (some.length === 0) {
            return found;
        }
        for (const child of some) {
            found.push(...(await walk(child)));
        }
    }
}

/** What the server may know of a file: a hash of its path, size and time of change, by which it is recognised when it comes again. */
export async function announced({ file, path }) {
    const text = new TextEncoder().encode(`${path}\n${file.size}\n${file.lastModified}`);
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
    return { key: [...hash].map(byte => byte.toString(16).padStart(2, '0')).join(''), length: file.size };
}
