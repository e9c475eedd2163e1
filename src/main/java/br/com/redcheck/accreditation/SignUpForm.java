package br.com.redcheck.accreditation;

import org.jspecify.annotations.Nullable;

/**
 * What was typed into the form, as it was typed, so that nothing but the password is typed twice. A field that did not come is
 * empty.
 *
 * @param kind doctor, clinic or researcher
 * @param name of the person: for a clinic, the responsible doctor
 * @param accepted something, if terms and notice were agreed to
 */
record SignUpForm(
        String kind,
        String name,
        String email,
        String cpf,
        String crm,
        String uf,
        String specialty,
        String phone,
        String clinic,
        String cnpj,
        String institution,
        String orcid,
        String purpose,
        String accepted) {
    SignUpForm {
        kind = typed(kind);
        name = typed(name);
        email = typed(email);
        cpf = typed(cpf);
        crm = typed(crm);
        uf = typed(uf);
        specialty = typed(specialty);
        phone = typed(phone);
        clinic = typed(clinic);
        cnpj = typed(cnpj);
        institution = typed(institution);
        orcid = typed(orcid);
        purpose = typed(purpose);
        accepted = typed(accepted);
    }

    static SignUpForm empty() {
        return new SignUpForm("doctor", "", "", "", "", "", "", "", "", "", "", "", "", "");
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    @Override
    public String toString() {
        return "SignUpForm[" + kind + "]";
    }
}
