package br.com.redcheck.exam.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.OwnerId;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.dicom.DicomLimits;
import br.com.redcheck.dicom.DicomObject;
import br.com.redcheck.dicom.Tag;
import br.com.redcheck.dicom.Vr;
import br.com.redcheck.exam.ExamIntake;
import br.com.redcheck.exam.sending.Announcement.File;
import br.com.redcheck.platform.Home;
import br.com.redcheck.platform.NoRoom;
import br.com.redcheck.platform.database.EveryRow;
import br.com.redcheck.vault.BlobMissing;
import br.com.redcheck.vault.BlobRef;
import br.com.redcheck.vault.SealBroken;
import br.com.redcheck.vault.Vault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Files come in parts, by the protocol, for their owner alone, and once. */
@SpringBootTest(
        properties = {
            "covid-dicom.sending.file-bytes=2MB",
            "covid-dicom.sending.chunk=100KB",
            "covid-dicom.sending.owner-bytes=5MB"
        })
@AutoConfigureMockMvc
class SendingIT {
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_12.dcm");

    @Autowired
    MockMvc client;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    @Autowired
    JsonMapper json;

    @Autowired
    SendingShelf shelf;

    @Autowired
    Sendings sendings;

    @Autowired
    SentFiles files;

    @Autowired
    PartIntake parts;

    @Autowired
    Vault vault;

    @Autowired
    FileIntake step;

    @Autowired
    ExamIntake intake;

    @Autowired
    SendingSettings settings;

    @Autowired
    Home home;

    private Doctor ana;
    private OwnerId owner;

    @BeforeEach
    void makeDoctor() {
        ana = TestDoctors.register(database);
        owner = ana.owner();
    }

    @Test
    void aFileSentInPiecesEndsOnTheShelf() throws Exception {
        byte[] film = Files.readAllBytes(FILM);
        UUID sending = open();
        String file = created(sending, film.length);

        assertThat(append(file, 0, Arrays.copyOf(film, 70_000)).getHeader("Upload-Offset"))
                .isEqualTo("70000");
        MockHttpServletResponse asked = ask(head(file));
        assertThat(asked.getHeader("Upload-Offset")).isEqualTo("70000");
        assertThat(asked.getHeader("Upload-Length")).isEqualTo(Integer.toString(film.length));
        assertThat(asked.getHeader("Cache-Control")).contains("no-store");
        assertThat(append(file, 70_000, Arrays.copyOfRange(film, 70_000, film.length))
                        .getStatus())
                .isEqualTo(204);
        sendings.close(owner, sending);

        awaitFinished(sending);
        assertThat(states(sending)).containsExactly("SEALED");
        assertThat(count("instance")).isEqualTo(1);
        await().atMost(Duration.ofSeconds(10)).until(() -> count("sent_part") == 0);
    }

    @Test
    void bytesMayComeWithTheCreation() throws Exception {
        UUID sending = open();
        MockHttpServletResponse created = ask(post(address(sending))
                .header("Upload-Length", 10)
                .contentType("application/offset+octet-stream")
                .content(new byte[4]));

        assertThat(created.getStatus()).isEqualTo(201);
        assertThat(created.getHeader("Upload-Offset")).isEqualTo("4");
        assertThat(created.getHeader("Upload-Expires")).endsWith("GMT");
    }

    @Test
    void theServerSaysWhatItSpeaks() throws Exception {
        MockHttpServletResponse said = ask(options(address(open())));
        assertThat(said.getStatus()).isEqualTo(204);
        assertThat(said.getHeader("Tus-Version")).isEqualTo("1.0.0");
        assertThat(said.getHeader("Tus-Extension")).contains("creation", "termination");
        assertThat(said.getHeader("Tus-Max-Size")).isEqualTo("2097152");

        MockHttpServletResponse other = client.perform(
                        head(created(open(), 10)).with(user(ana)).header("Tus-Resumable", "0.2.2"))
                .andReturn()
                .getResponse();
        assertThat(other.getStatus()).isEqualTo(412);
        assertThat(other.getHeader("Tus-Version")).isEqualTo("1.0.0");
    }

