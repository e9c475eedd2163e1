package br.com.redcheck.report;

import br.com.redcheck.person.Cpf;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * A doctor's own certificate with its key, opened for one signature and forgotten.
 *
 * <p>Whether the one who issued it is of ICP-Brasil is not asked here: whoever reads the PDF asks that, with the roots of the day.
 *
 * @param chain the certificate itself, and then those of its issuers as far as the file has them
 */
record SigningCertificate(PrivateKey key, List<X509Certificate> chain) {
    /** A file of one key and its chain has a few thousand bytes. */
    static final int MOST_BYTES = 128 << 10;

    private static final Set<String> ALGORITHMS = Set.of("RSA", "EC");
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    /**
     * Opens a PKCS#12 file.
     *
     * @throws UnusableCertificate if it cannot be opened, or nobody may sign with it at this moment
     */
    static SigningCertificate open(byte[] file, char[] password, Instant now) {
        if (file.length > MOST_BYTES) {
            throw UnusableCertificate.unreadable();
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(file), password);
            SigningCertificate opened = entry(store, password);
            opened.requireValid(now);
            opened.requireForSigning();
            return opened;
        } catch (UnrecoverableKeyException e) {
            throw UnusableCertificate.wrongPassword();
        } catch (IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException
                    ? UnusableCertificate.wrongPassword()
                    : UnusableCertificate.unreadable();
        } catch (GeneralSecurityException e) {
            throw UnusableCertificate.unreadable();
        }
    }

    private static SigningCertificate entry(KeyStore store, char[] password) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)
                    && store.getKey(alias, password) instanceof PrivateKey key
                    && ALGORITHMS.contains(key.getAlgorithm())) {
                List<X509Certificate> chain = Arrays.stream(store.getCertificateChain(alias))
                        .map(X509Certificate.class::cast)
                        .toList();
                return new SigningCertificate(key, chain);
            }
        }
        throw UnusableCertificate.unreadable();
    }

    private void requireValid(Instant now) {
        try {
            own().checkValidity(Date.from(now));
        } catch (CertificateExpiredException e) {
            throw UnusableCertificate.expired();
        } catch (CertificateNotYetValidException e) {
            throw UnusableCertificate.notYetValid();
        }
    }

    /** RFC 5280, 4.2.1.3: one that does not say what its key is for is not taken either. */
    private void requireForSigning() {
        boolean[] uses = own().getKeyUsage();
        if (uses == null || !(uses[DIGITAL_SIGNATURE] || uses[NON_REPUDIATION])) {
            throw UnusableCertificate.notForSigning();
        }
    }

    /**
     * Lets pass the certificate of a doctor whose CPF is known.
     *
     * @throws UnusableCertificate if it names another CPF, or none
     */
    void requireOf(Cpf doctor) {
        Optional<Cpf> named = HolderCpf.of(own());
        if (named.isEmpty()) {
            throw UnusableCertificate.nobodys();
        }
        if (!named.get().equals(doctor)) {
            throw UnusableCertificate.anothers();
        }
    }

    X509Certificate own() {
        return chain.get(0);
    }

    /** The name in the certificate. */
    String holder() {
        X500Name subject = X500Name.getInstance(own().getSubjectX500Principal().getEncoded());
        return Arrays.stream(subject.getRDNs(BCStyle.CN))
                .map(name -> IETFUtils.valueToString(name.getFirst().getValue()))
                .findFirst()
                .orElseGet(subject::toString);
    }

    @Override
    public String toString() {
        return "SigningCertificate[***]";
    }
}
