package br.com.redcheck.account.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.SignedIn;
import br.com.redcheck.account.TestDoctors;
import br.com.redcheck.account.TestPeople;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorizationManagerFactory;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Of whom a second factor is asked, and what stays closed until it is shown. */
@SpringBootTest
@AutoConfigureMockMvc
class SecondFactorDemandIT {
    private static final String UNANSWERED = """
            {"label": "x", "credential": {"id": "AA", "rawId": "AA", "type": "public-key", "clientExtensionResults": {},
             "response": {}}}""";

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient database;

    @Autowired
    AuthorizationManagerFactory<Object> rules;

    @Autowired
    AuthenticatorApps apps;

    @Autowired
    RecoveryCodes recoveryCodes;

    @Test
    void doctorsAndAdministratorsMustResearchersMayAndTheDemonstrationNeedNot() {
        assertThat(comesIn(TestPeople.doctor(database))).isFalse();
        assertThat(comesIn(TestPeople.administrator(database))).isFalse();
        assertThat(comesIn(TestPeople.researcher(database))).isTrue();
        assertThat(comesIn(TestDoctors.register(database))).isTrue();
    }

    @Test
    void whoeverHasShownItComesIn() {
        for (SignedIn person : List.of(TestPeople.doctor(database), TestPeople.administrator(database))) {
            assertThat(comesIn(person, SecondFactorDemand.AUTHORITY)).isTrue();
        }
    }

    @Test
    void whoeverHasOneShowsItEvenIfNobodyMust() {
        for (SignedIn person : List.of(TestPeople.researcher(database), TestDoctors.register(database))) {
            enrol(person);
            assertThat(comesIn(person)).isFalse();
            assertThat(comesIn(person, SecondFactorDemand.AUTHORITY)).isTrue();
        }
    }

    @Test
    void theSecondFactorOpensNothingByItself() throws Exception {
        SignedIn researcher = TestPeople.researcher(database);

        browser.perform(get("/exams").with(session(researcher, SecondFactorDemand.AUTHORITY)))
                .andExpect(status().isForbidden());
    }

    @Test
    void aDoctorWithoutOneIsLedToTheSettings() throws Exception {
        Doctor ana = TestPeople.doctor(database);

        browser.perform(get("/exams").with(session(ana))).andExpect(redirectedUrl("/second-factor"));
        browser.perform(post("/exams/sendings").with(session(ana)).with(csrf()))
                .andExpect(redirectedUrl("/second-factor"));
        browser.perform(get("/second-factor").with(session(ana))).andExpect(redirectedUrl("/second-factor/settings"));
        browser.perform(get("/second-factor/settings").with(session(ana))).andExpect(status().isOk());
        browser.perform(get("/exams").with(session(ana, SecondFactorDemand.AUTHORITY)))
                .andExpect(status().isOk());
    }

    @Test
    void whoeverHasTheStolenPasswordAloneCannotEnrolAFactorOfTheirOwn() throws Exception {
        Doctor ana = TestPeople.doctor(database);
        enrol(ana);

        browser.perform(get("/second-factor/settings").with(session(ana))).andExpect(redirectedUrl("/second-factor"));
        for (String path :
                List.of("/app", "/app/confirm", "/app/remove", "/recovery-codes", "/passkeys", "/passkeys/options")) {
            browser.perform(post("/second-factor/settings" + path)
                            .param("code", "000000")
                            .with(session(ana))
                            .with(csrf()))
                    .andExpect(redirectedUrl("/second-factor"));
        }
    }

    @Test
    void whatOutlivesTheSessionAsksForTheSecondFactorAgain() throws Exception {
        Doctor ana = TestPeople.doctor(database);
        enrol(ana);
        String clinic = "/clinic/" + UUID.randomUUID();
        for (String path : List.of(
                "/second-factor/settings/app/remove",
                "/second-factor/settings/recovery-codes",
                "/second-factor/settings/passkeys/options",
                "/second-factor/settings/passkeys/x/remove",
                "/account/api-keys",
                "/account/close",
                clinic + "/invitations",
                clinic + "/members/" + ana.account() + "/responsible")) {
            browser.perform(post(path)
                            .with(authentication(shownThisMorning(ana)))
                            .with(csrf()))
                    .andExpect(redirectedUrl("/second-factor"));
        }
        browser.perform(get("/exams").with(authentication(shownThisMorning(ana))))
                .andExpect(status().isOk());
        browser.perform(post("/admin/administrators")
                        .with(authentication(shownThisMorning(TestPeople.administrator(database))))
                        .with(csrf()))
                .andExpect(redirectedUrl("/second-factor"));
    }

