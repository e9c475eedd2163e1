package br.com.redcheck.exam.sending;

import br.com.redcheck.account.DurableLater;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.Receipt;
import br.com.redcheck.exam.Receipt.Outcome;
import br.com.redcheck.vault.Vault;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of the images in files. */
@Service
@Transactional
class SentImages {
    /** Where an image lay in an archive is sealed under this name. */
    static final String PATH = "sending.path";

    private final JdbcClient database;
    private final Vault vault;

    SentImages(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Writes down what became of the image with this number, from 0, in a file; once is enough. */
    @DurableLater
    void add(OwnerId owner, UUID file, int number, Receipt receipt, Outcome outcome) {
        String[] arguments = receipt.reason().stream()
                .flatMap(reason -> reason.arguments().stream())
                .map(Objects::toString)
                .toArray(String[]::new);
        database.sql("""
                        insert into sent_image (file, number, owner, outcome, exam, reason, reason_arguments, path)
                        values (:file, :number, :owner, :outcome, cast(:exam as uuid), :reason, :arguments, :path)
                        on conflict on constraint sent_image_pk do nothing""")
                .param("file", file)
                .param("number", number)
                .param("owner", owner.value())
                .param("outcome", outcome.name())
                .param("exam", receipt.exam().map(ExamId::value).orElse(null))
                .param("reason", receipt.reason().map(reason -> reason.key()).orElse(null))
                .param("arguments", arguments)
                .param(
                        "path",
                        outcome == Outcome.STORED || receipt.path().isEmpty() ? null : sealed(owner, receipt.path()))
                .update();
    }

    /** What its images say about a file. */
    @Transactional(readOnly = true)
    FileState stateOf(OwnerId owner, UUID file) {
        return database.sql("""
                        select case when bool_or(outcome = 'STORED') then 'SEALED'
                                    when bool_or(outcome = 'DUPLICATE') then 'DUPLICATE'
                                    when bool_or(outcome = 'REFUSED') then 'REFUSED'
                                    else 'ASIDE' end
                        from sent_image where owner = :owner and file = :file""")
                .param("owner", owner.value())
                .param("file", file)
                .query(FileState.class)
                .single();
    }

    private byte[] sealed(OwnerId owner, String path) {
        return vault.sealText(owner, PATH, path);
    }
}
