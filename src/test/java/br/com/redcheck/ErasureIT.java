package br.com.redcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.account.TestPeople;
import br.com.redcheck.exam.ExamId;
import br.com.redcheck.exam.clinical.ConsentingExams;
import br.com.redcheck.patient.PatientId;
import br.com.redcheck.patient.Patients;
import br.com.redcheck.patient.consent.Consents;
import br.com.redcheck.patient.consent.Purpose;
import br.com.redcheck.patient.rights.RequestKind;
import br.com.redcheck.patient.rights.RightsDesk;
import br.com.redcheck.patient.rights.RightsRequest.Channel;
import br.com.redcheck.platform.Home;
import br.com.redcheck.platform.database.EveryRow;
import br.com.redcheck.report.ReportId;
import br.com.redcheck.report.TestReports;
import br.com.redcheck.vault.BlobRef;
import br.com.redcheck.vault.Vault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Whoever is deleted is gone: from every row of every table, and from the folder of blobs. */
@SpringBootTest
@AutoConfigureMockMvc
class ErasureIT {
    private static final String PASSWORD = "a long enough password";
    private static final byte[] SCAN = "%PDF-1.7 termo assinado por Maximiliano".getBytes(StandardCharsets.UTF_8);

    /** Who the patient is and what was written of them, in the spellings in which it may lie somewhere. */
    private static final List<String> TRACES = List.of(
            "maximiliano",
            "quaresma",
            "gertrudes",
            "52998224725",
            "529.982.247-25",
            "filomena",
            "quero sair daqui",
            "max@example.org");

    @Autowired
    MockMvc browser;

    @Autowired
    Consents consents;

    @Autowired
    RightsDesk desk;

    @Autowired
    Patients patients;

    @Autowired
    ApplicationContext beans;

    @Autowired
    Vault vault;

    @Autowired
    Home home;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    private Doctor ana;
    private ExamId exam;
    private PatientId patient;

    @BeforeEach
    void makePatient() throws Exception {
        ana = TestDoctors.register(database);
        everyRow.sql("update account set password_hash = ? where id = ?")
                .params(passwords.encode(PASSWORD), ana.account())
                .update();
        ConsentingExams exams = new ConsentingExams(browser, everyRow);
        exam = exams.make(ana);
        patient = exams.patient(exam);
        ask(post("/patients/" + patient + "/consent/papers")
                .contentType("application/octet-stream")
                .content(SCAN));
        consents.giveByLink(
                ana.owner(),
                patient,
                Set.of(Purpose.PUBLICATION),
                consents.versions().get(0));
        ask(post("/exams/" + exam + "/publication")
                .param("looked", "true")
                .param("unmarked", "true")
                .param("password", PASSWORD));
        desk.ask(ana.owner(), patient, RequestKind.DELETION, Channel.LINK, "quero sair daqui, max@example.org");
    }

