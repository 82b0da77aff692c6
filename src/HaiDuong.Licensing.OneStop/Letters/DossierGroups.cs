using System.Globalization;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.OneStop.Letters;

/// <summary>The groups of a letter that every paper of a dossier may use.</summary>
internal static class DossierGroups
{
    public static Dictionary<string, object?> Applicant(Dossier dossier) =>
        new(StringComparer.Ordinal)
        {
            ["name"] = dossier.Applicant.Name,
            ["identityNumber"] = dossier.Applicant.IdentityNumber,
            ["address"] = dossier.Applicant.Address,
            ["phone"] = dossier.Applicant.Phone,
            ["email"] = dossier.Applicant.Email,
        };

    /// <summary>In place of a sender who is kept secret.</summary>
    public static Dictionary<string, object?> HiddenApplicant() =>
        new(StringComparer.Ordinal)
        {
            ["name"] = Words.Get("HiddenSender"),
            ["identityNumber"] = null,
            ["address"] = null,
            ["phone"] = null,
            ["email"] = null,
        };

    public static Dictionary<string, object?> Dossier(Dossier dossier) =>
        new(StringComparer.Ordinal)
        {
            ["code"] = dossier.Code,
            ["reference"] = dossier.Reference,
            ["submittedAt"] = IsoTime.Of(dossier.SubmittedAt),
            ["acceptedAt"] = IsoTime.Of(dossier.AcceptedAt),
            ["dueAt"] = IsoTime.Of(dossier.PromisedDue),
        };

    public static Dictionary<string, object?> Fees(Dossier dossier) =>
        new(StringComparer.Ordinal)
        {
            ["due"] = dossier.FeesDue,
            ["items"] = dossier
                .Fees.Select(charge => new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["label"] = charge.Label,
                    ["unit"] = charge.Unit,
                    ["quantity"] = charge.Quantity,
                    ["unitPrice"] = charge.UnitPrice,
                    ["amount"] = charge.Amount,
                })
                .ToList(),
        };

    public static Dictionary<string, object?> Receipt(Dossier dossier, ActContext act, string trackingUrl, bool hidesSender) =>
        new(StringComparer.Ordinal)
        {
            ["papers"] = act
                .Rules.Procedure.Papers.SelectMany(required => PaperRow(required, [.. dossier.Papers.Where(paper => paper.Key == required.Key)]))
                .ToList(),
            ["number"] = Serial(dossier),
            ["sets"] = act.Rules.Procedure.Sets,
            ["term"] = act.Rules.Procedure.TermFor(dossier.Channel).Text,
            ["receivedAt"] = IsoTime.Of(dossier.AcceptedAt),
            ["returnAt"] = IsoTime.Of(dossier.PromisedDue),
            ["returnNote"] = dossier.WhyDateRests(act.Local, DeadlineTexts.Official),
            ["returnMethod"] = Words.Get($"ReturnBy.{dossier.ReturnBy}"),
            ["returnAddress"] = dossier.ReturnBy == ReturnBy.Post && !hidesSender ? dossier.Applicant.Address : null,
            ["submitterName"] = hidesSender ? Words.Get("HiddenSender") : dossier.Submitter?.Name ?? dossier.Applicant.Name,
            ["bookVolume"] = dossier.AcceptedAt?.Year.ToString(CultureInfo.InvariantCulture),
            ["bookEntry"] = EntryInBook(dossier),
            ["trackingUrl"] = trackingUrl,
        };

    private static string? Serial(Dossier dossier) => dossier.Code?[(dossier.Code.LastIndexOf('-') + 1)..];

    /// <summary>A year's book is kept by the codes, whose serial begins anew each day: day and serial are the entry.</summary>
    private static string? EntryInBook(Dossier dossier) => dossier.Code?[(dossier.Code.IndexOf('-', StringComparison.Ordinal) + 1)..];

    /// <summary>The form itself is there also when nothing was uploaded for it.</summary>
    private static IEnumerable<Dictionary<string, object?>> PaperRow(PaperRequirement required, IReadOnlyList<Paper> papers) =>
        papers.Count == 0 && required.IsForm ? [Row(required, required.Originals, 0)] : Brought(required, papers);

    /// <summary>A paper of which something came. A file sent online counts as one copy; beside what the counter has counted it is the scan of it.</summary>
    public static IEnumerable<Dictionary<string, object?>> Brought(PaperRequirement required, IReadOnlyList<Paper> papers)
    {
        if (papers.Count == 0)
            yield break;
        var files = papers.GroupBy(paper => paper.Round).Where(round => round.All(paper => paper is { Originals: 0, Copies: 0 })).Sum(round => round.Count());
        yield return Row(required, papers.Sum(paper => paper.Originals), papers.Sum(paper => paper.Copies) + files);
    }

    private static Dictionary<string, object?> Row(PaperRequirement required, int originals, int copies) =>
        new(StringComparer.Ordinal)
        {
            ["name"] = required.Name,
            ["originals"] = originals,
            ["copies"] = copies,
        };
}
