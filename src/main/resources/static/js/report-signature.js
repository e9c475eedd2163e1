// Reads the file of the certificate that a report is signed with into the form.

const form = document.getElementById('signature');
const file = document.getElementById('certificate-file');
const problem = document.getElementById('certificate-problem');
const CHUNK = 8_192;

function base64(buffer) {
    const bytes = new Uint8Array(buffer);
    let text = '';
    for (let at = 0; at < bytes.length; at += CHUNK) {
        text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
    }
    return btoa(text);
}

file.addEventListener('change', async () => {
    const [chosen] = file.files;
    const tooLarge = chosen !== undefined && chosen.size > Number(file.dataset.most);
    problem.textContent = tooLarge ? file.dataset.wrong : '';
    if (tooLarge) {
        file.value = '';
    }
    form.elements.certificate.value = chosen && !tooLarge ? base64(await chosen.arrayBuffer()) : '';
});

document.getElementById('wrong')?.focus();
