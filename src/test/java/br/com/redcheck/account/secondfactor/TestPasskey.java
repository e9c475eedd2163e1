package br.com.redcheck.account.secondfactor;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/** A device that holds one passkey (WebAuthn level 2), and does as it is told: it lies about its counter or its holder. */
final class TestPasskey {
    private static final int PRESENT_AND_VERIFIED = 0x05;
    private static final int WITH_KEY = 0x40;
    private static final String ORIGIN = "http://localhost:8080";

    private final byte[] id = new byte[16];
    private final KeyPair keys;
    private byte[] holder = {};

    TestPasskey() throws GeneralSecurityException {
        new SecureRandom().nextBytes(id);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
    }

    /** What a browser sends to have the passkey registered. */
    String registration(JsonNode options) throws GeneralSecurityException {
        holder = Base64.getUrlDecoder().decode(options.at("/user/id").asString());
        byte[] data = data(options.at("/rp/id").asString(), PRESENT_AND_VERIFIED | WITH_KEY, 1, key());
        byte[] attestation =
                joined(hex("a363666d74646e6f6e656761747453746d74a068617574684461746158"), length(data), data);
        return """
                {"label": "test", "credential": {"id": "%1$s", "rawId": "%1$s", "type": "public-key", "clientExtensionResults": {},
                 "response": {"clientDataJSON": "%2$s", "attestationObject": "%3$s", "transports": ["internal"]}}}""".formatted(base64(id), base64(client("create", options)), base64(attestation));
    }

    /** What a browser sends to come in. */
    String assertion(JsonNode options, int counter) throws GeneralSecurityException {
        return assertion(options, counter, holder);
    }

    /** The same, with a holder whom the device makes up. */
    String assertion(JsonNode options, int counter, byte[] claimed) throws GeneralSecurityException {
        byte[] client = client("get", options);
        byte[] data = data(options.at("/rpId").asString(), PRESENT_AND_VERIFIED, counter);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(data);
        signature.update(sha256(client));
        return """
                {"id": "%1$s", "rawId": "%1$s", "type": "public-key", "clientExtensionResults": {},
                 "response": {"clientDataJSON": "%2$s", "authenticatorData": "%3$s", "signature": "%4$s", "userHandle": "%5$s"}}""".formatted(base64(id), base64(client), base64(data), base64(signature.sign()), base64(claimed));
    }

    private static byte[] client(String deed, JsonNode options) {
        return "{\"type\":\"webauthn.%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(deed, options.at("/challenge").asString(), ORIGIN)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] data(String party, int flags, int counter, byte[]... more) throws GeneralSecurityException {
        byte[] counted =
                ByteBuffer.allocate(5).put((byte) flags).putInt(counter).array();
        return joined(sha256(party.getBytes(StandardCharsets.UTF_8)), counted, joined(more));
    }

    /** No make of device, the passkey's id, and its public key in COSE (ES256). */
    private byte[] key() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        byte[] idLength = ByteBuffer.allocate(2).putShort((short) id.length).array();
        return joined(
                new byte[16],
                idLength,
                id,
                hex("a5010203262001215820"),
                coordinate(key.getW().getAffineX()),
                hex("225820"),
                coordinate(key.getW().getAffineY()));
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] signed = number.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(signed.length, fixed.length);
        System.arraycopy(signed, signed.length - length, fixed, fixed.length - length, length);
        return fixed;
    }

    private static byte[] length(byte[] data) {
        return new byte[] {(byte) data.length};
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
