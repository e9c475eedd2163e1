package br.com.redcheck.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A browser as far as the server can tell: it comes from an address, and keeps and sends back cookies. */
public final class TestBrowser {
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final MockMvc server;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private String address;

    public TestBrowser(MockMvc server, String address) {
        this.server = server;
        this.address = address;
    }

    /** Carries the browser to another network. */
    public TestBrowser at(String elsewhere) {
        address = elsewhere;
        return this;
    }

    /** Asks for a page, whatever comes. */
    public MockHttpServletResponse open(String path) throws Exception {
        return send(get(URI.create(path)));
    }

    /** Asks for a page that is there. */
    public String page(String path) throws Exception {
        MockHttpServletResponse answer = open(path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    /** Sends a form in; names and values take turns. */
    public MockHttpServletResponse submit(String path, String... fields) throws Exception {
        MockHttpServletRequestBuilder form = post(URI.create(path)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return send(form);
    }

    /** Where signing in leads to. */
    String signIn(String email, String password) throws Exception {
        return String.valueOf(
                submit("/sign-in", "username", email, "password", password).getRedirectedUrl());
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        request.remoteAddress(address).header("User-Agent", FIREFOX).header("Accept", "text/html,*/*;q=0.8");
        if (!cookies.isEmpty()) {
            request.cookie(cookies.values().toArray(Cookie[]::new));
        }
        MockHttpServletResponse answer = server.perform(request).andReturn().getResponse();
        for (Cookie cookie : answer.getCookies()) {
            cookies.put(cookie.getName(), cookie);
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            }
        }
        return answer;
    }
}
