package br.com.redcheck;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import br.com.redcheck.account.Doctor;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/**
 * What doctors ask of the pages, without a browser.
 *
 * @param browser stands in for one
 */
public record DoctorsRequests(MockMvc browser) {
    private static final Pattern EXAM = Pattern.compile("\"exam\":\"([0-9a-f-]{36})\"");

    /** Sends one image and returns its exam. */
    public String send(Doctor doctor, byte[] image) throws Exception {
        String receipts = browser.perform(post("/exams/files")
                        .with(user(doctor))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .content(image))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return EXAM.matcher(receipts)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** What a page says. */
    public String page(Doctor doctor, String path) throws Exception {
        return browser.perform(get(path).with(user(doctor)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
