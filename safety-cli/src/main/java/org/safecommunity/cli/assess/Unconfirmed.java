package org.safecommunity.cli.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.model.source.Provenance;

/** Names what decides and was recalled or derived. */
final class Unconfirmed {
    private Unconfirmed() {}

    static List<Remark> remarks(RuleOptions.Rules rules, Locale locale) {
        List<Remark> remarks = new ArrayList<>();
        Provenance rule = rules.scoring().rule().provenance();
        if (!rule.isConfirmed()) {
            remarks.add(new Remark(
                    "unconfirmed-rule",
                    Texts.get(
                            locale,
                            "assess.unconfirmed-rule",
                            rules.scheme().id(),
                            rule.describe(rules.scheme().sources()).in(locale))));
        }
        if (!rules.catalogue().isConfirmed()) {
            remarks.add(new Remark(
                    "unconfirmed-catalogue",
                    Texts.get(
                            locale,
                            "assess.unconfirmed-catalogue",
                            rules.catalogue().id(),
                            rules.catalogue().note().in(locale))));
        }
        return remarks;
    }
}
