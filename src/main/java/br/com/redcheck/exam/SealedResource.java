package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.vault.BlobRef;
import br.com.redcheck.vault.Vault;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.AbstractResource;

/** An image in the vault as bytes for the wire, unsealed while they are sent. */
final class SealedResource extends AbstractResource {
    private final Vault vault;
    private final OwnerId owner;
    private final BlobRef blob;
    private final long bytes;

    SealedResource(Vault vault, OwnerId owner, Instance image) {
        this.vault = vault;
        this.owner = owner;
        this.blob = image.blob();
        this.bytes = image.bytes();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return vault.open(owner, blob);
    }

    @Override
    public long contentLength() {
        return bytes;
    }

    @Override
    public String getDescription() {
        return "image " + blob.id();
    }
}
