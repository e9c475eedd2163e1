package br.com.redcheck.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import br.com.redcheck.platform.database.EveryRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;

/** A key is shown once, opens what it was made for, and nothing from the moment on that somebody ends it. */
@SpringBootTest
@AutoConfigureMockMvc
class ApiKeysIT {
    private static final String PAGE = "/account/api-keys";
    private static final Pattern KEY = Pattern.compile("cdk_[A-Za-z0-9_-]{43}");

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient database;

    @Autowired
    EveryRow everyRow;

    @Autowired
    ApiKeys keys;

    @Autowired
    Clinics clinics;

    @Autowired
    Links links;

    @Autowired
    Accounts accounts;

    private Doctor ana;

    @BeforeEach
    void makeDoctor() {
        ana = TestDoctors.register(database);
    }

    @Test
    void aKeyIsShownOnceAndKeptAsAHash() throws Exception {
        String answer = made(make(ana, "PACS", "EXAMS_READ"));
        Matcher found = KEY.matcher(answer);
        assertThat(found.find()).isTrue();
        String key = found.group();

        exams(key).andExpect(status().isOk());
        String page = page(ana);
        assertThat(page).contains("PACS", key.substring(0, 10)).doesNotContain(key);
        assertThat(everyRow.sql("select to_jsonb(k)::text from api_key k where owner = ?")
                        .param(ana.owner().value())
                        .query(String.class)
                        .single())
                .doesNotContain(key)
                .doesNotContain(key.substring(4));
        assertThat(actions()).containsExactly("api-key.made");
    }

