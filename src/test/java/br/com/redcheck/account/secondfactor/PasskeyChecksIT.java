package br.com.redcheck.account.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A passkey opens the door for its own account, once for each challenge, and only as long as there is one device with it. */
@SpringBootTest
@AutoConfigureMockMvc
class PasskeyChecksIT {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient database;

    private TestPasskey device;

    @BeforeEach
    void anasPasskey() throws Exception {
        device = registered(TestPeople.doctor(database));
    }

    @Test
    void itOpensTheDoorAndLeadsToWhatWasAskedFor() throws Exception {
        Tab tab = Tab.open(browser);
        browser.perform(get("http://evil.example/exams?page=2")
                        .accept(MediaType.TEXT_HTML)
                        .with(tab))
                .andDo(tab);

        MockHttpServletResponse answer = enter(tab, device.assertion(challenge(tab), 2));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(JSON.readTree(answer.getContentAsString()).at("/redirectUrl").asString())
                .startsWith("/exams?page=2");
    }

    @Test
    void aCounterThatStandsStillOrGoesBackClosesTheDoor() throws Exception {
        assertThat(comesIn(7)).isTrue();
        assertThat(comesIn(7)).isFalse();
        assertThat(comesIn(6)).isFalse();
        assertThat(comesIn(8)).isTrue();
    }

    @Test
    void aDeviceThatMeansAnotherAccountIsTurnedAway() throws Exception {
        byte[] another =
                PasskeyHolders.handleOf(TestPeople.doctor(database).account()).getBytes();
        Tab tab = Tab.open(browser);
        assertThat(enter(tab, device.assertion(challenge(tab), 2, another)).getStatus())
                .isEqualTo(401);
    }

    @Test
    void aChallengeIsGoodForOneAnswerInTheSessionThatAskedForIt() throws Exception {
        Tab tab = Tab.open(browser);
        JsonNode challenge = challenge(tab);
        Tab elsewhere = Tab.open(browser);
        challenge(elsewhere);
        assertThat(enter(elsewhere, device.assertion(challenge, 2)).getStatus()).isEqualTo(401);

        assertThat(enter(tab, device.assertion(challenge, 3)).getStatus()).isEqualTo(200);
        assertThat(enter(tab, device.assertion(challenge, 4)).getStatus()).isEqualTo(401);
    }

    private boolean comesIn(int counter) throws Exception {
        Tab tab = Tab.open(browser);
        return enter(tab, device.assertion(challenge(tab), counter)).getStatus() == 200;
    }

    private JsonNode challenge(Tab tab) throws Exception {
        return JSON.readTree(
                browser.perform(post("/sign-in/passkey/options").with(tab).with(csrf()))
                        .andDo(tab)
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private MockHttpServletResponse enter(Tab tab, String assertion) throws Exception {
        return browser.perform(post("/sign-in/passkey")
                        .with(tab)
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(assertion))
                .andDo(tab)
                .andReturn()
                .getResponse();
    }

    private TestPasskey registered(Doctor doctor) throws Exception {
        TestPasskey made = new TestPasskey();
        Authentication session = TestPeople.session(doctor, SecondFactorDemand.AUTHORITY);
        Tab tab = Tab.open(browser);
        String settings = "/second-factor/settings/passkeys";
        String options = browser.perform(post(settings + "/options")
                        .with(tab)
                        .with(authentication(session))
                        .with(csrf()))
                .andDo(tab)
                .andReturn()
                .getResponse()
                .getContentAsString();
        browser.perform(post(settings)
                        .with(tab)
                        .with(authentication(session))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(made.registration(JSON.readTree(options))))
                .andExpect(status().isNoContent());
        return made;
    }
}
