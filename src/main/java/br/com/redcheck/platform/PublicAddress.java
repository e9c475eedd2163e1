package br.com.redcheck.platform;

import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where people find this server, for links in e-mails and on the console.
 *
 * <p>The setting {@code covid-dicom.address} (environment {@code COVID_DICOM_ADDRESS}) says it, such as
 * {@code https://exames.example.org}; without it, this machine. It never follows what a request calls the server: whoever sends the
 * request chooses that name, and the link would carry a secret to them.
 */
@Component
public class PublicAddress {
    private final Environment environment;

    public PublicAddress(Environment environment) {
        this.environment = environment;
    }

    /**
     * The address of a page.
     *
     * @param path begins with a slash
     */
    public URI of(String path) {
        String base = environment.getProperty("covid-dicom.address", "");
        return URI.create((base.isBlank() ? thisMachine() : base.replaceFirst("/+$", "")) + path);
    }

    private String thisMachine() {
        String configured = environment.getProperty("server.port", "8080");
        return "http://localhost:" + environment.getProperty("local.server.port", configured);
    }
}