    @Test
    void aSessionThatWasFoundOpenIsNotEnoughForAFirstFactor() throws Exception {
        Doctor ana = TestPeople.doctor(database);
        Authentication old = signedIn(ana, FactorGrantedAuthority.PASSWORD_AUTHORITY, Duration.ofMinutes(11));
        String again = "/sign-in?again";
        for (String path : List.of("/app", "/app/confirm", "/recovery-codes", "/passkeys", "/passkeys/options")) {
            browser.perform(post("/second-factor/settings" + path)
                            .param("code", "000000")
                            .with(authentication(old))
                            .with(csrf()))
                    .andExpect(redirectedUrl(again));
        }
        browser.perform(get("/second-factor/settings").with(authentication(old)))
                .andExpect(redirectedUrl(again));
        browser.perform(get("/sign-in").param("again", "").with(authentication(old)))
                .andExpect(content().string(containsString("Entre de novo")));
        for (String factor : List.of("FACTOR_PASSWORD", "FACTOR_OTT")) {
            browser.perform(get("/second-factor/settings")
                            .with(authentication(signedIn(ana, factor, Duration.ofMinutes(9)))))
                    .andExpect(status().isOk());
        }
    }

    private static Authentication signedIn(SignedIn person, String factor, Duration ago) {
        List<GrantedAuthority> granted = new ArrayList<>(person.getAuthorities());
        granted.add(FactorGrantedAuthority.withAuthority(factor)
                .issuedAt(Instant.now().minus(ago))
                .build());
        return UsernamePasswordAuthenticationToken.authenticated(person, null, granted);
    }

    private static Authentication shownThisMorning(SignedIn person) {
        return TestPeople.session(person).toBuilder()
                .authorities(granted -> granted.add(FactorGrantedAuthority.withAuthority(SecondFactorDemand.AUTHORITY)
                        .issuedAt(Instant.now().minus(Duration.ofHours(2)))
                        .build()))
                .build();
    }

    @Test
    void aStrangerIsAskedForThePasswordFirst() throws Exception {
        for (String path : List.of("/second-factor", "/second-factor/settings", "/second-factor/settings/app")) {
            browser.perform(get(path)).andExpect(redirectedUrl("/sign-in"));
        }
    }

    @Test
    void theCodeLeadsOnToWhatWasAskedFor() throws Exception {
        Doctor ana = TestPeople.doctor(database);
        TestApp phone = enrol(ana);
        Tab tab = open();
        browser.perform(get("http://evil.example/exams?page=2")
                        .accept(MediaType.TEXT_HTML)
                        .with(tab)
                        .with(session(ana)))
                .andDo(tab)
                .andExpect(redirectedUrl("/second-factor"));
        String before = tab.id();

        give("/code", phone.nextCode(), ana, tab).andExpect(redirectedUrl("/exams?page=2"));

        assertThat(tab.id()).as("of a session that may do more").isNotEqualTo(before);
        browser.perform(get("/exams").with(tab)).andExpect(status().isOk());
    }

    @Test
    void aRecoveryCodeLeadsToTheSettings() throws Exception {
        Doctor ana = TestPeople.doctor(database);
        enrol(ana);
        String code = recoveryCodes.renew(ana.account()).get(3);
        Tab tab = open();

        give("/recovery-code", code, ana, tab).andExpect(redirectedUrl("/second-factor/settings?recovered"));
        browser.perform(get("/exams").with(tab)).andExpect(status().isOk());
        give("/recovery-code", code, ana, open()).andExpect(redirectedUrl("/second-factor?wrong"));
    }

