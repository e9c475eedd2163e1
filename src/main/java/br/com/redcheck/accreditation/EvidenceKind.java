package br.com.redcheck.accreditation;

import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.http.MediaType;

/** The kinds of paper that are taken, told by how a file begins and never by its name. */
@SuppressWarnings("ImmutableEnumChecker") // nobody else has the array, and a media type never changes
enum EvidenceKind {
    PDF("255044462d", MediaType.APPLICATION_PDF),
    JPEG("ffd8ff", MediaType.IMAGE_JPEG),
    PNG("89504e470d0a1a0a", MediaType.IMAGE_PNG);

    private final byte[] beginning;
    private final MediaType type;

    EvidenceKind(String beginning, MediaType type) {
        this.beginning = HexFormat.of().parseHex(beginning);
        this.type = type;
    }

    /** @throws UnreadableEvidence if it begins as none of them does */
    static EvidenceKind of(byte[] file) {
        return Arrays.stream(values())
                .filter(kind -> file.length >= kind.beginning.length
                        && Arrays.equals(file, 0, kind.beginning.length, kind.beginning, 0, kind.beginning.length))
                .findFirst()
                .orElseThrow(UnreadableEvidence::ofAnotherKind);
    }

    MediaType type() {
        return type;
    }
}
