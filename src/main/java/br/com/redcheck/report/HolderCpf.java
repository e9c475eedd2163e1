package br.com.redcheck.report;

import br.com.redcheck.person.Cpf;
import br.com.redcheck.person.InvalidCpf;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * Reads whose a certificate of ICP-Brasil is (DOC-ICP-04): among its alternative names, the other name 2.16.76.1.3.1 of a person, or
 * 2.16.76.1.3.4 of the person who answers for a company, begins with the day of birth (8 digits) and the CPF (11 digits).
 */
final class HolderCpf {
    private static final ASN1ObjectIdentifier PERSON = new ASN1ObjectIdentifier("2.16.76.1.3.1");
    private static final ASN1ObjectIdentifier RESPONSIBLE = new ASN1ObjectIdentifier("2.16.76.1.3.4");
    private static final int BIRTH_DIGITS = 8;
    private static final int CPF_DIGITS = 11;

    private HolderCpf() {}

    /** Empty if it names none. */
    static Optional<Cpf> of(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.subjectAlternativeName.getId());
        if (extension == null) {
            return Optional.empty();
        }
        byte[] names = ASN1OctetString.getInstance(extension).getOctets();
        return Arrays.stream(GeneralNames.getInstance(names).getNames())
                .filter(name -> name.getTagNo() == GeneralName.otherName)
                .map(name -> ASN1Sequence.getInstance(name.getName()))
                .filter(other -> PERSON.equals(other.getObjectAt(0)) || RESPONSIBLE.equals(other.getObjectAt(0)))
                .flatMap(other -> cpf(text(other.getObjectAt(1))).stream())
                .findFirst();
    }

    /** Issuers write an octet string or one of the kinds of text. */
    private static String text(ASN1Encodable tagged) {
        ASN1Encodable value = ASN1TaggedObject.getInstance(tagged).getExplicitBaseObject();
        if (value instanceof ASN1OctetString octets) {
            return new String(octets.getOctets(), StandardCharsets.ISO_8859_1);
        }
        return value instanceof ASN1String written ? written.getString() : "";
    }

    private static Optional<Cpf> cpf(String text) {
        if (text.length() < BIRTH_DIGITS + CPF_DIGITS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Cpf(text.substring(BIRTH_DIGITS, BIRTH_DIGITS + CPF_DIGITS)));
        } catch (InvalidCpf e) {
            return Optional.empty(); // zeros, where the issuer knew none
        }
    }
}
