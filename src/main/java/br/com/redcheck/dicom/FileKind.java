package br.com.redcheck.dicom;

import br.com.redcheck.dicom.RefusedFile.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a file that is not DICOM is, by its first bytes and whatever its name says: media and folders of exams hold much beside them.
 *
 * <p>The signatures are those that the formats' own specifications name.
 */
enum FileKind {
    /** APPNOTE 4.3.7, empty ones (4.3.16) and those that were or might have been split (8.5). */
    ZIP("ZIP", "PK\3\4", "PK\5\6", "PK\7\10PK\3\4", "PK00PK\3\4"),
    /** RFC 1952. */
    GZIP("GZIP", "\37\213\10"),
    TAR("TAR"),
    RAR("RAR", "Rar!\32\7"),
    SEVEN_ZIP("7z", "7z\274\257\47\34"),
    BZIP2("BZIP2", "BZh"),
    XZ("XZ", "\375" + "7zXZ\0"),
    ZSTANDARD("ZSTD", "\50\265\57\375"),
    CABINET("CAB", "MSCF\0\0\0\0"),
    /** Windows, Linux, macOS, Java, Unix shells. */
    PROGRAM("", "MZ", "\177ELF", "\316\372\355\376", "\317\372\355\376", "\312\376\272\276", "#!"),
    /** PDF, old Office, compiled help, icons, fonts, sound and film. */
    DOCUMENT(
            "",
            "%PDF-",
            "\320\317\21\340\241\261\32\341",
            "ITSF",
            "{\\rtf",
            "\0\0\1\0",
            "\0\1\0\0\0",
            "OTTO",
            "RIFF",
            "OggS",
            "\0\0\0\30ftyp",
            "\0\0\0\40ftyp"),
    PICTURE("", "\377\330\377", "\211PNG\r\n\32\n", "GIF8", "BM", "II*\0", "MM\0*"),
    /** What macOS keeps of a file elsewhere than in it (AppleSingle and AppleDouble). */
    SYSTEM_FILE("", "\0\5\26\7", "\0\5\26\0"),
    /** Letters alone, whatever they say. */
    TEXT(""),
    /** None of these. */
    OTHER("");

    /** So many bytes are needed to know a file. */
    static final int ENOUGH = 512;

    /** A tar's first header has its magic here (POSIX.1 ustar, GNU). */
    private static final int TAR_MAGIC = 257;

    private static final Pattern PLAIN_TEXT = Pattern.compile("[^\\x00-\\x08\\x0e-\\x1a\\x1c-\\x1f\\x7f]{4,}");

    private final String title;
    private final List<String> signatures;

    /** @param signatures one character for each byte */
    FileKind(String title, String... signatures) {
        this.title = title;
        this.signatures = List.of(signatures);
    }

    /** What people call it. */
    String title() {
        return title;
    }

    /** Whether it holds files that we can get at. */
    boolean opened() {
        return this == ZIP || this == GZIP || this == TAR;
    }

    /** Whether it is an archive that we know by name alone. */
    boolean closed() {
        return !opened() && !title.isEmpty();
    }

    /**
     * Why it is set aside.
     *
     * @param alone whether it came by itself; then somebody takes it for an exam and must hear that it is none
     */
    Optional<SetAside> aside(boolean alone) {
        return switch (this) {
            case SYSTEM_FILE -> Optional.of(SetAside.SYSTEM_FILE);
            case PROGRAM -> alone ? Optional.empty() : Optional.of(SetAside.PROGRAM);
            case DOCUMENT, PICTURE, TEXT -> alone ? Optional.empty() : Optional.of(SetAside.DOCUMENT);
            default -> Optional.empty();
        };
    }

    /** @throws RefusedFile if there is more to say of it than that it is not DICOM */
    void refuse() {
        switch (this) {
            case PROGRAM -> throw new RefusedFile(Reason.PROGRAM);
            case DOCUMENT -> throw new RefusedFile(Reason.DOCUMENT);
            case PICTURE -> throw new RefusedFile(Reason.PICTURE);
            default -> {}
        }
    }

    /** @param start the first bytes, {@link #ENOUGH} of them if there are so many */
    static FileKind of(byte[] start) {
        String bytes = new String(start, StandardCharsets.ISO_8859_1);
        if (Part10Reader.looksLikeDicom(start)) {
            return OTHER;
        }
        if (bytes.startsWith("ustar", TAR_MAGIC)) {
            return TAR;
        }
        return Arrays.stream(values())
                .filter(kind -> kind.signatures.stream().anyMatch(bytes::startsWith))
                .findFirst()
                .orElse(PLAIN_TEXT.matcher(bytes).matches() ? TEXT : OTHER);
    }
}
