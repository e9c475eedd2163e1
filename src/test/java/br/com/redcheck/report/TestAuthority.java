package br.com.redcheck.report;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that exists for one test, and gives doctors certificates as those of ICP-Brasil do. */
public final class TestAuthority {
    public static final String PASSWORD = "senha do arquivo";

    private static final X500Name NAME = new X500Name("C=BR,O=Autoridade de teste,CN=AC de Teste");

    private final KeyPair key = newKey("RSA", 2048);
    private final X509Certificate root;

    public TestAuthority() throws Exception {
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                NAME,
                BigInteger.ONE,
                Date.from(now.minus(Duration.ofDays(3000))),
                Date.from(now.plus(Duration.ofDays(3000))),
                NAME,
                key.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
        root = signed(builder);
    }

    X509Certificate root() {
        return root;
    }

    /** What a certificate says; a field of null is left out. */
    public record Wish(String cpf, Integer use, Instant from, Instant until, String algorithm) {
        public static Wish of(String cpf) {
            Instant now = Instant.now();
            return new Wish(
                    cpf,
                    KeyUsage.digitalSignature | KeyUsage.nonRepudiation,
                    now.minus(Duration.ofDays(1)),
                    now.plus(Duration.ofDays(365)),
                    "RSA");
        }

        Wish use(Integer other) {
            return new Wish(cpf, other, from, until, algorithm);
        }

        Wish between(Instant first, Instant last) {
            return new Wish(cpf, use, first, last, algorithm);
        }

        Wish key(String other) {
            return new Wish(cpf, use, from, until, other);
        }
    }

    /** A PKCS#12 file under {@link #PASSWORD}. */
    public byte[] file(Wish wish) throws Exception {
        KeyPair own = newKey(wish.algorithm(), wish.algorithm().equals("EC") ? 256 : 2048);
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                NAME,
                BigInteger.valueOf(System.nanoTime()),
                Date.from(wish.from()),
                Date.from(wish.until()),
                new X500Name("C=BR,O=ICP-Brasil de teste,CN=ANA CONCEIÇÃO:52998224725"),
                own.getPublic());
        if (wish.use() != null) {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(wish.use()));
        }
        if (wish.cpf() != null) {
            builder.addExtension(Extension.subjectAlternativeName, false, names(wish.cpf()));
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("ana", own.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {signed(builder), root});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, PASSWORD.toCharArray());
        return out.toByteArray();
    }

    /** Day of birth, CPF, and what else ICP-Brasil puts there: all digits, zeros where it is not known. */
    private static GeneralNames names(String cpf) {
        ASN1EncodableVector other = new ASN1EncodableVector();
        other.add(new ASN1ObjectIdentifier("2.16.76.1.3.1"));
        other.add(new DERTaggedObject(
                true, 0, new DEROctetString(("01011970" + cpf + "0".repeat(32)).getBytes(StandardCharsets.US_ASCII))));
        return new GeneralNames(new GeneralName(GeneralName.otherName, new DERSequence(other)));
    }

    private X509Certificate signed(JcaX509v3CertificateBuilder builder) throws Exception {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(key.getPrivate())));
    }

    private static KeyPair newKey(String algorithm, int size) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair();
    }
}
