// Compares a report's file with what was signed: the file is hashed here and not sent.

const file = document.getElementById('file');

file.addEventListener('change', async () => {
    const [chosen] = file.files;
    if (chosen) {
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await chosen.arrayBuffer()));
        document.getElementById('sha256').value = [...hash].map(byte => byte.toString(16).padStart(2, '0')).join('');
        document.getElementById('compare').submit();
    }
});
file.disabled = window.crypto?.subtle === undefined; // browsers hash on pages that came encrypted, and on this machine's own
