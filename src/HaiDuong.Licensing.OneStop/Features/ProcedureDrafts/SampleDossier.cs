using System.Globalization;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fees;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.OneStop.Ui.Words;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.ProcedureDrafts;

/// <summary>Hồ sơ mẫu: the form of a draft filled in with its samples, to look at. Nothing of it is kept.</summary>
public sealed record SampleDossier(Procedure Procedure, FormData Form, IReadOnlyDictionary<string, string> Result, LocalDateTime At) : IRouteFacts
{
    /// <summary>What it owes on its day.</summary>
    public IReadOnlyList<FeeCharge> Fees => FeeCalculator.Charges(Procedure, Form, At.Date);

    public long Due => Fees.Sum(charge => charge.Amount);

    public static SampleDossier Of(Procedure procedure, LocalDateTime at, PageWords<PreviewModel> words)
    {
        var filled = new FormData(
            procedure.Form.Fields.Select(field => KeyValuePair.Create(field.Key, Sample(field, at, 1, words))),
            procedure.Form.Tables.Select(table => KeyValuePair.Create(table.Key, Rows(table, at, words)))
        );
        return new SampleDossier(
            procedure,
            FormRules.Visible(procedure.Form, filled),
            procedure.Result.Fields.ToDictionary(field => field.Key, field => Sample(field, at, 1, words), StringComparer.Ordinal),
            at
        );
    }

    public string? Value(string path) =>
        path switch
        {
            "fees.due" or "fees.total" => Due.ToString(CultureInfo.InvariantCulture),
            "procedure.slug" => Procedure.Slug,
            "result.kind" => nameof(Domain.Decisions.DecisionKind.Grant),
            _ when path.StartsWith(DossierFacts.FormPrefix, StringComparison.Ordinal) => Form[path[DossierFacts.FormPrefix.Length..]],
            _ => null,
        };

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(FormRows table, LocalDateTime at, PageWords<PreviewModel> words) =>
        [
            .. Enumerable
                .Range(1, Math.Max(1, table.MinRows))
                .Select(row =>
                    (IReadOnlyDictionary<string, string>)
                        table.Fields.ToDictionary(field => field.Key, field => Sample(field, at, row, words), StringComparer.Ordinal)
                ),
        ];

    private static string Sample(FormField field, LocalDateTime at, int number, PageWords<PreviewModel> words)
    {
        if (field.Samples.Count > 0)
            return field
                .Samples[(number - 1) % field.Samples.Count]
                .Replace("{applicant}", words["Sample.Name"], StringComparison.Ordinal)
                .Replace("{address}", words["Sample.Address"], StringComparison.Ordinal)
                .Replace("{number}", number.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{serial}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return field.Kind.Sample(
            field,
            new FieldSample(at, false, number)
            {
                ApplicantOption = "organisation",
                IdentityNumber = words["Sample.Identity"],
                PersonNumber = words["Sample.Identity"],
                TaxCode = words["Sample.TaxCode"],
                Phone = words["Sample.Phone"],
                Email = words["Sample.Email"],
                Text = words["Sample.Text"],
            }
        );
    }
}
