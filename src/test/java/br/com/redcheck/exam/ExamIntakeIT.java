package br.com.redcheck.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.Tag;
import br.com.redcheck.dicom.Vr;
import br.com.redcheck.exam.Receipt.Outcome;
import br.com.redcheck.platform.Home;
import br.com.redcheck.platform.Messages;
import br.com.redcheck.platform.database.EveryRow;
import br.com.redcheck.platform.overload.MemoryBudget;
import br.com.redcheck.platform.overload.MoreThanMemory;
import br.com.redcheck.platform.overload.TooBusy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes in is kept sealed and without identity, or refused by name, file by file. */
@SpringBootTest
class ExamIntakeIT {
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_12.dcm");

    @Autowired
    ExamIntake intake;

    @Autowired
    ExamShelf shelf;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    @Autowired
    Home home;

    @Autowired
    MemoryBudget memory;

    @Autowired
    Messages messages;

    private OwnerId owner;

    @BeforeEach
    void makeOwner() {
        owner = TestDoctors.register(database).owner();
    }

    @Test
    void aFilmIsStoredOnceHoweverOftenItIsSent() throws IOException {
        Receipt first = only(Files.readAllBytes(FILM));
        Receipt second = only(Files.readAllBytes(FILM));

        assertThat(first.outcome()).isEqualTo(Outcome.STORED);
        assertThat(second.outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(second.exam()).isEqualTo(first.exam());
        assertThat(shelf.exam(owner, first.exam().orElseThrow()).images()).isEqualTo(1);
    }

    @Test
    void anotherExportOfAFilmIsTheSameFilm() throws IOException {
        Receipt first = only(Files.readAllBytes(FILM));
        Receipt second = only(changed(film -> film.dataSet().putString(Tag.STUDY_DESCRIPTION, Vr.LO, "RX TORAX PA")));

        assertThat(second.outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(second.exam()).isEqualTo(first.exam());
    }

    @Test
    void otherPixelsUnderTheSameIdentifierAreToldAndReplaceNothing() throws IOException {
        Receipt first = only(Files.readAllBytes(FILM));
        DicomObject other = read(FILM.resolveSibling("phi_06.dcm"));
        for (int tag :
                new int[] {Tag.SOP_INSTANCE_UID, Tag.SERIES_INSTANCE_UID, Tag.STUDY_INSTANCE_UID, Tag.PATIENT_ID}) {
            other.dataSet().put(film().dataSet().element(tag).orElseThrow());
        }

        assertRefused("refusal.other-pixels", bytes(other));
        assertThat(shelf.exam(owner, first.exam().orElseThrow()).images()).isEqualTo(1);
    }

    @Test
    void twoPatientsUnderOneStudyIdentifierHaveAnExamEach() throws IOException {
        Receipt first = only(Files.readAllBytes(FILM));
        Receipt second = only(changed(film -> {
            film.dataSet().putString(Tag.PATIENT_ID, Vr.LO, "OUTRO-PACIENTE-77");
            film.dataSet().putString(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.826.0.1.3680043.10.99999.77");
        }));

        assertThat(second.outcome()).isEqualTo(Outcome.STORED);
        assertThat(second.exam()).isNotEqualTo(first.exam());
    }

    @Test
    void whileOthersFillTheMemoryAFilmWaitsAndIsNotRefused() throws IOException {
        try (MemoryBudget.Share others = memory.share()) {
            assertThatThrownBy(() -> fill(others)).isInstanceOf(MoreThanMemory.class);

            assertThatThrownBy(() -> only(Files.readAllBytes(FILM))).isInstanceOf(TooBusy.class);
        }
        assertThat(only(Files.readAllBytes(FILM)).outcome()).isEqualTo(Outcome.STORED);
    }

    @Test
    void theRoomOfAnImageIsTakenForAsLongAsItIsLookedAt() throws IOException {
        only(Files.readAllBytes(FILM));
        UUID image = everyRow.sql("select id from instance where owner = ?")
                .param(owner.value())
                .query(UUID.class)
                .single();

        shelf.open(owner, image, looked -> {
            try (MemoryBudget.Share others = memory.share()) {
                return assertThatThrownBy(() -> fill(others)).isInstanceOf(TooBusy.class);
            }
        });
    }

    private static void fill(MemoryBudget.Share share) {
        while (true) {
            share.grow(64 << 10);
        }
    }

    @Test
    void theSameFilmOfTwoOwnersCannotBeBroughtTogether() throws IOException {
        only(Files.readAllBytes(FILM));
        makeOwner();
        only(Files.readAllBytes(FILM));

        assertThat(everyRow.sql("select count(distinct study_uid) from exam where study_uid in "
                                + "(select study_uid from exam order by received_at desc limit 2)")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void nothingOfThePatientsIdentityLiesOnTheDisk() throws IOException {
        DicomObject film = film();
        String name = film.dataSet().string(Tag.PATIENT_NAME).orElseThrow();
        String record = film.dataSet().string(Tag.PATIENT_ID).orElseThrow();
        only(Files.readAllBytes(FILM));

        try (Stream<Path> files = Files.walk(home.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(bytes).as(file.toString()).doesNotContain(name).doesNotContain(record);
            }
        }
        for (String table : List.of("exam", "series", "instance")) {
            assertThat(everyRow.sql("select string_agg(t::text, ' ') from " + table + " t")
                            .query(String.class)
                            .single())
                    .doesNotContain(name)
                    .doesNotContain(record);
        }
    }

    @Test
    void whatIsNoChestImageIsRefusedByName() throws IOException {
        assertRefused("refusal.unreadable-dicom.not-dicom", "this is no image".getBytes(StandardCharsets.UTF_8));
        assertRefused("refusal.unreadable-dicom.truncated", Arrays.copyOf(Files.readAllBytes(FILM), 40_000));
        assertRefused(
                "refusal.unreadable-pixels.no-pixel-data",
                changed(film -> film.dataSet().remove(Tag.PIXEL_DATA)));
        assertRefused(
                "refusal.unwanted-modality", changed(film -> film.dataSet().putString(Tag.MODALITY, Vr.CS, "MR")));
        assertRefused(
                "refusal.not-for-this-network.body-part",
                changed(film -> film.dataSet().putString(Tag.BODY_PART_EXAMINED, Vr.CS, "KNEE")));
        assertRefused("refusal.unreadable-pixels.too-large", changed(film -> {
            film.dataSet().putShorts(Tag.ROWS, Vr.US, 65_535);
            film.dataSet().putShorts(Tag.COLUMNS, Vr.US, 65_535);
        }));
        assertRefused("refusal.unidentifiable", changed(film -> film.dataSet().remove(Tag.STUDY_INSTANCE_UID)));
    }

    @Test
    void anElementThatClaimsTwoGigabytesIsRefusedWithoutThem() throws IOException {
        byte[] film = Files.readAllBytes(FILM);
        ByteArrayOutputStream liar = new ByteArrayOutputStream();
        liar.write(film, 0, 400);
        liar.write(new byte[] {0x10, 0, 0x10, 0, 'O', 'B', 0, 0, (byte) 0xFE, (byte) 0xFF, (byte) 0xFF, 0x7F});
        liar.write(film, 400, 600);

        assertThat(only(liar.toByteArray()).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void oneBadEntryDoesNotKeepTheOthersOfAZipOut() throws IOException {
        byte[] zip = zip(
                entry("../escape.dcm", Files.readAllBytes(FILM)),
                entry("notes.txt", "no image".getBytes(StandardCharsets.UTF_8)),
                entry("film.dcm", Files.readAllBytes(FILM)),
                entry("bomb.dcm", new byte[64 << 20]));

        List<Receipt> receipts = intake.receive(owner, new ByteArrayInputStream(zip));

        assertThat(outcome(receipts, "film.dcm")).isEqualTo(Outcome.STORED);
        assertThat(reason(receipts, "../escape.dcm")).isEqualTo("refusal.refused-file.unsafe-name");
        assertThat(reason(receipts, "notes.txt")).isEqualTo("aside.DOCUMENT");
        assertThat(receipts)
                .flatExtracting(receipt ->
                        receipt.reason().map(Receipt.Reason::key).stream().toList())
                .contains("refusal.refused-file.zip-bomb");
    }

    private void assertRefused(String key, byte[] file) throws IOException {
        Receipt receipt = only(file);
        assertThat(receipt.reason().map(Receipt.Reason::key)).contains(key);
        Receipt.Reason reason = receipt.reason().orElseThrow();
        for (Locale language : List.of(Messages.PORTUGUESE, Locale.ENGLISH)) {
            assertThat(messages.text(language, reason.key(), reason.arguments().toArray()))
                    .isNotBlank()
                    .doesNotContain("{");
        }
    }

    private Receipt only(byte[] file) throws IOException {
        List<Receipt> receipts = intake.receive(owner, new ByteArrayInputStream(file));
        assertThat(receipts).hasSize(1);
        return receipts.get(0);
    }

    private static Outcome outcome(List<Receipt> receipts, String path) {
        return of(receipts, path).outcome();
    }

    private static String reason(List<Receipt> receipts, String path) {
        return of(receipts, path).reason().orElseThrow().key();
    }

    private static Receipt of(List<Receipt> receipts, String path) {
        return receipts.stream()
                .filter(receipt -> receipt.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static DicomObject film() throws IOException {
        return read(FILM);
    }

    private static DicomObject read(Path file) throws IOException {
        return DicomObject.read(new ByteArrayInputStream(Files.readAllBytes(file)), DicomLimits.defaults());
    }

    private static byte[] changed(Consumer<DicomObject> change) throws IOException {
        DicomObject film = film();
        change.accept(film);
        return bytes(film);
    }

    private static byte[] bytes(DicomObject film) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        film.writeTo(out);
        return out.toByteArray();
    }

    private record Entry(String name, byte[] content) {}

    private static Entry entry(String name, byte[] content) {
        return new Entry(name, content);
    }

    private static byte[] zip(Entry... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Entry entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.name()));
                zip.write(entry.content());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
