package br.com.redcheck.account.secondfactor;

import br.com.redcheck.platform.text.PlainTextModule;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** WebAuthn's objects as browsers write them; strangers write them too, so what is read has a limit. */
final class PasskeyJson {
    /** Ten times what the largest attestations take. */
    private static final long MAX_BYTES = 64 * 1024;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MAX_BYTES)
                            .build())
                    .build())
            .addModule(new WebauthnJacksonModule())
            .addModule(new PlainTextModule())
            .build();

    private PasskeyJson() {}
}
