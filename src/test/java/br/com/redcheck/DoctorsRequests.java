package br.com.redcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import br.com.redcheck.account.Doctor;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/**
 * What doctors ask of the pages, without a browser.
 *
 * @param browser stands in for one
 */
public record DoctorsRequests(MockMvc browser) {
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    /** Sends one image and returns its exam, once it is on the shelf. */
    public String send(Doctor doctor, byte[] image) throws Exception {
        String begun = begin(doctor, image.length)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        List<String> ids =
                ID.matcher(begun).results().map(match -> match.group(1)).toList();
        String sending = "/exams/sendings/" + ids.get(0);
        browser.perform(patch(sending + "/files/" + ids.get(1))
                        .with(user(doctor))
                        .with(csrf())
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Offset", "0")
                        .contentType("application/offset+octet-stream")
                        .content(image))
                .andExpect(status().isNoContent());
        await().atMost(Duration.ofMinutes(1)).until(() -> page(doctor, sending).contains("\"finished\":true"));
        String exams = page(doctor, sending).split("\"exams\":")[1];
        Matcher exam = ID.matcher(exams);
        assertThat(exam.find()).as("an exam in %s", exams).isTrue();
        return exam.group(1);
    }

    /** Says that an exam has come whole, and leaves its masks as they are: it is read now. */
    public void leaveMasks(Doctor doctor, String exam) throws Exception {
        browser.perform(post("/exams/" + exam + "/complete").with(user(doctor)).with(csrf()))
                .andExpect(status().isNoContent());
        browser.perform(post("/exams/" + exam + "/masks")
                        .with(user(doctor))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"remove\": [], \"add\": []}"))
                .andExpect(status().isNoContent());
    }

    /** Announces one file. */
    public ResultActions begin(Doctor doctor, long length) throws Exception {
        String key = UUID.randomUUID().toString().replace("-", "").repeat(2);
        return browser.perform(post("/exams/sendings")
                .with(user(doctor))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .content("{\"urgent\": false, \"closed\": true, \"files\": [{\"key\": \"" + key + "\", \"length\": "
                        + length + "}]}"));
    }

    /** What a page says. */
    public String page(Doctor doctor, String path) throws Exception {
        return browser.perform(get(path).with(user(doctor)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
