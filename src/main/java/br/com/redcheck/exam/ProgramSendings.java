package br.com.redcheck.exam;

import br.com.redcheck.account.OwnerId;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Takes what programs send, one file or archive in each request; spoken by who keeps sendings. */
public interface ProgramSendings {
    /**
     * Takes a file as it comes, sealed piece by piece. Once this returns, the file is acknowledged: nothing loses it.
     *
     * @return the id of its sending, by which it is asked what became of it
     * @throws br.com.redcheck.accreditation.NotAccredited if the owner may not send exams now; nothing has been read then
     * @throws br.com.redcheck.platform.Refusal if it is more than may be sent, breaks off, or another file was sent under its key
     * @throws IOException if it cannot be kept
     */
    UUID receive(OwnerId owner, Upload upload) throws IOException;

    /**
     * What became of a sending until now.
     *
     * @throws br.com.redcheck.platform.Refusal if the owner has no such sending
     */
    SendingReport report(OwnerId owner, UUID sending, Locale language);

    /**
     * A file on its way.
     *
     * @param key what the program calls this request; when it comes again, the first sending is the answer and nothing is read
     * @param length bytes that will come
     * @param urgent whether it is an emergency
     */
    record Upload(Optional<String> key, long length, boolean urgent, InputStream bytes) {}
}
