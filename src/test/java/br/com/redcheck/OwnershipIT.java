package br.com.redcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import br.com.redcheck.account.Doctor;
import br.com.redcheck.account.TestDoctors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** An exam, its images and its readings are there for their owner, and do not exist for anybody else. */
@SpringBootTest
@AutoConfigureMockMvc
class OwnershipIT {
    private static final Path FILM = Path.of("src/test/resources/phi/dx/phi_12.dcm");
    private static final Pattern PICTURE = Pattern.compile("/exams/[0-9a-f-]{36}/(?:images|readings)/[^\"]+\\.png");

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient database;

    private DoctorsRequests requests;
    private Doctor ana;
    private Doctor rui;

    @BeforeEach
    void makeDoctors() {
        requests = new DoctorsRequests(browser);
        ana = TestDoctors.register(database);
        rui = TestDoctors.register(database);
    }

    @Test
    void whatIsAnasDoesNotExistForRui() throws Exception {
        String exam = requests.send(ana, film());
        browser.perform(post("/exams/" + exam + "/complete").with(user(ana)).with(csrf()))
                .andExpect(status().isNoContent());
        await().atMost(Duration.ofMinutes(2)).until(() -> pictures(exam).size() == 2);

        for (String path : pictures(exam)) {
            browser.perform(get(path).with(user(ana))).andExpect(status().isOk());
            browser.perform(get(path).with(user(rui))).andExpect(status().isNotFound());
        }
        browser.perform(get("/exams/" + exam).with(user(rui))).andExpect(status().isNotFound());
        browser.perform(get("/exams/" + exam + "/progress").with(user(rui))).andExpect(status().isNotFound());
        browser.perform(post("/exams/" + exam + "/complete").with(user(rui)).with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(requests.page(rui, "/exams")).doesNotContain(exam);
        assertThat(requests.page(ana, "/exams")).contains(exam);
    }

    @Test
    void theSameFileOfTwoDoctorsIsTwoExams() throws Exception {
        assertThat(requests.send(ana, film())).isNotEqualTo(requests.send(rui, film()));
    }

    @Test
    void aStrangerIsSentToTheDoor() throws Exception {
        for (String path : List.of("/exams", "/exams/00000000-0000-0000-0000-000000000000")) {
            browser.perform(get(path)).andExpect(redirectedUrl("/sign-in"));
        }
    }

    @Test
    void nothingChangesWithoutTheFormsToken() throws Exception {
        browser.perform(post("/exams/sendings")
                        .with(user(ana))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"urgent\": false, \"closed\": true}"))
                .andExpect(status().isForbidden());
    }

    @Test
    void theBrowserIsToldToLoadNothingFromElsewhere() throws Exception {
        browser.perform(get("/sign-in"))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                allOf(containsString("default-src 'none'"), not(containsString("unsafe")))))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", containsString("no-store")));
    }

    private static byte[] film() throws IOException {
        return Files.readAllBytes(FILM);
    }

    private List<String> pictures(String exam) throws Exception {
        return PICTURE.matcher(requests.page(ana, "/exams/" + exam))
                .results()
                .map(match -> match.group())
                .toList();
    }
}
