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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DicomFilesTest {
    private static final byte[] BYTES = "\b\0t even an image".getBytes(StandardCharsets.US_ASCII);
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
        new DicomFiles(limits).walk("a.zip", new ByteArrayInputStream(upload), true, found);
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
                        entry("a.zip!/root.dcm", 17L),
                        entry("a.zip!C:/drive.dcm", 17L),
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
        CRC32 crc = new CRC32();
        crc.update(BYTES);
        byte[] first = entryOfUnknownLength(0, 0, BYTES, (int) crc.getValue());

        assertThat(walked(concat(first, directory()))).containsEntry("a.zip!1.dcm", 17L);
    }

    /** Nothing but what follows its bytes says where such an entry ends. */
    @ParameterizedTest
    @CsvSource({"1, 8, ENCRYPTED", "1, 0, ENCRYPTED", "1, 99, ENCRYPTED", "0, 93, UNSUPPORTED_COMPRESSION"})
    void behindEntriesThatCannotBeOpenedTheRestGoesOn(int flag, int method, RefusedFile.Reason reason)
            throws IOException {
        byte[] noise = new byte[3000];
        new Random(5).nextBytes(noise);
        byte[] closed = entryOfUnknownLength(flag, method, noise, 7);
        byte[] shortOne = entryOfUnknownLength(flag, method, BYTES, 7);
        byte[] good = new Zip().with("good.dcm", BYTES).bytes();
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        for (int i = 0; i < 2000; i++) { // so many that they must not pile up
            zip.write(i % 2 == 0 ? shortOne : closed);
        }
        zip.write(good);

        assertThat(walked(zip.toByteArray()))
                .containsExactly(entry("a.zip!1.dcm", reason), entry("a.zip!good.dcm", 17L));
    }

    /** A local header that leaves the lengths to what follows the bytes, as programs write it that cannot go back (APPNOTE 4.4.4). */
    private static byte[] entryOfUnknownLength(int flag, int method, byte[] bytes, int crc) {
        return ByteBuffer.allocate(30 + 5 + bytes.length + 16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'P', 'K', 3, 4, 20, 0, (byte) (8 | flag), 0, (byte) method, 0})
                .put(new byte[16])
                .put(new byte[] {5, 0, 0, 0, '1', '.', 'd', 'c', 'm'})
                .put(bytes)
                .put(new byte[] {'P', 'K', 7, 8})
                .putInt(crc)
                .putInt(bytes.length)
                .putInt(bytes.length)
                .array();
    }

    private static byte[] directory() throws IOException {
        byte[] ordinary = new Zip().with("1.dcm", BYTES).bytes();
        int start = new String(ordinary, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        return Arrays.copyOfRange(ordinary, start, ordinary.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\7\10", "PK00"})
    void aZipThatWasOrMightHaveBeenSplitIsRead(String marker) throws IOException {
        byte[] zip = new Zip().with("1.dcm", BYTES).bytes();

        assertThat(walked(concat(bytes(marker), zip))).containsExactly(entry("a.zip!1.dcm", 17L));
    }

    @Test
    void anArchiveWithoutFilesIsRefused() throws IOException {
        assertThat(walked(new Zip().bytes())).containsExactly(entry("a.zip", RefusedFile.Reason.EMPTY_ARCHIVE));
    }

    @Test
    void tarAndGzipAreOpenedToo() throws IOException {
        byte[] tar = tar("dir/1.dcm", BYTES);

        assertThat(walked(tar)).containsExactly(entry("a.zip!dir/1.dcm", 17L));
        found.said.clear();
        assertThat(walked(gzip(tar))).containsExactly(entry("a.zip!dir/1.dcm", 17L));
        found.said.clear();
        assertThat(walked(gzip(BYTES))).containsExactly(entry("a.zip", 17L));
        found.said.clear();
        assertThat(walked(concat(gzip(BYTES), gzip(BYTES)))).containsExactly(entry("a.zip", 34L));
        found.said.clear();
        assertThat(walked(new Zip()
                        .with("b.tgz", gzip(tar))
                        .with("c.gz", gzip(BYTES))
                        .bytes()))
                .containsExactly(entry("a.zip!b.tgz!dir/1.dcm", 17L), entry("a.zip!c.gz", 17L));
    }

    @Test
    void linksInATarAreSetAside() throws IOException {
        TarArchiveEntry link = new TarArchiveEntry("link", TarConstants.LF_SYMLINK);
        link.setLinkName("/etc/passwd");

        assertThat(walked(tar(link, new byte[0]))).containsExactly(entry("a.zip!link", SetAside.NOT_A_PLAIN_FILE));
    }

    @Test
    void aTarThatBreaksOffKeepsWhatCameBefore() throws IOException {
        byte[] tar = concat(Arrays.copyOf(tar("1.dcm", BYTES), 1024), tar("2.dcm", new byte[4000]));

        assertThat(walked(Arrays.copyOf(tar, 3000)))
                .containsEntry("a.zip!1.dcm", 17L)
                .containsEntry("a.zip!2.dcm", RefusedFile.Reason.DAMAGED_ARCHIVE);
    }

    @Test
    void gzipBombsAreRefusedAndTheyAreNotOpenedInOneAnother() throws IOException {
        assertThat(walked(gzip(new byte[40 * MIB]))).containsExactly(entry("a.zip", RefusedFile.Reason.ZIP_BOMB));
        found.said.clear();
        assertThat(walked(gzip(gzip(gzip(BYTES))))).containsExactly(entry("a.zip", RefusedFile.Reason.NESTED_ARCHIVE));
    }

    @Test
    void aNameInATarThatTakesMemoryIsRefused() throws IOException {
        byte[] tar = tar(new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME), new byte[2 * MIB]);

        assertThat(walked(tar)).containsExactly(entry("a.zip", RefusedFile.Reason.DAMAGED_ARCHIVE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Rar!\32\7\1\0", "7z\274\257\47\34", "BZh91AY", "\3757zXZ\0", "\50\265\57\375", "MSCF\0\0\0\0"})
    void otherArchivesAreRefusedByTheirName(String start) throws IOException {
        assertThat(walked(concat(bytes(start), new byte[600])))
                .containsExactly(entry("a.zip", RefusedFile.Reason.OTHER_ARCHIVE));
    }

    @Test
    void whatLiesBesideTheImagesOfAMediumIsSetAside() throws IOException {
        Files.write(folder.resolve("VIEWER.EXE"), concat(bytes("MZ\220\0"), new byte[600]));
        Files.write(folder.resolve("libviewer.so"), concat(bytes("\177ELF"), new byte[600]));
        Files.writeString(folder.resolve("AUTORUN.INF"), "[autorun]\r\nopen=VIEWER.EXE\r\n");
        Files.writeString(folder.resolve("LEIAME.TXT"), "Instruções para abrir o exame");
        Files.write(folder.resolve("laudo.pdf"), bytes("%PDF-1.4\n\0"));
        Files.write(folder.resolve("logo.jpg"), concat(bytes("\377\330\377\340"), new byte[600]));
        Files.write(folder.resolve("._IM1"), concat(bytes("\0\5\26\7"), new byte[600]));

        assertThat(walked(folder))
                .containsOnly(
                        entry("/VIEWER.EXE", SetAside.PROGRAM),
                        entry("/libviewer.so", SetAside.PROGRAM),
                        entry("/AUTORUN.INF", SetAside.DOCUMENT),
                        entry("/LEIAME.TXT", SetAside.DOCUMENT),
                        entry("/laudo.pdf", SetAside.DOCUMENT),
                        entry("/logo.jpg", SetAside.DOCUMENT),
                        entry("/._IM1", SetAside.SYSTEM_FILE));
    }

    /** Somebody takes it for an exam, and must hear that it is none. */
    @ParameterizedTest
    @CsvSource({"MZ, PROGRAM", "%PDF-1.7, DOCUMENT", "GIF89a, PICTURE"})
    void whatCameByItselfIsRefusedForWhatItIs(String start, RefusedFile.Reason reason) throws IOException {
        assertThat(walked(concat(bytes(start), new byte[600]))).containsExactly(entry("a.zip", reason));
    }

    @Test
    void imagesWhoseNamesBeginWithADotAreRead() throws IOException {
        Files.createDirectories(folder.resolve(".series"));
        Files.write(folder.resolve(".series/.CT..0003.IMA"), BYTES);
        Files.write(
                folder.resolve("a.zip"), new Zip().with(".CT..0004.IMA", BYTES).bytes());

        assertThat(walked(folder))
                .containsOnly(entry("/.series/.CT..0003.IMA", 17L), entry("/a.zip!.CT..0004.IMA", 17L));
    }

    private static byte[] tar(String name, byte[] content) throws IOException {
        return tar(new TarArchiveEntry(name), content);
    }

    private static byte[] tar(TarArchiveEntry entry, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
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
        new DicomFiles(limits).walk("a.zip", new ByteArrayInputStream(zip), true, new Found() {
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
                .isThrownBy(() -> new DicomFiles(limits)
                        .walk("a.zip", new ByteArrayInputStream(zip), true, new Found() {
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
                .isThrownBy(() -> new DicomFiles(limits)
                        .walk("a.zip", new ByteArrayInputStream(zip), true, new Found() {
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
        byte[] tar = concat(tar("1.dcm", noise), tar("dir/2.dcm", new byte[3000]));
        byte[] gzip = gzip(noise);
        Random random = new Random(4);
        for (int i = 0; i < 3000; i++) {
            byte[] damaged = (i % 3 == 0 ? zip : i % 3 == 1 ? tar : gzip).clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                damaged[4 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt();
            }
            found.said.clear();
            assertThat(walked(damaged)).as("mutation %d", i).isNotNull();
        }
    }
}
