using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.OneStop.Filing;

/// <summary>What was declared about the people of a dossier.</summary>
public sealed record DeclaredPeople(Applicant Applicant, Submitter? Submitter, ReturnBy ReturnBy);

/// <summary>The questions about the applicant, the submitter and the way of receiving the result; the same wherever a dossier is typed.</summary>
public sealed class ApplicantEntry(IStringLocalizer<ApplicantEntry> words)
{
    private const string Kind = "applicant.kind";
    private const string Other = "submitter.other";
    private const string Return = "returnBy";

    /// <summary>What is known of the applicant, by the names that a procedure's fields begin with.</summary>
    public static IReadOnlyDictionary<string, string> Facts(Applicant applicant) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["applicant.kind"] = ApplicantKinds.IsPerson(applicant.Kind) ? "individual" : "organisation",
            ["applicant.name"] = applicant.Name,
            ["applicant.address"] = applicant.Address,
            ["applicant.identityNumber"] = applicant.IdentityNumber,
            ["applicant.phone"] = applicant.Phone ?? "",
            ["applicant.email"] = applicant.Email ?? "",
        };

    /// <summary>Reads what was typed, each kind by its reader.</summary>
    public static DeclaredPeople Read(IReadOnlyDictionary<string, IReadOnlyList<string>> typed)
    {
        var kind = TypedChoice.Read<ApplicantKind>(Text(typed, Kind)) ?? ApplicantKind.Individual;
        var applicant = new Applicant(
            kind,
            Text(typed, "applicant.name"),
            TypedIdentity.Read(Text(typed, "applicant.identityNumber"), kind),
            Text(typed, "applicant.address"),
            Optional(TypedPhone.Read(Text(typed, "applicant.phone"))),
            Optional(TypedEmail.Read(Text(typed, "applicant.email")))
        );
        var submitter =
            Text(typed, Other) == "true"
                ? new Submitter(
                    Text(typed, "submitter.name"),
                    Optional(TypedIdentity.Read(Text(typed, "submitter.identityNumber"))),
                    Optional(TypedPhone.Read(Text(typed, "submitter.phone")))
                )
                : null;
        return new DeclaredPeople(applicant, submitter, TypedChoice.Read<ReturnBy>(Text(typed, Return)) ?? ReturnBy.Online);
    }

    public IReadOnlyList<FormFieldView> ApplicantFields(Applicant applicant, Procedure procedure, IEnumerable<Refusal> refusals)
    {
        var kinds = procedure.Eligible.Kinds;
        var number =
            kinds is [var only] ? $"Number.{only}"
            : kinds.Any(ApplicantKinds.IsForeign) ? "Number.Any"
            : "Number";
        var written = kinds.Count == 1 ? words[$"{number}.Hint"].Value : string.Join(' ', kinds.Select(kind => words[$"Number.{kind}.Each"].Value));
        var hint = $"{written} {words[procedure.HidesApplicant ? "Number.Hidden" : "Number.Tracks"]}";
        var name =
            kinds.All(ApplicantKinds.IsPerson) ? "Name.Individual"
            : kinds.Any(ApplicantKinds.IsPerson) ? "applicant.name"
            : "Name.Organisation";
        IReadOnlyList<FormFieldView> fields =
        [
            View(Kind, applicant.Kind.ToString(), FieldControl.Choice, required: true) with
            {
                Options = Kinds(kinds),
            },
            View("applicant.name", applicant.Name, required: true) with
            {
                Label = words[name],
                Autocomplete = kinds.Any(ApplicantKinds.IsPerson) ? "name" : "organization",
            },
            View("applicant.identityNumber", applicant.IdentityNumber, required: true) with
            {
                Label = words[number],
                Hint = hint,
                Width = "medium",
            },
            View("applicant.address", applicant.Address, required: true) with
            {
                Autocomplete = "street-address",
                Hint = words["applicant.address.Hint"],
            },
            View("applicant.phone", applicant.Phone, FieldControl.Phone) with
            {
                Hint = words[kinds.Any(ApplicantKinds.IsForeign) ? "Phone.Foreign.Hint" : "applicant.phone.Hint"],
            },
            View("applicant.email", applicant.Email, FieldControl.Email) with
            {
                Hint = words["applicant.email.Hint"],
            },
        ];
        return WithErrors(fields, refusals);
    }

    /// <summary>The kinds of applicants to choose from.</summary>
    public IReadOnlyList<FieldChoice> Kinds(IEnumerable<ApplicantKind> kinds) =>
        [.. kinds.Select(kind => new FieldChoice(kind.ToString(), words[$"Kind.{kind}"]))];

    public IReadOnlyList<FormFieldView> SubmitterFields(Submitter? submitter, IEnumerable<Refusal> refusals)
    {
        var shown = FormCondition.Of(Other, "true");
        IReadOnlyList<FormFieldView> fields =
        [
            View(Other, submitter is null ? "false" : "true", FieldControl.YesNo),
            View("submitter.name", submitter?.Name) with
            {
                ShowWhen = shown,
            },
            View("submitter.identityNumber", submitter?.IdentityNumber) with
            {
                ShowWhen = shown,
                Width = "medium",
            },
            View("submitter.phone", submitter?.Phone, FieldControl.Phone) with
            {
                ShowWhen = shown,
            },
        ];
        return WithErrors(fields, refusals);
    }

    public FormFieldView ReturnField(ReturnBy way) =>
        View(Return, way.ToString(), FieldControl.Choice, required: true) with
        {
            Options = [.. Enum.GetValues<ReturnBy>().Select(value => new FieldChoice(value.ToString(), words[$"Return.{value}"]))],
        };

    private FormFieldView View(string name, string? value, FieldControl control = FieldControl.Text, bool required = false) =>
        new()
        {
            Name = name,
            Label = words[name],
            Control = control,
            Required = required,
            Values = string.IsNullOrEmpty(value) ? [] : [value],
        };

    private static IReadOnlyList<FormFieldView> WithErrors(IEnumerable<FormFieldView> fields, IEnumerable<Refusal> refusals)
    {
        var errors = refusals
            .Where(refusal => refusal.Field is not null)
            .ToLookup(refusal => refusal.Field!, refusal => refusal.Sentence, StringComparer.Ordinal);
        return [.. fields.Select(field => field with { Errors = [.. errors[field.Name]] })];
    }

    private static string Text(IReadOnlyDictionary<string, IReadOnlyList<string>> typed, string name) =>
        typed.TryGetValue(name, out var texts) && texts.Count > 0 ? VietnameseText.Clean(texts[^1]) : "";

    private static string? Optional(string text) => text.Length == 0 ? null : text;
}
