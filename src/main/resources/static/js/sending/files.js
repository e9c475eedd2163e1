// The files that a person means, what they are known by, and which of them need not set out.

/** The files behind a drop, folders walked, and the paths of what the browser could not open: {files: [{file, path}], unreadable}. */
export async function dropped(items) {
    const found = { files: [], unreadable: [] };
    const roots = [...items].map(item => item.webkitGetAsEntry()).filter(Boolean);
    await Promise.all(roots.map(root => walk(root, found)));
    return found;
}

/** The files of an input. */
export const chosen = input => [...input.files].map(file => ({ file, path: file.webkitRelativePath || file.name }));

/** What cannot be opened, such as a file on a damaged disc or one that is locked, does not keep the rest from being found. */
async function walk(entry, found) {
    const path = entry.fullPath.replace(/^\//, '');
    try {
        if (entry.isFile) {
            const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
            found.files.push({ file, path });
            return;
        }
        for (const child of await children(entry)) {
            await walk(child, found);
        }
    } catch {
        found.unreadable.push(path);
    }
}

async function children(folder) {
    const reader = folder.createReader();
    const found = [];
    for (;;) {
        const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
        if (some.length === 0) {
            return found;
        }
        found.push(...some);
    }
}

const DISC = /\.(iso|img|udf)$/i;
/** Where the image of a disc says that it is one: ISO 9660 and UDF. */
const DISC_LABEL = 16 * 2048 + 1;
const DISC_LABELS = ['CD001', 'BEA01'];

async function textAt(file, start, length) {
    const bytes = new Uint8Array(await file.slice(start, start + length).arrayBuffer());
    return String.fromCharCode(...bytes);
}

/** A preamble may look like a zip: the DICOM prefix behind it decides. */
const isArchive = async file => (await textAt(file, 0, 4)) === 'PK\x03\x04' && (await textAt(file, 128, 4)) !== 'DICM';

/** Why a file need not be sent, as the name of a text with the limit in MB; nothing if it may be wanted. */
async function objection({ file }, limits) {
    if (file.size === 0) {
        return ['empty'];
    }
    if (DISC.test(file.name) && DISC_LABELS.includes(await textAt(file, DISC_LABEL, 5))) {
        return ['disc'];
    }
    if (file.size > limits.fileBytes) {
        return ['largeArchive', limits.fileBytes];
    }
    return file.size > limits.imageBytes && !(await isArchive(file)) ? ['largeImage', limits.imageBytes] : null;
}

/**
 * Looks at files before anything of them is sent.
 *
 * @param limits {imageBytes, fileBytes}
 * @returns {fit: the files to send, left: [{path, objection: [name of a text, limit]}]}
 */
export async function sifted(files, limits) {
    const objections = await Promise.all(files.map(file => objection(file, limits).catch(() => ['unreadable'])));
    return {
        fit: files.filter((file, i) => objections[i] === null),
        left: files.map(({ path }, i) => ({ path, objection: objections[i] })).filter(one => one.objection !== null),
    };
}

async function hash(text) {
    const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
    return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * What the server may know of a file: a hash of its path, size and time of change, by which it is recognised when it comes again; one
 * of the path alone, by which one that has changed is; and whether it is an archive, if it is too large to be an image.
 */
export async function announced({ file, path }, limits) {
    return {
        key: await hash(`${path}\n${file.size}\n${file.lastModified}`),
        place: await hash(`place\n${path}`),
        length: file.size,
        archive: file.size > limits.imageBytes ? await isArchive(file) : null,
    };
}
