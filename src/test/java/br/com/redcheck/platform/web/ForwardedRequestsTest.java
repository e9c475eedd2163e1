package br.com.redcheck.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;

/** Whom a request comes from is believed to nobody but the proxies that were named. */
class ForwardedRequestsTest {
    private static final String CLIENT = "203.0.113.9";

    @Test
    void withoutANamedProxyNothingOfItIsBelieved() throws Exception {
        assertThat(seen(List.of(), CLIENT)).isEqualTo("127.0.0.1 http localhost");
        assertThat(seen(List.of("10.0.0.0/8"), CLIENT)).isEqualTo("127.0.0.1 http localhost");
    }

    @Test
    void aNamedProxyIsBelievedAboutTheSenderAndNotAboutTheServer() throws Exception {
        assertThat(seen(List.of("127.0.0.1"), CLIENT)).isEqualTo(CLIENT + " https localhost");
    }

    @Test
    void whatStandsBeforeTheLastStrangerWasWrittenByThatStranger() throws Exception {
        assertThat(seen(List.of("127.0.0.1", "10.1.0.0/16"), "198.51.100.1, " + CLIENT + ", 10.1.2.3"))
                .isEqualTo(CLIENT + " https localhost");
        assertThat(seen(List.of("127.0.0.1"), CLIENT + ", 10.1.2.3")).isEqualTo("10.1.2.3 https localhost");
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3,10.1.2.3,true",
        "10.1.2.3,10.1.2.30,false",
        "10.1.2.3,10x1.2.3,false",
        "10.16.0.0/12,10.31.255.255,true",
        "10.16.0.0/12,10.32.0.0,false",
        "10.16.0.0/12,10.15.0.0,false",
        "192.168.7.0/24,192.168.7.255,true",
        "192.168.7.0/24,192.168.70.1,false",
        "0:0:0:0:0:0:0:1,0:0:0:0:0:0:0:1,true"
    })
    void aRangeHoldsItsAddressesAndNoOther(String named, String address, boolean held) {
        assertThat(address.matches(new ProxySettings(List.of(named)).expression()))
                .isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(strings = {".*", "proxy.example.org", "10.0.0.0/33", "::1", "10.0.0", ""})
    void whatIsNoAddressIsRefusedAtTheStart(String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProxySettings(List.of(named)))
                .withMessageContaining("covid-dicom.trusted-proxies");
    }

    /** What the application sees of a request that claims a lot. */
    private static String seen(List<String> named, String forwardedFor) throws Exception {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        new ForwardedRequests(new ProxySettings(named)).customize(factory);
        WebServer server = factory.getWebServer(new ServletRegistrationBean<>(new Seen(), "/*"));
        server.start();
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.getPort() + "/"))
                    .header("X-Forwarded-For", forwardedFor)
                    .header("X-Forwarded-Proto", "https")
                    .header("X-Forwarded-Host", "evil.example")
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
        } finally {
            server.destroy();
        }
    }

    private static final class Seen extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter()
                    .print(request.getRemoteAddr() + " " + request.getScheme() + " " + request.getServerName());
        }
    }
}
