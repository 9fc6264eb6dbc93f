package org.safecommunity.cli.assess;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.cli.workspace.NamedData;
import org.safecommunity.model.assessment.Scoring;
import org.safecommunity.model.catalogue.Catalogue;
import org.safecommunity.model.scheme.Scheme;
import org.safecommunity.model.scheme.ScoringRule;
import picocli.CommandLine.Option;

/** Which scheme and catalogue an assessment is scored by. Options come before what the document names. */
final class RuleOptions {
    @Option(names = "--scheme", paramLabel = "NAME|FILE", descriptionKey = "assess-scheme")
    @Nullable
    String scheme;

    @Option(names = "--catalogue", paramLabel = "NAME|FILE", descriptionKey = "assess-catalogue")
    @Nullable
    String catalogue;

    /** Scheme, catalogue and the engine that both make. */
    record Rules(Scheme scheme, Catalogue catalogue, Scoring scoring) {}

    /** The rules for an assessment. */
    Rules rules(AssessmentDraft draft, Path folder) {
        Scheme used = NamedData.scheme(first(scheme, draft.scheme(), Scheme.BUNDLED.get(0), folder));
        ScoringRule rule = used.scoring();
        if (rule == null) {
            throw UserError.usage("error.scheme-without-points", used.id());
        }
        Catalogue list = NamedData.catalogue(first(catalogue, draft.catalogue(), used.catalogue(), folder));
        if (!list.isScorable()) {
            throw UserError.usage(
                    "error.catalogue-without-points",
                    list.id(),
                    list.indicators().size());
        }
        return new Rules(used, list, new Scoring(list, rule));
    }

    /** A file that a document names is looked for beside the document. */
    private static String first(@Nullable String option, @Nullable String named, String fallback, Path folder) {
        if (option != null) {
            return option;
        }
        return named == null ? fallback : NamedData.beside(named, folder);
    }
}
