package org.safecommunity.cli.standard;

import java.util.ArrayList;
import java.util.List;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.model.catalogue.Catalogue;
import org.safecommunity.model.scheme.Scheme;
import org.safecommunity.model.standard.Crosswalk;
import org.safecommunity.model.standard.DocumentRegister;
import org.safecommunity.model.standard.Glossary;
import org.safecommunity.model.standard.Guidance;
import org.safecommunity.model.standard.Standard;

/** The bundled data by name. */
final class NamedParts {
    static final String STANDARD = "AQT-9001-2006";
    static final String GUIDANCE = "GUIDANCE-2009";
    static final String ISO_45001 = "ISO45001";
    static final String TERMS = "TERMS";
    static final String DOCUMENTS = "DOCUMENTS";

    private NamedParts() {}

    static List<String> names() {
        List<String> names = new ArrayList<>(List.of(STANDARD, GUIDANCE, ISO_45001, TERMS, DOCUMENTS));
        names.addAll(Catalogue.BUNDLED);
        names.addAll(Scheme.BUNDLED);
        return names;
    }

    /** The value of a name, in any case. */
    static Object value(String name) {
        if (name.equalsIgnoreCase(STANDARD)) {
            return Standard.aqt9001();
        }
        if (name.equalsIgnoreCase(GUIDANCE)) {
            return Guidance.bundled();
        }
        if (name.equalsIgnoreCase(ISO_45001)) {
            return Crosswalk.iso45001();
        }
        if (name.equalsIgnoreCase(TERMS)) {
            return Glossary.bundled();
        }
        if (name.equalsIgnoreCase(DOCUMENTS)) {
            return DocumentRegister.bundled();
        }
        return Catalogue.bundled(name)
                .map(Object.class::cast)
                .or(() -> Scheme.bundled(name))
                .orElseThrow(() -> {
                    String near = Nearest.of(name, names());
                    return UserError.usage("error.no-data", name, near.isEmpty() ? String.join(", ", names()) : near);
                });
    }
}
