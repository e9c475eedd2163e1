package br.com.redcheck.accreditation;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import br.com.redcheck.person.PaperNumbers;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Forms filled in by invented people. */
final class SignUpPosts {
    static final String PASSWORD = "uma frase longa e rara";

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private SignUpPosts() {}

    static MockHttpServletRequestBuilder doctor(String email, String cpf) {
        return doctor("doctor", email, cpf);
    }

    private static MockHttpServletRequestBuilder doctor(String kind, String email, String cpf) {
        return common(kind, email)
                .param("cpf", cpf)
                .param("crm", "123456")
                .param("uf", "SP")
                .param("specialty", "Radiologia")
                .param("phone", "(11) 91234-5678");
    }

    static MockHttpServletRequestBuilder clinic(String email) {
        return doctor("clinic", email, cpf())
                .param("clinic", "Clínica Inventada")
                .param("cnpj", PaperNumbers.cnpj(new Random()));
    }

    static MockHttpServletRequestBuilder researcher(String email) {
        return common("researcher", email)
                .param("institution", "Universidade Inventada")
                .param("orcid", "0000-0002-1825-0097")
                .param("purpose", "Submeter uma rede");
    }

    /** A form in which nothing is filled in, each from another address: who sends in many is slowed down. */
    static MockHttpServletRequestBuilder empty() {
        return post("/sign-up")
                .with(csrf())
                .remoteAddress("2001:db8::" + Integer.toHexString(ADDRESSES.incrementAndGet()))
                .header("Accept", "text/html");
    }

    static String cpf() {
        return PaperNumbers.cpf(new Random());
    }

    static String email() {
        return UUID.randomUUID() + "@example.org";
    }

    private static MockHttpServletRequestBuilder common(String kind, String email) {
        return empty().param("kind", kind)
                .param("name", "Ana Inventada")
                .param("email", email)
                .param("password", PASSWORD)
                .param("accepted", "yes");
    }
}
