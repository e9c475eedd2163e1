package br.com.redcheck.platform;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.MediaType;

/** The kinds of scanned paper that are taken, told by how a file begins and never by its name. */
@SuppressWarnings("ImmutableEnumChecker") // nobody else has the array, and a media type never changes
public enum PaperKind {
    PDF("255044462d", MediaType.APPLICATION_PDF),
    JPEG("ffd8ff", MediaType.IMAGE_JPEG),
    PNG("89504e470d0a1a0a", MediaType.IMAGE_PNG);

    private final byte[] beginning;
    private final MediaType type;

    PaperKind(String beginning, MediaType type) {
        this.beginning = HexFormat.of().parseHex(beginning);
        this.type = type;
    }

    /** Empty if it begins as none of them does, or holds nothing after that. */
    public static Optional<PaperKind> of(byte[] file) {
        return Arrays.stream(values())
                .filter(kind -> file.length > kind.beginning.length
                        && Arrays.equals(file, 0, kind.beginning.length, kind.beginning, 0, kind.beginning.length))
                .findFirst();
    }

    /** What a browser is told that it is. */
    public MediaType type() {
        return type;
    }
}
