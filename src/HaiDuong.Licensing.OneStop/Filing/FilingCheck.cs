using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Filing;

/// <summary>
/// Kiểm tra trước khi nộp: everything that keeps a dossier from being filed, wherever it is filed: its own rules, and what the licence register says to the
/// licence it names.
/// </summary>
public sealed class FilingCheck(LicenceRegister licences, IStringLocalizer<ApplicantEntry> words)
{
    /// <summary>Thủ tục làm thay: the procedure to file instead, when what is wrong leaves only that and it is in force.</summary>
    public static Procedure? Instead(ProcedureCatalogue catalogue, Procedure procedure, IEnumerable<Refusal> refusals, LocalDate today) =>
        refusals.Any(NamedLicence.IsAnsweredAnew) && procedure.Licence?.Anew is { } slug ? catalogue.ShownInForce(slug, today) : null;

    public async Task<IReadOnlyList<Refusal>> OfAsync(Dossier dossier, ActContext act, CancellationToken cancel) =>
        [.. OfDeclaration(dossier, act), .. await licences.CheckRequestAsync(dossier, act, cancel)];

    /// <summary>What the dossier itself says: its own rules, and that everything in it can be printed.</summary>
    public IReadOnlyList<Refusal> OfDeclaration(Dossier dossier, ActContext act) => [.. dossier.CheckWhole(act), .. OfPrint(dossier, act)];

    /// <summary>What of the dossier cannot be printed.</summary>
    public IReadOnlyList<Refusal> OfPrint(Dossier dossier, ActContext act)
    {
        var form = act.Rules.Procedure.Form;
        (string Field, string? Text)[] people =
        [
            ("applicant.name", dossier.Applicant.Name),
            ("applicant.address", dossier.Applicant.Address),
            ("submitter.name", dossier.Submitter?.Name),
            ("submitter.identityNumber", dossier.Submitter?.IdentityNumber),
            ("submitter.phone", dossier.Submitter?.Phone),
        ];
        return
        [
            .. PrintableText.Check(people.Select(one => (one.Field, words[one.Field].Value, one.Text))),
            .. PrintableText.Check(form, FormRules.Visible(form, dossier.Form)),
        ];
    }
}