    @Test
    void bytesThatDoNotBeginWhereTheOthersEndAreRefused() throws Exception {
        String file = created(open(), 10);
        append(file, 0, new byte[4]);

        assertThat(append(file, 0, new byte[4]).getStatus()).isEqualTo(409);
        assertThat(append(file, 8, new byte[2]).getStatus()).isEqualTo(409);
        assertThat(ask(head(file)).getHeader("Upload-Offset")).isEqualTo("4");
    }

    @Test
    void moreBytesThanAnnouncedAreRefusedBeforeAnyIsTaken() throws Exception {
        String file = created(open(), 10);

        assertThat(append(file, 0, new byte[11]).getStatus()).isEqualTo(413);
        assertThat(ask(head(file)).getHeader("Upload-Offset")).isEqualTo("0");
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeAnyByteIsTaken() throws Exception {
        UUID sending = open();

        assertThat(create(sending, (2 << 20) + 1).getStatus()).isEqualTo(413);
        assertThat(create(sending, -1).getStatus()).isEqualTo(400);
        assertThat(ask(post(address(sending))).getStatus()).isEqualTo(400);
        assertThat(count("sent_file")).isZero();
    }

    @Test
    void otherContentIsNoPart() throws Exception {
        String file = created(open(), 10);

        assertThat(ask(patch(file)
                                .header("Upload-Offset", 0)
                                .contentType("application/json")
                                .content("{}"))
                        .getStatus())
                .isEqualTo(415);
    }

    @Test
    void anotherOwnersSendingDoesNotExist() throws Exception {
        UUID sending = open();
        String file = created(sending, 10);
        ana = TestDoctors.register(database);

        assertThat(ask(head(file)).getStatus()).isEqualTo(404);
        assertThat(append(file, 0, new byte[10]).getStatus()).isEqualTo(404);
        assertThat(ask(delete(file)).getStatus()).isEqualTo(404);
        assertThat(create(sending, 10).getStatus()).isEqualTo(404);
        assertThat(ask(get("/exams/sendings/" + sending)).getStatus()).isEqualTo(404);
    }

    @Test
    void aTerminatedFileIsGoneWithItsParts() throws Exception {
        UUID sending = open();
        String file = created(sending, 10);
        append(file, 0, new byte[4]);
        assertThat(count("sent_part")).isEqualTo(1);

        assertThat(ask(delete(file)).getStatus()).isEqualTo(204);

        assertThat(ask(head(file)).getStatus()).isEqualTo(404);
        assertThat(count("sent_part")).isZero();
        assertThat(count("vault_blob")).isZero();
    }

    @Test
    void whatIsAnnouncedAgainGoesOnWhereItIs() throws Exception {
        File one = file(1, 10);
        File two = file(2, 10);
        Sendings.Begun begun = sendings.begin(owner, new Announcement(false, true, List.of(one)));
        parts.append(owner, begun.files().get(0), new ByteArrayInputStream(new byte[6]));

        Sendings.Begun again = sendings.begin(owner, new Announcement(false, true, List.of(two, one)));

        assertThat(again.id()).isEqualTo(begun.id());
        assertThat(again.files()).extracting(SentFile::received).containsExactly(0L, 6L);
        assertThat(again.files().get(1).id()).isEqualTo(begun.files().get(0).id());
    }

    @Test
    void aFileThatHasChangedTakesThePlaceOfTheOneThatWillNeverCome() throws Exception {
        File first = at(1, 10, 1);
        Sendings.Begun begun =
                sendings.begin(owner, new Announcement(false, true, List.of(first, at(2, 20, 2), at(3, 30, 3))));
        parts.append(owner, begun.files().get(1), new ByteArrayInputStream(new byte[6]));

        String again = announce(List.of(first, at(4, 25, 2), at(3, 30, 3)));

        assertThat(again).contains(begun.id().toString());
        assertThat(states(begun.id())).containsExactly("WAITING", "WITHDRAWN", "WAITING", "WAITING");
        assertThat(count("sent_part")).isZero();
    }

    @Test
    void aSingleFileThatHasChangedLeavesNoSendingBehind() throws Exception {
        Sendings.Begun begun = sendings.begin(owner, new Announcement(false, true, List.of(at(1, 10, 1))));

        announce(List.of(at(2, 20, 1)));

        assertThat(states(begun.id())).containsExactly("WITHDRAWN");
        awaitFinished(begun.id());
    }

    @Test
    void aSecondDiscWithTheSameNamesReplacesNothingOfTheFirst() throws Exception {
        File viewer = at(1, 10, 1);
        Sendings.Begun first =
                sendings.begin(owner, new Announcement(false, true, List.of(viewer, at(2, 20, 2), at(3, 30, 3))));

        announce(List.of(viewer, at(4, 20, 2), at(5, 30, 3), at(6, 40, 4)));

        assertThat(states(first.id())).doesNotContain("WITHDRAWN");
    }

    @Test
    void whatIsMissingIsCountedOverAllSendings() throws Exception {
        sendings.begin(owner, new Announcement(false, true, List.of(file(1, 10), file(2, 20))));
        sendings.begin(owner, new Announcement(false, true, List.of(file(3, 30))));

        assertThat(ask(get("/exams/sendings")).getContentAsString(StandardCharsets.UTF_8))
                .contains("\"missing\":{\"sendings\":2,\"files\":3}");
    }

    @Test
    void unfinishedSendingsComeBeforeAllThatAreFinished() {
        UUID unfinished = sendings.begin(owner, new Announcement(false, true, List.of(file(1, 10))))
                .id();
        for (int i = 0; i < 20; i++) {
            sendings.begin(owner, new Announcement(false, true, List.of()));
        }

        assertThat(shelf.recent(owner)).hasSize(20).first().isEqualTo(unfinished);
    }

    @Test
    void aBreakOfTheConnectionKeepsWhatHasCome() throws Exception {
        byte[] bytes = new byte[250_000];
        new Random(1).nextBytes(bytes);
        SentFile file = begin(bytes.length);

        SentFile after = parts.append(owner, file, new BreakingStream(bytes, 170_000));

        assertThat(after.received()).isEqualTo(170_000);
        assertThat(count("sent_part")).isEqualTo(2);
        assertThat(parts.append(owner, after, new ByteArrayInputStream(bytes, 170_000, 80_000))
                        .complete())
                .isTrue();
    }

    @Test
    void aFileThatComesByteByByteIsNoHeapOfCrumbs() throws Exception {
        byte[] film = Files.readAllBytes(FILM);
        UUID sending = open();
        String file = created(sending, film.length);
        for (int i = 0; i < 20; i++) {
            append(file, i, new byte[] {film[i]});
        }

        assertThat(count("sent_part")).isEqualTo(1);
        assertThat(count("vault_blob")).isEqualTo(1);
        assertThat(append(file, 20, Arrays.copyOfRange(film, 20, film.length)).getStatus())
                .isEqualTo(204);
        sendings.close(owner, sending);
        awaitFinished(sending);
        assertThat(states(sending)).containsExactly("SEALED");
    }

    @Test
    void whatDoesNotFitIntoItsOwnersRoomIsRefusedUntilTheOldestUnfinishedSendingIsTakenBack() throws Exception {
        UUID oldest = open();
        create(oldest, 2_000_000);
        UUID sending = open();
        assertThat(create(sending, 2_000_001).getStatus()).isEqualTo(201);

        MockHttpServletResponse refused = create(sending, 2_000_002);
        assertThat(refused.getStatus()).isEqualTo(507);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8))
                .contains("refusal.over-quota", "restam 1 MB dos 5 MB");
        assertThat(count("sent_file")).isEqualTo(2);

