package br.com.redcheck.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.entry;

import br.com.redcheck.SharedData;
import br.com.redcheck.platform.HomeUnusable;
import br.com.redcheck.platform.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DicomFilesTest {
    private static final byte[] BYTES = "not even an image".getBytes(StandardCharsets.US_ASCII);
    private static final int MIB = 1 << 20;

    @TempDir
    Path folder;

    private final Found found = new Found();
    private WalkLimits limits = WalkLimits.defaults();

    /** What a walk said, path by path: the number of bytes, the reason of a refusal, or why it was set aside. */
    private static class Found implements DicomFiles.Visitor {
        final Map<String, Object> said = new LinkedHashMap<>();

        @Override
        public void file(String path, InputStream content) throws IOException {
            said.put(path, content.transferTo(OutputStream.nullOutputStream()));
        }

        @Override
        public void refused(String path, Refusal refusal) {
            said.put(path, refusal instanceof RefusedFile file ? file.reason() : refusal.key());
        }

        @Override
        public void setAside(String path, SetAside reason) {
            said.put(path, reason);
        }
    }

    /** A zip in the making. */
    private static final class Zip {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

        Zip with(String name, byte[] content) throws IOException {
            zip.setUseZip64(Zip64Mode.Never);
            ZipArchiveEntry entry = new ZipArchiveEntry(name);
            zip.putArchiveEntry(entry);
            zip.write(content);
            zip.closeArchiveEntry();
            return this;
        }

        byte[] bytes() throws IOException {
            zip.close();
            return bytes.toByteArray();
        }
    }

    private Map<String, Object> walked(byte[] upload) throws IOException {
        new DicomFiles(limits).walk("a.zip", new ByteArrayInputStream(upload), found);
        return found.said;
    }

    private Map<String, Object> walked(Path path) throws IOException {
        new DicomFiles(limits).walk(path, found);
        Map<String, Object> said = new LinkedHashMap<>();
        found.said.forEach((name, what) -> said.put(name.replace(folder.toString(), ""), what));
        return said;
    }

    @Test
    void aFolderIsWalkedInOrderWithItsArchives() throws IOException {
        Files.createDirectories(folder.resolve("study"));
        Files.write(folder.resolve("study/2.dcm"), BYTES);
        Files.write(folder.resolve("study/1.dcm"), BYTES);
        Files.write(
                folder.resolve("more.zip"), new Zip().with("dir/3.dcm", BYTES).bytes());

        assertThat(walked(folder))
                .containsExactly(
                        entry("/more.zip!dir/3.dcm", 17L), entry("/study/1.dcm", 17L), entry("/study/2.dcm", 17L));
    }

    @Test
    void anUploadMayBeASingleFile() throws IOException {
        assertThat(walked(BYTES)).containsExactly(entry("a.zip", 17L));
    }

    @Test
    void aDicomFileWhosePreambleLooksLikeAZipIsDicom() throws IOException {
        byte[] bytes = Phi.bytes(Phi.object("phi_12.dcm"));
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, bytes, 0, 4);

        assertThat(walked(bytes)).containsExactly(entry("a.zip", (long) bytes.length));
    }

    @Test
    void aRealSeriesIsHandedOverWhole() throws IOException {
        DicomFiles files = new DicomFiles(limits);
        files.walk(Phi.FOLDER.resolve("ct_series_02.zip"), new Found() {
            @Override
            public void file(String path, InputStream content) throws IOException {
                DicomObject object = DicomObject.read(content, DicomLimits.defaults());
                found.said.put(path, object.dataSet().string(Tag.MODALITY).orElse("none"));
            }
        });

        assertThat(found.said).hasSize(60).containsValue("CT");
        assertThat(found.said.values()).containsOnly("CT");
    }

    @Test
    void linksAndWhatSystemsLeaveAreSetAside() throws IOException {
        Files.write(folder.resolve(".DS_Store"), BYTES);
        Files.write(folder.resolve("Thumbs.db"), BYTES);
        Files.write(folder.resolve("DICOMDIR"), BYTES);
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("z.zip"));
        Files.write(
                folder.resolve("z.zip"),
                new Zip().with("__MACOSX/._1.dcm", BYTES).bytes());

        assertThat(walked(folder))
                .containsOnly(
                        entry("/.DS_Store", SetAside.SYSTEM_FILE),
                        entry("/Thumbs.db", SetAside.SYSTEM_FILE),
                        entry("/DICOMDIR", SetAside.DICOMDIR),
                        entry("/link", SetAside.NOT_A_PLAIN_FILE),
                        entry("/z.zip!__MACOSX/._1.dcm", SetAside.SYSTEM_FILE));
    }

    /** Everything that the directories of the two media name is found by walking, and met once. */
    @ParameterizedTest
    @CsvSource({"pydicom_dicomdirtests.zip, 89, 2", "orthanc_davidclunie_charsets.zip, 12, 1"})
    void aMediumIsWalkedThroughAndItsDirectorySetAside(String medium, int files, int directories) throws IOException {
        Map<String, Object> all = walked(SharedData.folder().resolve("dicom/dicomdir/" + medium));

        assertThat(all.values().stream().filter(SetAside.DICOMDIR::equals)).hasSize(directories);
        assertThat(all).hasSize(files + directories);
    }

    @Test
    void aDirectoryIsKnownByItsNameInAnyCaseAndWithAVersion() throws IOException {
        Files.write(folder.resolve("dicomdir;1"), BYTES);
        Files.write(folder.resolve("IM000001;1"), BYTES);
        assertThat(walked(folder)).containsEntry("/dicomdir;1", SetAside.DICOMDIR);
        assertThat(walked(folder).get("/IM000001;1")).isNotInstanceOf(SetAside.class);
    }

    @Test
    void whatIsNotThereIsRefused() throws IOException {
        assertThat(walked(folder.resolve("nothing")))
                .containsExactly(entry("/nothing", RefusedFile.Reason.NOT_READABLE));
    }

    @Test
    void namesThatLeadOutOfTheArchiveAreRefusedAndTheRestGoesOn() throws IOException {
        byte[] zip = new Zip()
                .with("../up.dcm", BYTES)
                .with("a/../../up.dcm", BYTES)
                .with("/root.dcm", BYTES)
                .with("C:\\drive.dcm", BYTES)
                .with("bell\u0007.dcm", BYTES)
                .with("good..name.dcm", BYTES)
                .bytes();

        assertThat(walked(zip))
                .containsExactly(
                        entry("a.zip!../up.dcm", RefusedFile.Reason.UNSAFE_NAME),
                        entry("a.zip!a/../../up.dcm", RefusedFile.Reason.UNSAFE_NAME),
                        entry("a.zip!/root.dcm", RefusedFile.Reason.UNSAFE_NAME),
                        entry("a.zip!C:/drive.dcm", RefusedFile.Reason.UNSAFE_NAME),
                        entry("a.zip!bell?.dcm", RefusedFile.Reason.UNSAFE_NAME),
                        entry("a.zip!good..name.dcm", 17L));
    }

    @Test
    void aZipBombIsRefused() throws IOException {
        byte[] zip = new Zip()
                .with("bomb.dcm", new byte[40 * MIB])
                .with("good.dcm", BYTES)
                .bytes();

        assertThat(walked(zip)).containsEntry("a.zip!bomb.dcm", RefusedFile.Reason.ZIP_BOMB);
    }

    @Test
    void afterABombOfKnownLengthTheRestGoesOn() throws IOException {
        Path file = folder.resolve("b.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) { // knows its lengths, for it may go back
            zip.putArchiveEntry(new ZipArchiveEntry("bomb.dcm"));
            zip.write(new byte[40 * MIB]);
            zip.closeArchiveEntry();
            zip.putArchiveEntry(new ZipArchiveEntry("good.dcm"));
            zip.write(BYTES);
            zip.closeArchiveEntry();
        }

        assertThat(walked(file))
                .containsExactly(entry("/b.zip!bomb.dcm", RefusedFile.Reason.ZIP_BOMB), entry("/b.zip!good.dcm", 17L));
    }

    @Test
    void blankImagesAreNoBombs() throws IOException {
        byte[] zip = new Zip().with("blank.dcm", new byte[8 * MIB]).bytes();

        assertThat(walked(zip)).containsEntry("a.zip!blank.dcm", 8L * MIB);
    }

    @Test
    void aFileThatIsTooLargeIsRefused() throws IOException {
        limits = new WalkLimits(10, 100 * MIB, MIB, 200, 1);
        byte[] noise = new byte[MIB + 1];
        new Random(1).nextBytes(noise);

        assertThat(walked(noise)).containsExactly(entry("a.zip", RefusedFile.Reason.TOO_LARGE));
    }

    @Test
    void anArchiveMayBeLargerThanAFile() throws IOException {
        limits = new WalkLimits(10, 100 * MIB, 20, 200, 1);

        assertThat(walked(new Zip().with("1", BYTES).with("2", BYTES).bytes())).containsOnlyKeys("a.zip!1", "a.zip!2");
    }

    @Test
    void theWalkEndsWhenTheFilesAreTooManyOrTooMuch() throws IOException {
        byte[] zip =
                new Zip().with("1", BYTES).with("2", BYTES).with("3", BYTES).bytes();

        limits = new WalkLimits(3, MIB, MIB, 200, 1);
        assertThat(walked(zip))
                .containsEntry("a.zip", RefusedFile.Reason.TOO_MANY_FILES)
                .hasSize(3);
        found.said.clear();
        limits = new WalkLimits(30, 40, MIB, 200, 1);
        assertThat(walked(zip)).containsEntry("a.zip", RefusedFile.Reason.TOO_MUCH_IN_ALL);
    }

    @Test
    void archivesInArchivesAreOpenedOnlySoDeep() throws IOException {
        byte[] inner = new Zip().with("1.dcm", BYTES).bytes();
        byte[] middle = new Zip().with("inner.zip", inner).with("2.dcm", BYTES).bytes();
        byte[] outer = new Zip().with("middle.zip", middle).with("3.dcm", BYTES).bytes();

        assertThat(walked(outer))
                .containsExactly(
                        entry("a.zip!middle.zip!inner.zip", RefusedFile.Reason.NESTED_ARCHIVE),
                        entry("a.zip!middle.zip!2.dcm", 17L),
                        entry("a.zip!3.dcm", 17L));
    }

    @Test
    void anEncryptedEntryIsRefusedAndTheRestGoesOn() throws IOException {
        byte[] zip = new Zip().with("1.dcm", BYTES).bytes();
        zip[6] |= 1; // general purpose bit 0 of the local header
        assertThat(walked(zip)).containsEntry("a.zip!1.dcm", RefusedFile.Reason.ENCRYPTED);
    }

    @Test
    void storedEntriesOfUnknownLengthAreRead() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] header = {'P', 'K', 3, 4, 20, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0};
        bytes.write(header);
        bytes.write("1.dcm".getBytes(StandardCharsets.US_ASCII));
        bytes.write(BYTES);
        CRC32 crc = new CRC32();
        crc.update(BYTES);
        int sum = (int) crc.getValue();
        bytes.write(new byte[] {'P', 'K', 7, 8, (byte) sum, (byte) (sum >> 8), (byte) (sum >> 16), (byte) (sum >> 24)});
        bytes.write(new byte[] {17, 0, 0, 0, 17, 0, 0, 0});
        byte[] ordinary = new Zip().with("1.dcm", BYTES).bytes();
        String text = new String(ordinary, StandardCharsets.ISO_8859_1);
        bytes.write(Arrays.copyOfRange(ordinary, text.indexOf("PK\1\2"), ordinary.length));

        assertThat(walked(bytes.toByteArray())).containsEntry("a.zip!1.dcm", 17L);
    }

    @Test
    void aTruncatedArchiveKeepsWhatCameBefore() throws IOException {
        byte[] noise = new byte[4096];
        new Random(2).nextBytes(noise);
        byte[] zip = new Zip().with("1.dcm", BYTES).with("2.dcm", noise).bytes();

        assertThat(walked(Arrays.copyOf(zip, 2000)))
                .containsEntry("a.zip!1.dcm", 17L)
                .containsEntry("a.zip!2.dcm", RefusedFile.Reason.DAMAGED_ARCHIVE);
    }

    @Test
    void aRefusalOfTheVisitorComesBackAndTheRestGoesOn() throws IOException {
        byte[] zip = new Zip().with("1.dcm", BYTES).with("2.dcm", BYTES).bytes();
        new DicomFiles(limits).walk("a.zip", new ByteArrayInputStream(zip), new Found() {
            @Override
            public void file(String path, InputStream content) throws IOException {
                DicomObject.read(content, DicomLimits.defaults());
            }

            @Override
            public void refused(String path, Refusal refusal) {
                found.refused(path, refusal);
            }
        });

        assertThat(found.said)
                .containsExactly(
                        entry("a.zip!1.dcm", "refusal.unreadable-dicom.not-dicom"),
                        entry("a.zip!2.dcm", "refusal.unreadable-dicom.not-dicom"));
    }

    @Test
    void aFailureOfTheVisitorIsNotTakenForOneOfTheArchive() throws IOException {
        byte[] zip = new Zip().with("1.dcm", BYTES).bytes();

        assertThatIOException()
                .isThrownBy(() -> new DicomFiles(limits).walk("a.zip", new ByteArrayInputStream(zip), new Found() {
                    @Override
                    public void file(String path, InputStream content) throws IOException {
                        throw new IOException("The disk is full");
                    }
                }))
                .withMessage("The disk is full");
    }

    @Test
    void whatKeepsTheApplicationFromWorkingIsNotTakenForAFaultOfTheFile() throws IOException {
        byte[] zip = new Zip().with("1.dcm", BYTES).bytes();
        HomeUnusable ours = new HomeUnusable(folder, new IOException("The disk is away"));

        assertThatExceptionOfType(HomeUnusable.class)
                .isThrownBy(() -> new DicomFiles(limits).walk("a.zip", new ByteArrayInputStream(zip), new Found() {
                    @Override
                    public void file(String path, InputStream content) {
                        throw ours;
                    }
                }));
    }

    @Test
    void damageOfAnyKindEndsInARefusal() throws IOException {
        byte[] noise = new byte[300];
        new Random(3).nextBytes(noise);
        byte[] zip =
                new Zip().with("1.dcm", noise).with("dir/2.dcm", new byte[3000]).bytes();
        Random random = new Random(4);
        for (int i = 0; i < 3000; i++) {
            byte[] damaged = zip.clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                damaged[4 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt();
            }
            found.said.clear();
            assertThat(walked(damaged)).as("mutation %d", i).isNotNull();
        }
    }
}
