package br.com.redcheck.accreditation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import br.com.redcheck.platform.database.EveryRow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The form takes in whoever fills it in, says what is wrong beside each field, and tells nobody whom it knows. */
@SpringBootTest
@AutoConfigureMockMvc
class SignUpIT {
    @Autowired
    MockMvc browser;

    @Autowired
    EveryRow everyRow;

    @Test
    void doctorsClinicsAndResearchersEachGetACase() throws Exception {
        String doctor = SignUpPosts.email();
        String clinic = SignUpPosts.email();
        String researcher = SignUpPosts.email();
        for (MockHttpServletRequestBuilder form : List.of(
                SignUpPosts.doctor(doctor, SignUpPosts.cpf()),
                SignUpPosts.clinic(clinic),
                SignUpPosts.researcher(researcher))) {
            browser.perform(form).andExpect(redirectedUrl("/sign-up/sent"));
        }

        assertThat(kindsOf(doctor)).containsExactly("DOCTOR");
        assertThat(kindsOf(researcher)).containsExactly("RESEARCHER");
        assertThat(everyRow.sql("""
                                select a.kind from accreditation a join membership m on m.clinic = a.owner
                                join account p on p.id = m.account where p.email = ?""").param(clinic).query(String.class).list()).containsExactly("CLINIC");
        assertThat(everyRow.sql("""
                                select document || ' ' || version from acceptance join account on id = account
                                where email = ? order by 1""").param(doctor).query(String.class).list())
                .containsExactly("PRIVACY_NOTICE 2026-11-23", "TERMS_OF_USE 2026-11-23");
    }

    @Test
    void anEMailOrACpfThatIsKnownIsAnsweredLikeAnyOther() throws Exception {
        String email = SignUpPosts.email();
        String cpf = SignUpPosts.cpf();
        var first = browser.perform(SignUpPosts.doctor(email, cpf)).andReturn().getResponse();
        var sameEmail = browser.perform(SignUpPosts.doctor(email, SignUpPosts.cpf()))
                .andReturn()
                .getResponse();
        var sameCpf = browser.perform(SignUpPosts.doctor(SignUpPosts.email(), cpf))
                .andReturn()
                .getResponse();

        for (var answer : List.of(sameEmail, sameCpf)) {
            assertThat(answer.getStatus()).isEqualTo(first.getStatus());
            assertThat(answer.getRedirectedUrl()).isEqualTo(first.getRedirectedUrl());
            assertThat(answer.getContentAsString()).isEqualTo(first.getContentAsString());
            assertThat(answer.getHeaderNames()).isEqualTo(first.getHeaderNames());
        }
        assertThat(kindsOf(email)).hasSize(1);
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndOnlyThePasswordIsTypedAgain() throws Exception {
        String page = browser.perform(SignUpPosts.empty()
                        .param("kind", "doctor")
                        .param("name", "Ana <Inventada>")
                        .param("cpf", "111.111.111-11")
                        .param("crm", "none")
                        .param("phone", "91234-5678")
                        .param("email", "ana@")
                        .param("password", SignUpPosts.PASSWORD))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .contains("value=\"Ana &lt;Inventada&gt;\"", "value=\"111.111.111-11\"", "value=\"ana@\"")
                .contains("id=\"cpf-problem\">Este CPF não confere")
                .contains("id=\"crm-problem\">Este número de CRM")
                .contains("id=\"uf-problem\">Escolha o estado")
                .contains("id=\"specialty-problem\">Preencha este campo")
                .contains("id=\"phone-problem\">Este telefone")
                .contains("id=\"email-problem\">Este endereço")
                .contains("id=\"accepted-problem\">Sem aceitar")
                .doesNotContain(SignUpPosts.PASSWORD);
    }

    @Test
    void aWeakPasswordKeepsTheRestAndMakesNothing() throws Exception {
        String email = SignUpPosts.email();
        String page = browser.perform(SignUpPosts.empty()
                        .param("kind", "researcher")
                        .param("name", "Ana Inventada")
                        .param("institution", "Universidade Inventada")
                        .param("purpose", "Submeter uma rede")
                        .param("email", email)
                        .param("password", "curta")
                        .param("accepted", "yes"))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("Universidade Inventada", "12").contains("id=\"password-problem\">A senha");
        assertThat(kindsOf(email)).isEmpty();
    }

    @Test
    void termsAndNoticeAreThereForEverybodyInBothLanguages() throws Exception {
        for (String path : List.of("/terms", "/privacy")) {
            browser.perform(get(path)).andExpect(status().isOk());
            String english = browser.perform(get(path + "?lang=en"))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(english)
                    .contains("class=\"h3\">", "Version in force since")
                    .doesNotContain("??")
                    .doesNotContain("[operator]");
        }
    }

    private List<String> kindsOf(String email) {
        return everyRow.sql("select a.kind from accreditation a join account p on p.id = a.owner where p.email = ?")
                .param(email)
                .query(String.class)
                .list();
    }
}
