package br.com.redcheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What a doctor who writes reports asks of the pages, without a browser. */
public record WritingDoctor(MockMvc browser, RequestPostProcessor signedIn) {
    public static final String PASSWORD = "a long enough password";

    private static final Pattern REPORT = Pattern.compile("report-([0-9a-f-]{36})");
    private static final Pattern VERIFICATION = Pattern.compile("/verify/[A-Za-z0-9_-]{32}");

    /** Says whose an exam is, and where the doctor works. */
    public void tellWhoThePatientIs(String exam) throws Exception {
        assertThat(ask(post("/exams/" + exam + "/form")
                                .param("name", "Conceição Araújo d'Ávila")
                                .param("birthDate", "1956-03-12")
                                .param("sex", "F")
                                .param("cpf", "529.982.247-25")
                                .param("mother", "Gertrudes Araújo")
                                .param("caseState", "CONFIRMED")
                                .param("municipality", "Campinas - SP")
                                .param("symptoms", "FEVER")
                                .param("onset", "2020-04-02")
                                .param("pcr", "POSITIVE")
                                .param("pcrOn", "2020-04-05")
                                .param("serology", "NOT_DONE"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(ask(post("/reports/letterhead")
                                .param("name", "Clínica São João - Diagnóstico por Imagem")
                                .param("address", "Rua das Acácias, 123, Cambuí, Campinas - SP")
                                .param("phone", "(19) 3251-0000")
                                .param("crm", "CRM/SP 123456"))
                        .getStatus())
                .isEqualTo(302);
    }

    void begin(String exam, String... parameters) throws Exception {
        assertThat(tryToBegin(exam, parameters).getStatus()).isEqualTo(302);
    }

    MockHttpServletResponse tryToBegin(String exam, String... parameters) throws Exception {
        MockHttpServletRequestBuilder form = post("/exams/" + exam + "/reports");
        for (int i = 0; i < parameters.length; i += 2) {
            form.param(parameters[i], parameters[i + 1]);
        }
        return ask(form);
    }

    MockHttpServletResponse save(String exam, int version, String text) throws Exception {
        return ask(put("/exams/" + exam + "/reports/draft")
                .contentType("application/json")
                .accept("application/json")
                .content("{\"version\": " + version + ", \"text\": " + text + "}"));
    }

    static String text(String findings, String more) {
        return """
                {"language": "pt-BR", "technique": "Incidência ântero-posterior, no leito.", "comparison": "",
                 "findings": "%s", "impression": "Opacidades periféricas; à correlação clínica."%s}""".formatted(findings, more);
    }

    MockHttpServletResponse tryToSign(String exam, int version, String... proof) throws Exception {
        MockHttpServletRequestBuilder form = post("/exams/" + exam + "/reports/draft/signature")
                .accept("text/html")
                .param("version", String.valueOf(version));
        for (int i = 0; i < proof.length; i += 2) {
            form.param(proof[i], proof[i + 1]);
        }
        return ask(form);
    }

    /** Returns the report's id. */
    String sign(String exam, int version, String... proof) throws Exception {
        MockHttpServletResponse answer = tryToSign(exam, version, proof);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        Matcher id = REPORT.matcher(String.valueOf(answer.getRedirectedUrl()));
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    /** Writes, signs, and returns the report's id. */
    public String write(String exam, String findings, String... parameters) throws Exception {
        begin(exam, parameters);
        assertThat(save(exam, 0, text(findings, "")).getStatus()).isEqualTo(200);
        return sign(exam, 1, "password", PASSWORD);
    }

    byte[] pdf(String exam, String report) throws Exception {
        MockHttpServletResponse answer = ask(get("/exams/" + exam + "/reports/" + report + ".pdf"));
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsByteArray();
    }

    /** The address that a report's PDF says it can be verified at. */
    static String verification(byte[] pdf) throws Exception {
        Matcher address = VERIFICATION.matcher(textOf(pdf).replaceAll("\\s", ""));
        assertThat(address.find()).isTrue();
        return address.group();
    }

    static String textOf(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    String page(String path) throws Exception {
        return ask(get(path)).getContentAsString(StandardCharsets.UTF_8);
    }

    MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(signedIn).with(csrf())).andReturn().getResponse();
    }
}