    @Test
    void theFifthWrongCodeInARowEndsTheSession() throws Exception {
        Doctor ana = TestPeople.doctor(database);
        enrol(ana);
        Tab tab = open();
        for (int wrong = 1; wrong < FactorSession.MAX_WRONG_CODES; wrong++) {
            give("/recovery-code", "AAAA", ana, tab).andExpect(redirectedUrl("/second-factor?wrong"));
        }

        give("/recovery-code", "AAAA", ana, tab).andExpect(redirectedUrl("/sign-in?codes"));
        browser.perform(get("/second-factor").with(tab)).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void recoveryCodesComeWithTheFirstFactorAndAreShownOnce() throws Exception {
        Doctor ana = TestPeople.doctor(database);
        apps.begin(ana.account());
        TestApp phone = new TestApp(Base32.encode(apps.pending(ana.account()).orElseThrow()));

        browser.perform(post("/second-factor/settings/app/confirm")
                        .param("code", phone.code())
                        .with(open())
                        .with(session(ana))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, containsString("no-store")))
                .andExpect(content().string(containsString("class=\"recovery-codes\"")));
        assertThat(recoveryCodes.left(ana.account())).isEqualTo(RecoveryCodes.COUNT);
        browser.perform(get("/second-factor/settings").with(session(ana, SecondFactorDemand.AUTHORITY)))
                .andExpect(content().string(not(containsString("class=\"recovery-codes\""))));
        browser.perform(get("/second-factor/settings/app/confirm").with(session(ana, SecondFactorDemand.AUTHORITY)))
                .andExpect(redirectedUrl("/second-factor/settings"));
    }

    @Test
    void whatIsNoPasskeyIsRefusedByName() throws Exception {
        Doctor ana = TestPeople.doctor(database);
        for (String body : List.of(
                "",
                "{}",
                "no JSON",
                "null",
                "{\"label\": \"x\", \"credential\": null}",
                UNANSWERED,
                "[".repeat(100_000))) {
            Tab tab = open();
            browser.perform(post("/second-factor/settings/passkeys/options")
                            .with(tab)
                            .with(session(ana))
                            .with(csrf()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("\"userVerification\":\"required\"")));
            register(tab, ana, body);
            register(tab, ana, "{}"); // the challenge is used up
        }
    }

    @Test
    void anUnknownPasskeyLeavesTheDoorClosed() throws Exception {
        for (String body : List.of("", "{}", "no JSON", "null")) {
            Tab tab = open();
            browser.perform(post("/sign-in/passkey/options").with(tab).with(csrf()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("\"userVerification\":\"required\"")));
            browser.perform(post("/sign-in/passkey")
                            .with(tab)
                            .with(csrf())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body))
                    .andExpect(status().isUnauthorized());
        }
    }

    private void register(Tab tab, Doctor doctor, String body) throws Exception {
        browser.perform(post("/second-factor/settings/passkeys")
                        .with(tab)
                        .with(session(doctor))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("refusal.passkey-not-accepted")));
    }

    private ResultActions give(String path, String code, Doctor doctor, Tab tab) throws Exception {
        return browser.perform(post("/second-factor" + path)
                        .param("code", code)
                        .with(tab)
                        .with(session(doctor))
                        .with(csrf()))
                .andDo(tab);
    }

    /** A browser's tab with a session of its own, in which nobody is signed in. */
    private Tab open() throws Exception {
        return Tab.open(browser);
    }

    /** Whether a rule that asks for nothing but a session lets this one through. */
    private boolean comesIn(SignedIn person, String... furtherFactors) {
        AuthorizationResult result =
                rules.authenticated().authorize(() -> TestPeople.session(person, furtherFactors), "/");
        return result != null && result.isGranted();
    }

    private TestApp enrol(SignedIn person) {
        apps.begin(person.account());
        TestApp phone = new TestApp(Base32.encode(apps.pending(person.account()).orElseThrow()));
        assertThat(apps.confirm(person.account(), phone.code())).isTrue();
        return phone;
    }

    private static RequestPostProcessor session(SignedIn person, String... furtherFactors) {
        return authentication(TestPeople.session(person, furtherFactors));
    }
}