    @Test
    void aKeyOpensWhatItWasMadeFor() throws Exception {
        String sending = TestKeys.make(keys, ana, ApiScope.EXAMS_SEND);

        exams(sending)
                .andExpect(status().isForbidden())
                .andExpect(header().string(
                                "WWW-Authenticate", "Bearer realm=\"covid-dicom\", error=\"insufficient_scope\""))
                .andExpect(header().string("Content-Type", "application/problem+json"))
                .andExpect(jsonPath("$.code").value("refusal.out-of-scope"));
        browser.perform(get("/exams").header("Authorization", "Bearer " + sending))
                .andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void aRevokedKeyOpensNothing() throws Exception {
        String key = TestKeys.make(keys, ana);
        exams(key).andExpect(status().isOk());

        browser.perform(post(PAGE + "/revoke")
                        .param("key", keys.of(ana.owner()).get(0).id().toString())
                        .with(user(ana))
                        .with(csrf()))
                .andExpect(redirectedUrl(PAGE + "?revoked"));

        exams(key)
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Bearer realm=\"covid-dicom\", error=\"invalid_token\""))
                .andExpect(jsonPath("$.code").value("refusal.useless-api-key.revoked"));
        assertThat(actions()).containsExactly("api-key.made", "api-key.revoked");
    }

    @Test
    void nobodyRevokesAnothersKey() throws Exception {
        String key = TestKeys.make(keys, ana);
        Doctor rui = TestDoctors.register(database);

        browser.perform(post(PAGE + "/revoke")
                .param("key", keys.of(ana.owner()).get(0).id().toString())
                .with(user(rui))
                .with(csrf()));

        exams(key).andExpect(status().isOk());
        assertThat(page(rui)).doesNotContain("cdk_");
    }

    @Test
    void aKeyEndsOnItsDay() throws Exception {
        String key = TestKeys.make(keys, ana);
        everyRow.sql("update api_key set expires_at = ? where owner = ?")
                .params(
                        OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1),
                        ana.owner().value())
                .update();

        exams(key)
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("refusal.useless-api-key.expired"));
        assertThat(page(ana)).contains("vencida");
    }

    @Test
    void whatIsNoKeyIsSaidToBeNone() throws Exception {
        browser.perform(get("/api/v1/exams"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Bearer realm=\"covid-dicom\""))
                .andExpect(jsonPath("$.code").value("refusal.useless-api-key.missing"));
        exams("cdk_" + "A".repeat(43))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("refusal.useless-api-key.unknown"));
        browser.perform(get("/api/v1/exams").with(user(ana))).andExpect(status().isForbidden());
    }

    @Test
    void aSuspendedLicenceEndsTheKeys() throws Exception {
        String key = TestKeys.make(keys, ana);
        String licence = everyRow.sql("select id::text from accreditation where owner = ?")
                .param(ana.owner().value())
                .query(String.class)
                .single();

        browser.perform(post("/admin/cases/" + licence + "/suspended")
                        .param("reason", "Reclamação em análise.")
                        .with(TestPeople.signedIn(TestPeople.administrator(database)))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());

        exams(key)
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("refusal.useless-api-key.revoked"));
        assertThat(actions()).contains("api-key.revoked");
    }

    @Test
    void aClosedAccountEndsTheKeys() throws Exception {
        String key = TestKeys.make(keys, ana);
        accounts.close(ana.account(), false);

        exams(key)
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("refusal.useless-api-key.orphaned"));
    }

    @Test
    void aPasswordChosenByALinkEndsTheKeysOfAllThatTheAccountAnswersFor() throws Exception {
        OwnerId clinic = clinics.register(ana.account(), "Clínica do Vale");
        Doctor rui = TestDoctors.register(database);
        OwnerId other = clinics.register(rui.account(), "Clínica da Serra");
        clinics.join(other, ana.account());
        String own = TestKeys.make(keys, ana);
        String theirs = TestKeys.make(keys, ana.before(clinic));
        String others = TestKeys.make(keys, rui.before(other));

        Token link = links.make(Link.of(Purpose.RESET, ana.account()));
        browser.perform(post("/links/reset")
                        .param("token", link.text())
                        .param("password", "outra frase que só eu digo")
                        .with(csrf()))
                .andExpect(redirectedUrl("/sign-in?reset"));

        for (String ended : List.of(own, theirs)) {
            exams(ended)
                    .andExpect(status().isUnauthorized())
                    .andExpect(jsonPath("$.code").value("refusal.useless-api-key.revoked"));
        }
        exams(others).andExpect(status().isOk());
        assertThat(actions()).containsExactly("api-key.made", "api-key.revoked");
    }

    @Test
    void aClinicsKeyIsItsResponsibleDoctorsAlone() throws Exception {
        OwnerId clinic = clinics.register(ana.account(), "Clínica do Vale");
        Doctor rui = TestDoctors.register(database);
        clinics.join(clinic, rui.account());
        String key = TestKeys.make(keys, ana.before(clinic));

        exams(key).andExpect(status().isOk());
        assertThat(page(ana.before(clinic))).contains("Clínica do Vale");
        browser.perform(get(PAGE).with(user(rui.before(clinic)))).andExpect(status().isForbidden());
        browser.perform(make(rui.before(clinic), "PACS", "EXAMS_READ")).andExpect(status().isForbidden());

        clinics.handOver(clinic, ana.account(), rui.account());
        exams(key)
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("refusal.useless-api-key.revoked"));
    }

    @Test
    void theSecondFactorWasShownAShortTimeAgo() throws Exception {
        Doctor eva = TestPeople.doctor(database);
        database.sql("insert into authenticator_app (account, secret, enrolled_at) values (?, sha256('x'), now())")
                .param(eva.account())
                .update();

        browser.perform(get(PAGE).with(authentication(session(eva, Instant.now().minusSeconds(3600)))))
                .andExpect(redirectedUrl("/second-factor"));
        browser.perform(post(PAGE)
                        .param("name", "PACS")
                        .param("scopes", "EXAMS_READ")
                        .with(authentication(session(eva, Instant.now().minusSeconds(3600))))
                        .with(csrf()))
                .andExpect(redirectedUrl("/second-factor"));
        assertThat(keys.of(eva.owner())).isEmpty();
        browser.perform(get("/second-factor")
                        .with(authentication(session(eva, Instant.now().minusSeconds(3600)))))
                .andExpect(status().isOk());
        browser.perform(get(PAGE).with(authentication(session(eva, Instant.now()))))
                .andExpect(status().isOk());
    }

    @Test
    void aKeyWithoutANameOrAPurposeIsNotMade() throws Exception {
        assertThat(made(make(ana, " ", "EXAMS_READ"))).contains("Dê à chave um nome");
        assertThat(made(make(ana, "PACS"))).contains("Marque ao menos uma coisa");
        assertThat(keys.of(ana.owner())).isEmpty();
    }

    @Test
    void theTwentyFirstKeyIsNotMade() throws Exception {
        for (int i = 0; i < 20; i++) {
            TestKeys.make(keys, ana);
        }

        assertThat(made(make(ana, "PACS", "EXAMS_READ"))).contains("Já há 20 chaves");
        assertThat(keys.of(ana.owner())).hasSize(20);
    }

    @Test
    void whoAsksTooOftenIsToldHowLongToWait() throws Exception {
        String key = TestKeys.make(keys, ana);
        String other = TestKeys.make(keys, ana);
        List<MockHttpServletResponse> answers = new ArrayList<>();
        do {
            answers.add(exams(key).andReturn().getResponse());
        } while (answers.get(answers.size() - 1).getStatus() == 200 && answers.size() < 3000);

        MockHttpServletResponse last = answers.get(answers.size() - 1);
        assertThat(last.getStatus()).isEqualTo(429);
        assertThat(last.getContentType()).isEqualTo("application/problem+json");
        assertThat(last.getContentAsString()).contains("refusal.too-many-requests");
        assertThat(Integer.parseInt(last.getHeader("Retry-After"))).isBetween(1, 60);
        assertThat(answers).hasSizeGreaterThan(300);
        exams(other).andExpect(status().isOk());
    }

    @Test
    void itsUseIsNoted() throws Exception {
        String key = TestKeys.make(keys, ana);
        assertThat(keys.of(ana.owner()).get(0).usedAt()).isNull();

        exams(key);

        assertThat(keys.of(ana.owner()).get(0).usedAt()).isNotNull();
    }

    private static Authentication session(Doctor doctor, Instant shown) {
        List<GrantedAuthority> granted = new ArrayList<>(doctor.getAuthorities());
        granted.add(FactorGrantedAuthority.withAuthority("FACTOR_SECOND")
                .issuedAt(shown)
                .build());
        return UsernamePasswordAuthenticationToken.authenticated(doctor, null, granted);
    }

    private ResultActions exams(String key) throws Exception {
        return browser.perform(get("/api/v1/exams").with(TestKeys.shown(key)));
    }

    private static RequestBuilder make(Doctor doctor, String name, String... scopes) {
        return post(PAGE)
                .param("name", name)
                .param("scopes", scopes)
                .with(user(doctor))
                .with(csrf());
    }

    private String made(RequestBuilder making) throws Exception {
        return browser.perform(making).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private String page(Doctor doctor) throws Exception {
        return made(get(PAGE).with(user(doctor)));
    }

    private List<String> actions() {
        List<UUID> own = everyRow.sql("select id from api_key where owner = ?")
                .param(ana.owner().value())
                .query(UUID.class)
                .list();
        return everyRow.sql("select action from audit_entry where subject in (:keys) order by number")
                .param("keys", own)
                .query(String.class)
                .list();
    }
}
