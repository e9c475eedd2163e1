package br.com.redcheck.exam.sending;

import br.com.redcheck.account.DurableLater;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.vault.BlobRef;
import br.com.redcheck.vault.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The parts of a file as one stream, unsealed as they are read; and their end. */
@Service
class SealedParts {
    private final Vault vault;
    private final SentFiles files;

    SealedParts(Vault vault, SentFiles files) {
        this.vault = vault;
        this.files = files;
    }

    InputStream open(OwnerId owner, List<BlobRef> ofFile) {
        Iterator<BlobRef> parts = ofFile.iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return parts.hasNext();
            }

            @Override
            public InputStream nextElement() {
                try {
                    return vault.open(owner, parts.next());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    /** Destroys them. The bytes go before the rows: after a crash between, the rows are left, and are swept. */
    @Transactional
    @DurableLater
    void discard(OwnerId owner, UUID file) {
        for (BlobRef part : files.parts(owner, file)) {
            try {
                vault.delete(owner, part);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            files.forgetPart(owner, file, part);
        }
    }
}
