package br.com.redcheck.exam.gallery;

/** Under what a publication is given away: what patients have read in the consent form, and so no other. */
enum Licence {
    CC_BY_4_0("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/");

    private final String written;
    private final String address;

    Licence(String written, String address) {
        this.written = written;
        this.address = address;
    }

    public String written() {
        return written;
    }

    /** Where its text is. */
    public String address() {
        return address;
    }
}