        assertThat(ask(post("/exams/sendings/oldest/withdrawal")).getStatus()).isEqualTo(303);
        assertThat(states(oldest)).containsExactly("WITHDRAWN");
        assertThat(create(sending, 2_000_002).getStatus()).isEqualTo(201);
        assertThat(everyRow.sql("select action from audit_entry where owner = ?")
                        .param(owner.value())
                        .query(String.class)
                        .list())
                .contains("sending.withdrawn");
    }

    @Test
    void whatWasOnlyAnnouncedIsSweptAfterADayAndWhatHasBegunAfterAWeek() throws Exception {
        UUID unbegun = open();
        created(unbegun, 10);
        UUID begun = open();
        append(created(begun, 10), 0, new byte[4]);
        Clock then = Clock.offset(Clock.systemUTC(), Duration.ofDays(1).plusMinutes(1));
        Clock later = Clock.offset(then, Duration.ofDays(6));

        assertThat(idle(then)).contains(unbegun).doesNotContain(begun);
        assertThat(idle(later)).contains(unbegun, begun);
    }

    private List<UUID> idle(Clock clock) {
        return SendingSweep.idle(database, settings, clock).stream()
                .map(SendingSweep.Idle::id)
                .toList();
    }

    @Test
    void theDiskKeepsItsReserve() throws Exception {
        DataSize left = DataSize.ofBytes(home.freeBytes());
        SendingSettings half = new SendingSettings(
                left, left, 1, 1, left, left, DataSize.ofBytes(home.freeBytes() / 2), Duration.ofDays(7));
        SendingLimits limits = new SendingLimits(database, half, home);

        limits.check(List.of(file(1, home.freeBytes() / 4)));
        assertThatExceptionOfType(NoRoom.class)
                .isThrownBy(() -> limits.check(List.of(file(1, 3 * (home.freeBytes() / 4)))));
    }

    @Test
    void nothingOfAFileLiesUnsealedAndItsKeyIsNotTheSenders() throws Exception {
        byte[] film = Files.readAllBytes(FILM);
        String name = DicomObject.read(new ByteArrayInputStream(film), DicomLimits.defaults())
                .dataSet()
                .string(Tag.PATIENT_NAME)
                .orElseThrow();
        File announced = file(7, film.length);
        SentFile file = sendings.begin(owner, new Announcement(false, true, List.of(announced)))
                .files()
                .get(0);
        parts.append(owner, file, new ByteArrayInputStream(film, 0, film.length - 1));

        try (Stream<Path> found = Files.walk(home.folder())) {
            for (Path path : found.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(path, StandardCharsets.ISO_8859_1))
                        .as(path.toString())
                        .doesNotContain(name);
            }
        }
        assertThat(everyRow.sql("select encode(key, 'hex') from sent_file where id = ?")
                        .param(file.id())
                        .query(String.class)
                        .single())
                .isNotEqualTo(announced.key());
    }

    @Test
    void whatHappensInAnArchiveIsToldEntryByEntry() throws Exception {
        byte[] zip = zip(
                "maria/film.dcm",
                Files.readAllBytes(FILM),
                "maria/report.dcm",
                report(),
                "maria/notes.txt",
                new byte[300],
                "maria/empty.dcm",
                new byte[0],
                "DICOMDIR",
                new byte[10]);
        UUID sending = send(zip);

        String said = ask(get("/exams/sendings/" + sending)).getContentAsString(StandardCharsets.UTF_8);
        assertThat(said)
                .contains("\"SEALED\":1", "maria/notes.txt", "REFUSED", "ASIDE")
                .contains("Não contém imagem", "Índice de um CD", "Este arquivo está vazio")
                .doesNotContain("film.dcm");
        assertThat(everyRow.sql("select string_agg(i::text, ' ') from sent_image i where owner = ?")
                        .param(owner.value())
                        .query(String.class)
                        .single())
                .doesNotContain("maria");
    }

    @Test
    void aStepThatDiedBetweenKeepingAndWritingDownIsFinishedByTheNext() throws Exception {
        byte[] film = Files.readAllBytes(FILM);
        SentFile file = begin(film.length);
        intake.receive(owner, new ByteArrayInputStream(film)); // what the first try did before it died
        files.move(owner, file.id(), FileState.CLEANING);
        everyRow.sql("update sent_file set received = length where id = ?")
                .param(file.id())
                .update();
        part(file, 0, film);

        step.run(owner, file.id());
        step.run(owner, file.id());

        assertThat(states(file.sending())).containsExactly("SEALED");
        assertThat(count("instance")).isEqualTo(1);
        assertThat(count("sent_image")).isEqualTo(1);
        assertThat(count("sent_part")).isZero();
    }

    @Test
    void aDamagedPartIsNoFaultOfTheFileAndIsReadOnceItIsRestored() throws Exception {
        SentFile file = acknowledged(Files.readAllBytes(FILM));
        Path part = fileOf(files.parts(owner, file.id()).get(0));
        byte[] sealed = Files.readAllBytes(part);
        for (int at : new int[] {1000, sealed.length / 2}) {
            byte[] damaged = sealed.clone();
            damaged[at] ^= 1;
            Files.write(part, damaged);

            assertThatExceptionOfType(SealBroken.class).as("byte %d", at).isThrownBy(() -> step.run(owner, file.id()));
            assertThat(count("sent_part")).isEqualTo(1);
            assertThat(count("sent_image")).isZero();
        }
        Files.write(part, sealed);

        step.run(owner, file.id());

        assertThat(states(file.sending())).containsExactly("SEALED");
        assertThat(count("sent_part")).isZero();
    }

    @Test
    void aFileOneOfWhosePartsIsMissingIsNotRefusedAndKeepsTheOthers() throws Exception {
        byte[] film = Files.readAllBytes(FILM);
        int half = film.length / 2;
        SentFile file = begin(film.length);
        everyRow.sql("update sent_file set state = 'SENT', received = length where id = ?")
                .param(file.id())
                .update();
        part(file, 0, Arrays.copyOf(film, half));
        part(file, half, Arrays.copyOfRange(film, half, film.length));
        Path second = fileOf(files.parts(owner, file.id()).get(1));
        Path lost = Files.move(second, second.resolveSibling("lost"));

        assertThatExceptionOfType(BlobMissing.class).isThrownBy(() -> step.run(owner, file.id()));
        assertThat(count("sent_part")).isEqualTo(2);

        Files.move(lost, second);
        step.run(owner, file.id());
        assertThat(states(file.sending())).containsExactly("SEALED");
    }

    @Test
    void whileTheDiskIsAwayNoFileIsTakenNoneIsReadAndNoneIsLost() throws Exception {
        SentFile file = acknowledged(Files.readAllBytes(FILM));
        String next = created(open(), 10);
        BlobRef stray = vault.seal(owner, new ByteArrayInputStream(new byte[10]));
        Path disk = home.folder().resolve("vault");
        Path away = Files.move(disk, disk.resolveSibling("vault-away"));
        try {
            assertThat(ready()).isFalse();
            files.takeIn(owner, file);
            await().atMost(Duration.ofSeconds(30)).until(() -> timesDrawn(file) > 1);
            vault.delete(owner, stray);
            MockHttpServletResponse putOff = append(next, 0, new byte[10]);

            assertThat(putOff.getStatus()).isEqualTo(503);
            assertThat(putOff.getHeader("Retry-After")).isEqualTo("60");
            assertThat(putOff.getContentAsString(StandardCharsets.UTF_8))
                    .contains("fault.store-away", "A falha é nossa");
            assertThat(tries(file)).isZero();
            assertThat(count("sent_part")).isEqualTo(1);
            assertThat(count("vault_blob"))
                    .as("that part, and what is to be removed")
                    .isEqualTo(2);
        } finally {
            Files.move(away, disk);
        }

        assertThat(ready()).isTrue();
        awaitFinished(file.sending());
        assertThat(states(file.sending())).containsExactly("SEALED");
        assertThat(append(next, 0, new byte[10]).getStatus()).isEqualTo(204);
    }

    private boolean ready() throws Exception {
        return ask(get("/actuator/health/readiness")).getStatus() == 200;
    }

    @Test
    void anEmptyFileIsRefusedAndTheSendingFinishes() throws Exception {
        Sendings.Begun begun = sendings.begin(owner, new Announcement(false, true, List.of(file(1, 0))));

        awaitFinished(begun.id());
        assertThat(states(begun.id())).containsExactly("REFUSED");
    }

    private UUID send(byte[] bytes) throws IOException {
        SentFile file = begin(bytes.length);
        parts.append(owner, file, new ByteArrayInputStream(bytes));
        awaitFinished(file.sending());
        return file.sending();
    }

    private SentFile begin(long length) {
        return sendings.begin(owner, new Announcement(false, true, List.of(file((int) length, length))))
                .files()
                .get(0);
    }

    /** A file that is here and whose intake the pipeline does not know of. */
    private SentFile acknowledged(byte[] bytes) throws IOException {
        SentFile file = begin(bytes.length);
        everyRow.sql("update sent_file set state = 'SENT', received = length where id = ?")
                .param(file.id())
                .update();
        part(file, 0, bytes);
        return file;
    }

    /** How often the pipeline has looked whether a file may be taken in now. */
    private int timesDrawn(SentFile file) {
        return everyRow.sql(
                        "select version / 2 from scheduled_tasks where task_instance = 'intake/' || (select id from step where subject = ?) || '/0'")
                .param(file.id())
                .query(Integer.class)
                .single();
    }

    private int tries(SentFile file) {
        return everyRow.sql("select tries from step where subject = ?")
                .param(file.id())
                .query(Integer.class)
                .single();
    }

    /** Seals bytes as a part of a file, of which the pipeline knows nothing. */
    private void part(SentFile file, int starts, byte[] bytes) throws IOException {
        everyRow.sql("insert into sent_part (file, owner, starts, length, blob) values (?, ?, ?, ?, ?)")
                .params(
                        file.id(),
                        owner.value(),
                        starts,
                        bytes.length,
                        vault.seal(owner, new ByteArrayInputStream(bytes)).id())
                .update();
    }

    private Path fileOf(BlobRef blob) {
        String name = blob.id().toString();
        return home.folder().resolve("vault").resolve(name.substring(0, 2)).resolve(name);
    }

    private UUID open() {
        return sendings.begin(owner, new Announcement(false, false, List.of())).id();
    }

    /** Makes a file known; answers with its address. */
    private String created(UUID sending, long length) throws Exception {
        return Objects.requireNonNull(create(sending, length).getHeader("Location"));
    }

    private MockHttpServletResponse create(UUID sending, long length) throws Exception {
        String key =
                Base64.getEncoder().encodeToString(file((int) length, 0).key().getBytes(StandardCharsets.US_ASCII));
        return ask(post(address(sending))
                .header("Upload-Length", length)
                .header("Upload-Metadata", "filename bWFyaWE=,key " + key));
    }

    private MockHttpServletResponse append(String file, long offset, byte[] bytes) throws Exception {
        return ask(patch(file)
                .header("Upload-Offset", offset)
                .contentType("application/offset+octet-stream")
                .content(bytes));
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        return client.perform(request.with(user(ana))
                        .with(csrf())
                        .header("Tus-Resumable", "1.0.0")
                        .header("Accept", "application/json"))
                .andReturn()
                .getResponse();
    }

    private static String address(UUID sending) {
        return "/exams/sendings/" + sending + "/files";
    }

    private static File file(int number, long length) {
        return new File(String.format("%064x", number & 0xFFFFFFFFL), length);
    }

    /** A file at a place. */
    private static File at(int number, long length, int place) {
        return new File(file(number, length).key(), length, String.format("%064x", place), null);
    }

    private String announce(List<File> files) throws Exception {
        return ask(post("/exams/sendings")
                        .contentType("application/json")
                        .content(json.writeValueAsString(new Announcement(false, true, files))))
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private void awaitFinished(UUID sending) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> everyRow.sql("select finished_at is not null from sending where id = ?")
                        .param(sending)
                        .query(Boolean.class)
                        .single());
    }

    private List<String> states(UUID sending) {
        return everyRow.sql("select state from sent_file where sending = ? order by number")
                .param(sending)
                .query(String.class)
                .list();
    }

    private int count(String table) {
        return everyRow.sql("select count(*) from " + table + " where owner = ?")
                .param(owner.value())
                .query(Integer.class)
                .single();
    }

    /** A DICOM object as reports are: with a patient, and no image. */
    private static byte[] report() throws IOException {
        DicomObject report =
                DicomObject.read(new ByteArrayInputStream(Files.readAllBytes(FILM)), DicomLimits.defaults());
        report.dataSet().remove(Tag.PIXEL_DATA);
        report.dataSet().remove(Tag.ROWS);
        report.dataSet().putString(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.88.11"); // Basic Text SR
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.writeTo(out);
        return out.toByteArray();
    }

    private static byte[] zip(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** A connection that breaks after some bytes. */
    private static final class BreakingStream extends InputStream {
        private final InputStream in;

        BreakingStream(byte[] bytes, int after) {
            this.in = new ByteArrayInputStream(bytes, 0, after);
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            if (read < 0) {
                throw new IOException("Connection reset");
            }
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            if (read < 0) {
                throw new IOException("Connection reset");
            }
            return read;
        }
    }
}
