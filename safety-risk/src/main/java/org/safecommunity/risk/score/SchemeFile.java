package org.safecommunity.risk.score;

import java.util.List;
import java.util.Optional;
import org.safecommunity.model.validation.DataFile;
import org.safecommunity.model.validation.DocumentNode;
import org.safecommunity.model.validation.Duplicates;
import org.safecommunity.model.validation.InvalidDataException;
import org.safecommunity.risk.internal.Checks;

/** A data file of schemes. */
record SchemeFile(String version, List<Scheme> schemes) {
    static final DataFile<SchemeFile> FILE = DataFile.of(SchemeFile.class)
            .whenBroken(Scheme.class, SchemeFile::soundBands)
            .whenBroken(SchemeFile.class, file -> file.unique("schemes", "id"));

    SchemeFile {
        Checks.text(version, "version");
        schemes = Checks.filled(schemes, "schemes");
        InvalidDataException.throwIfAny(Duplicates.in(schemes, "schemes", "id", Scheme::id));
    }

    /** In a scheme with a fault elsewhere the bands are judged by themselves. */
    private static void soundBands(DocumentNode scheme) {
        Optional<BoundaryPolicy> policy = scheme.child("policy").flatMap(node -> node.value(BoundaryPolicy.class));
        Optional<List<Band>> bands = scheme.values("bands", Band.class);
        if (policy.isPresent() && bands.isPresent()) {
            BandRules.tiling(bands.get(), policy.get()).forEach(scheme::add);
        }
    }
}
