package br.com.redcheck.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
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
        "10.16.0.0/12,10.31.255.255,true",
        "10.16.0.0/12,10.32.0.0,false",
        "10.16.0.0/12,10.15.0.0,false",
        "192.168.7.0/24,192.168.7.255,true",
        "192.168.7.0/24,192.168.70.1,false",
        "0:0:0:0:0:0:0:1,0:0:0:0:0:0:0:1,true",
        "::1,0:0:0:0:0:0:0:1,true",
        "::1,0:0:0:0:0:0:0:2,false",
        "2001:DB8:20::/44,2001:db8:2f:ffff:0:0:0:9,true",
        "2001:DB8:20::/44,2001:db8:30:0:0:0:0:9,false"
    })
    void aRangeHoldsItsAddressesAndNoOther(String named, String address, boolean held) throws Exception {
        assertThat(seen(List.of("127.0.0.1", named), CLIENT + ", " + address))
                .isEqualTo((held ? CLIENT : address) + " https localhost");
    }

    @Test
    void aNameInPlaceOfAnAddressIsNotBelieved() throws Exception {
        assertThat(seen(List.of("127.0.0.1", "10.1.0.0/16"), CLIENT + ", localhost, 10.1.2.3"))
                .isEqualTo("127.0.0.1 http localhost");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".*",
                "proxy.example.org",
                "10.0.0.0/33",
                "10.0.0",
                "10.0.0.256",
                "10.0.0.0/",
                "::1/129",
                "fd00:20",
                "fe80::1%eth0",
                "10.0.0.1,10.0.0.2"
            })
    void whatIsNoAddressIsRefusedAtTheStart(String named) {
        Binder settings =
                new Binder(new MapConfigurationPropertySource(Map.of("covid-dicom.trusted-proxies[0]", named)));

        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> settings.bind("covid-dicom", ProxySettings.class))
                .havingRootCause()
                .isInstanceOfSatisfying(
                        ProxyUnreadable.class,
                        refused -> assertThat(refused.arguments()).containsExactly(named));
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