    @Test
    void afterDeletionNoByteOfThePatientIsLeft() throws Exception {
        Set<String> blobsBefore = blobs();
        List<UUID> opened = ownedIds();
        assertThat(opened).isNotEmpty();
        assertThat(tablesNaming(patient.value())).contains("patient", "exam_form", "consent_step", "rights_request");
        assertThat(tablesNaming(exam.value())).contains("exam", "series", "exam_form", "outcome", "publication");

        assertThat(ask(post("/patients/" + patient + "/erased").param("password", "wrong"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(ask(post("/patients/" + patient + "/erased").param("password", PASSWORD))
                        .getRedirectedUrl())
                .isEqualTo("/patients/requests?erased");

        await().atMost(Duration.ofMinutes(1)).until(() -> blobs().isEmpty());
        assertThat(blobsBefore).hasSizeGreaterThanOrEqualTo(4);
        assertThat(tablesNaming(patient.value())).as("rows of the patient").containsOnly("audit_entry");
        assertThat(tablesNaming(exam.value())).as("rows of the exam").isSubsetOf("audit_entry");
        assertThat(ownedRows())
                .as("rows of the owner that may hold something")
                .isSubsetOf(
                        "account",
                        "accreditation",
                        "audit_entry",
                        "kept_by_law",
                        "publication",
                        "rights_request",
                        "sending",
                        "sent_file",
                        "sent_image",
                        "step_turn",
                        "vault_key",
                        "vault_blob");
        assertThat(sealedOf("rights_request", "note")).isZero();
        assertThat(sealedOf("sent_image", "path")).isZero();
        for (String table : tables()) {
            String rows = dump(table);
            for (String trace : TRACES) {
                assertThat(rows)
                        .as(table)
                        .doesNotContain(trace)
                        .doesNotContain(HexFormat.of().formatHex(trace.getBytes(StandardCharsets.UTF_8)));
            }
        }
        assertThat(actions()).contains("patient.erased", "exam.erased", "patient.removed", "publication.withdrawn");
    }

    @Test
    void thePixelsAreGoneFromTheDiskAndCannotBeOpened() throws Exception {
        UUID pixels = everyRow.sql("select blob from instance where owner = ?")
                .param(ana.owner().value())
                .query(UUID.class)
                .single();
        assertThat(open(pixels)).isNotEmpty();

        desk.erase(ana.owner(), patient);

        await().atMost(Duration.ofMinutes(1)).until(() -> Files.notExists(place(pixels.toString())));
    }

    @Test
    void whatIsDoneToOnePatientIsDoneToNobodyElse() throws Exception {
        Doctor rui = TestDoctors.register(database);
        ConsentingExams exams = new ConsentingExams(browser, everyRow);
        ExamId ruis = exams.make(rui);
        PatientId sameForRui = exams.patient(ruis);

        desk.erase(ana.owner(), patient);

        assertThat(tablesNaming(sameForRui.value())).contains("patient", "exam_form");
        assertThat(tablesNaming(ruis.value())).contains("exam", "outcome");
    }

    @Test
    void aPageThatFollowedWhatWasErasedIsToldAndTheOthersGoOn() throws Exception {
        Doctor rui = TestDoctors.register(database);
        ExamId ruis = new ConsentingExams(browser, everyRow).make(rui);
        everyRow.sql("update exam set state = 'ARRIVING' where id in (?, ?)")
                .params(exam.value(), ruis.value())
                .update();
        MockHttpServletResponse anas = follow(ana, exam);
        MockHttpServletResponse others = follow(rui, ruis);
        await().until(() -> anas.getContentAsString().contains("ARRIVING"));

        desk.erase(ana.owner(), patient);
        await().until(() -> anas.getContentAsString().contains("event:gone"));

        everyRow.sql("update exam set state = 'READ' where id = ?")
                .param(ruis.value())
                .update();
        await().until(() -> others.getContentAsString().contains("\"state\":\"READ\""));
    }

    private MockHttpServletResponse follow(Doctor doctor, ExamId watched) throws Exception {
        return browser.perform(get("/exams/" + watched + "/progress").with(user(doctor)))
                .andReturn()
                .getResponse();
    }

    /** A medical record is kept for twenty years: what was signed stays, sealed, and with it a note of why and for how long. */
    @Test
    void aSignedReportOutlivesItsPatientSealed() throws Exception {
        ReportId report = TestReports.sign(
                beans, ana.owner(), exam, patient, patients.compare(ana.owner(), patient), "Opacidades em vidro fosco");

        desk.erase(ana.owner(), patient);

        assertThat(everyRow.sql(
                                "select thing from kept_by_law where owner = ? and kept_until > now() + interval '19 years'")
                        .param(ana.owner().value())
                        .query(UUID.class)
                        .list())
                .containsExactly(report.value());
        for (String table : List.of("signed_report", "kept_by_law", "audit_entry")) {
            assertThat(dump(table)).as(table).doesNotContain("quaresma", "vidro fosco", "52998224725");
        }
        assertThat(tablesNaming(exam.value())).isSubsetOf("audit_entry", "signed_report");
    }

    @Test
    void theCopyHoldsEverythingThatIsKept() throws Exception {
        MockHttpServletResponse answer = ask(get("/patients/" + patient + "/copy.zip"));
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }

        assertThat(files.keySet())
                .contains(
                        "requests.json",
                        "exams/" + exam + "/form.json",
                        "exams/" + exam + "/outcome.json",
                        "consent/history.json",
                        "who-had-access.json",
                        "fhir-bundle.json")
                .anyMatch(name -> name.endsWith(".dcm"))
                .anyMatch(name -> name.startsWith("consent/") && name.endsWith(".pdf"));
        assertThat(files.get("fhir-bundle.json"))
                .contains("\"Patient\"", "\"ImagingStudy\"", "52998224725", "Maximiliano Quaresma", "1956-03-12");
        assertThat(files.get("exams/" + exam + "/form.json")).contains("Filomena");
        assertThat(files.get("requests.json")).contains("quero sair daqui");
        assertThat(actions()).contains("rights.copied");
    }

    @Test
    void aRequestWaitsUnderItsClockAndAdministratorsSeeTheClockAlone() throws Exception {
        String page = ask(get("/patients/" + patient + "/requests")).getContentAsString(StandardCharsets.UTF_8);
        String backupsEnd = LocalDate.now(ZoneId.of("America/Sao_Paulo"))
                .plusDays(30)
                .format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
        assertThat(page).contains("quero sair daqui", "responder até", "cifrado, até " + backupsEnd);
        assertThat(ask(get("/patients/requests")).getContentAsString(StandardCharsets.UTF_8))
                .contains("Eliminação", patient.toString());

        String administrators = browser.perform(
                        get("/admin/requests").with(TestPeople.signedIn(TestPeople.administrator(database))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(administrators)
                .contains("Eliminação", ana.owner().value().toString())
                .doesNotContain("quero sair daqui", patient.toString(), "Quaresma");

        UUID request = desk.of(ana.owner(), patient).get(0).id();
        String answer = "/patients/" + patient + "/requests/" + request + "/answer";
        assertThat(ask(post(answer).param("answer", " ")).getStatus()).isEqualTo(422);
        assertThat(ask(post(answer).param("answer", "Feito.")).getStatus()).isEqualTo(302);
        assertThat(ask(post(answer).param("answer", "De novo.")).getStatus()).isEqualTo(422);
        assertThat(desk.of(ana.owner(), patient).get(0).answer()).isEqualTo("Feito.");
    }

    @Test
    void aRequestBeforeTheDoctorNeedsADocument() throws Exception {
        String requests = "/patients/" + patient + "/requests";

        assertThat(ask(post(requests).param("kind", "COPY")).getStatus()).isEqualTo(422);
        assertThat(ask(post(requests).param("kind", "COPY").param("proven", "true"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(desk.of(ana.owner(), patient)).hasSize(2);
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(user(ana)).with(csrf())).andReturn().getResponse();
    }

    private byte[] open(UUID blob) throws IOException {
        try (InputStream bytes = vault.open(ana.owner(), new BlobRef(blob))) {
            return bytes.readAllBytes();
        }
    }

    private Path place(String blob) {
        return home.folder().resolve("vault").resolve(blob.substring(0, 2)).resolve(blob);
    }

    /** The files of all blobs of ana's and of her publications. */
    private Set<String> blobs() {
        return everyRow.sql("""
                        select id::text from vault_blob where owner = :owner
                            or owner in (select id from publication where owner = :owner)""").param("owner", ana.owner().value()).query(String.class).list().stream()
                .filter(blob -> Files.exists(place(blob)))
                .collect(Collectors.toSet());
    }

    private List<UUID> ownedIds() {
        return everyRow.sql("select id from instance where owner = ?")
                .param(ana.owner().value())
                .query(UUID.class)
                .list();
    }

    private List<String> tables() {
        return everyRow.sql(
                        "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")
                .query(String.class)
                .list();
    }

    private String dump(String table) {
        return everyRow.sql("select coalesce(string_agg(t::text, ' '), '') from (select * from \"" + table + "\" "
                        + (owned(table) ? "where owner = '" + ana.owner().value() + "'" : "") + ") t")
                .query(String.class)
                .single()
                .toLowerCase();
    }

    private boolean owned(String table) {
        return everyRow.sql("""
                        select exists (select from information_schema.columns
                        where table_schema = 'public' and table_name = ? and column_name = 'owner')""").param(table).query(Boolean.class).single();
    }

    private Set<String> tablesNaming(UUID id) {
        return holding(tables().stream(), "t::text like '%" + id + "%'");
    }

    private Set<String> ownedRows() {
        return holding(
                tables().stream().filter(this::owned), "owner = '" + ana.owner().value() + "'");
    }

    private Set<String> holding(Stream<String> tables, String condition) {
        return tables.filter(
                        table -> everyRow.sql("select exists (select from \"" + table + "\" t where " + condition + ")")
                                .query(Boolean.class)
                                .single())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private long sealedOf(String table, String column) {
        return everyRow.sql("select count(" + column + ") from " + table + " where owner = ?")
                .param(ana.owner().value())
                .query(Long.class)
                .single();
    }

    private List<String> actions() {
        return everyRow.sql("select action from audit_entry where owner = ?")
                .param(ana.owner().value())
                .query(String.class)
                .list();
    }
}
