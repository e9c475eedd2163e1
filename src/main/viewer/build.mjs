// Bundles the viewer into static/viewer: what the page loads, the worker that decodes images, and the decoders it loads on demand.
// The same sources give the same bytes. What the site's other pages use too is not copied in, but loaded from beside the bundle: ../js/session.js.

import { build } from 'esbuild';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

const OUT = '../resources/static/viewer';
const LOADER = './node_modules/@cornerstonejs/dicom-image-loader/dist/esm/';
const WASM = [
    'codec-charls/dist/charlswasm_decode.wasm',
    'codec-libjpeg-turbo-8bit/dist/libjpegturbowasm_decode.wasm',
    'codec-openjpeg/dist/openjpegwasm_decode.wasm',
    'codec-openjph/dist/openjphjs.wasm',
];

/** Packages of which we need little have a stand-in; what is asked for by a path within them is theirs. */
const STAND_INS = { dcmjs: './stand-in/dcmjs.js', '@cornerstonejs/metadata': './stand-in/metadata.js' };

/** Our content security policy lets scripts set an element's style, but not write it as an attribute. */
function withoutInlineStyle(source) {
    const attribute = "textElement.setAttribute('style', combinedStyle)";
    if (!source.includes(attribute)) {
        throw new Error('cornerstone draws its texts in another way now: see what our policy makes of it');
    }
    return source.replace(attribute, 'textElement.style.cssText = noSelectStyle');
}

/** Parts of libraries that a browser lacks, or that we do not use: JPEG XL and WebGPU. */
const replacements = {
    name: 'replacements',
    setup(bundle) {
        bundle.onResolve({ filter: /^(dcmjs|@cornerstonejs\/metadata)$/ }, ({ path }) => ({ path: resolve(STAND_INS[path]) }));
        const filter = /^(fs|path|url|module|worker_threads|ws|events|crypto|xmlbuilder2)$|codec-libjxl|\/WebGPU\//;
        bundle.onResolve({ filter }, ({ path }) => ({ path, namespace: 'absent' }));
        bundle.onLoad({ filter: /drawTextBox\.js$/ }, async ({ path }) => ({ contents: withoutInlineStyle(await readFile(path, 'utf8')) }));
        bundle.onLoad({ filter: /.*/, namespace: 'absent' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
    },
};

/** The packages that lie in the bundle, and the text of each one's licence. */
async function licences(files) {
    const packages = files.map(file => file.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]).filter(Boolean);
    const texts = [...new Set(packages)].sort().map(async name => {
        const folder = `node_modules/${name}`;
        const { version, license } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
        const file = (await readdir(folder)).sort().find(candidate => /^licen[cs]e/i.test(candidate));
        const text = file ? await readFile(`${folder}/${file}`, 'utf8') : '';
        return `${name} ${version}, ${license}\n\n${text.trim()}\n`;
    });
    return (await Promise.all(texts)).join(`\n${'-'.repeat(80)}\n\n`);
}

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
const { metafile } = await build({
    entryPoints: { viewer: 'src/main.js', decodeImageFrameWorker: `${LOADER}decodeImageFrameWorker.js` },
    alias: { 'dicom-image-loader/createImage': `${LOADER}imageLoader/createImage.js` },
    outdir: OUT,
    bundle: true,
    external: ['../js/session.js'],
    format: 'esm',
    minify: true,
    charset: 'utf8',
    target: 'es2022',
    platform: 'browser',
    legalComments: 'none',
    metafile: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [replacements],
    logLevel: 'warning',
});
for (const file of WASM) {
    await copyFile(`node_modules/@cornerstonejs/${file}`, `${OUT}/${file.split('/').pop()}`);
}
await writeFile(`${OUT}/licences.txt`, await licences([...Object.keys(metafile.inputs), ...WASM.map(file => `node_modules/@cornerstonejs/${file}`)]));
