package br.com.redcheck.vault;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the vault is locked.
 *
 * @param masterKey 32 bytes in Base64 (environment {@code COVID_DICOM_MASTER_KEY}); if not given, the file
 *     {@code keys/master.key} in the home folder holds it
 */
@ConfigurationProperties("covid-dicom")
record VaultSettings(@Nullable String masterKey) {
    @Override
    public String toString() {
        return "VaultSettings[masterKey=***]";
    }
}
