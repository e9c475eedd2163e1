package br.com.redcheck.vault;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the vault is locked.
 *
 * @param masterKey 32 bytes in Base64 (environment {@code COVID_DICOM_MASTER_KEY}); if not given, the file
 *     {@code keys/master.key} in the home folder holds it
 * @param formerMasterKey the one before, likewise (environment {@code COVID_DICOM_FORMER_MASTER_KEY}), until
 *     {@code keys rotate-master} has said that it is no longer needed
 * @param kms a key management service that wraps in place of a master key of our own
 */
@ConfigurationProperties("covid-dicom")
record VaultSettings(
        @Nullable String masterKey,
        @Nullable String formerMasterKey,
        @Nullable Kms kms) {

    /** @param vault HashiCorp Vault */
    record Kms(@Nullable TransitSettings vault) {}

    /** Whether the master key is neither given nor in a service, and so is kept in a file. */
    boolean keyInFile() {
        return transit() == null && (masterKey == null || masterKey.isBlank());
    }

    @Nullable
    TransitSettings transit() {
        return kms == null ? null : kms.vault();
    }

    @Override
    public String toString() {
        return "VaultSettings[masterKey=***, formerMasterKey=***, kms=" + kms + "]";
    }
}
