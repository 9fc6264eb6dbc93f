package org.safecommunity.cli.workspace;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.programme.CommunityDraft;
import org.safecommunity.model.programme.Coverage;
import org.safecommunity.model.programme.PopulationKind;

/** {@code community.yaml} as written by hand: anything may be missing; constraints say what must be there. */
record WorkspaceDraft(
        @NotNull @Valid @Nullable CommunityDraft community,
        @Valid @Nullable PopulationDraft population,
        @Valid @Nullable InjuriesDraft injuries,
        @Valid @Nullable FileDraft accidents,
        @Valid @Nullable FileDraft risks,
        @Valid @Nullable SurveyDraft survey,
        @Valid @Nullable FileDraft elements,
        @Nullable PublicationDraft publication) {

    record FileDraft(
            @NotBlank @Nullable String file, @Nullable Map<String, String> columns) {}

    record PopulationDraft(
            @Nullable String file,
            @NotNull @Nullable PopulationKind kind,
            @NotNull @Nullable LocalDate date,
            @Nullable String standard,

            @JsonProperty("person-years") @Positive @Nullable
            Double personYears,

            @JsonProperty("person-years-source") @Nullable LocalText personYearsSource,
            @Nullable Map<String, String> columns) {}

    record InjuriesDraft(
            @NotBlank @Nullable String file,
            @JsonProperty("code-set") @NotBlank @Nullable String codeSet,
            @JsonProperty("code-set-file") @Nullable String codeSetFile,
            @NotNull @Nullable Coverage coverage,
            @JsonProperty("coverage-note") @Nullable LocalText coverageNote,
            @JsonProperty("event-name") @Nullable LocalText eventName,
            @Nullable Map<String, String> columns) {}

    record SurveyDraft(
            @NotBlank @Nullable String file,
            @NotBlank @Nullable String design,
            @Nullable LocalText about,
            @NotEmpty @Valid @Nullable List<QuestionDraft> questions) {}

    record QuestionDraft(
            @NotBlank @Nullable String column,
            @NotNull @Nullable LocalText text,
            @NotBlank @Nullable String kind,
            @NotEmpty @Nullable List<String> positive,
            @NotEmpty @Nullable List<String> options) {}

    /** What a report that is published withholds. */
    record PublicationDraft(
            @JsonProperty("suppress-below") @Nullable Integer suppressBelow) {}
}
