package br.com.redcheck.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log for other programs: one JSON object per entry and line, with all that its hash is made of.
 *
 * @param chain where the entries are
 */
record JsonLines(AuditChain chain) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate BEFORE_ALL = LocalDate.of(1, 1, 1);
    private static final LocalDate AFTER_ALL = LocalDate.of(9999, 12, 31);

    /**
     * Writes the entries of some days, the first and the last included.
     *
     * @return how many
     */
    long write(@Nullable LocalDate from, @Nullable LocalDate to, Writer out) throws IOException {
        AtomicLong written = new AtomicLong();
        try {
            chain.read(from == null ? BEFORE_ALL : from, to == null ? AFTER_ALL : to, entry -> {
                line(entry, out);
                written.incrementAndGet();
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return written.get();
    }

    private static void line(AuditEntry entry, Writer out) {
        try {
            out.write(JSON.writeValueAsString(entry));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
