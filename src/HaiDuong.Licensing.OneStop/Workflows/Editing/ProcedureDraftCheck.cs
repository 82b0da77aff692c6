using System.Text;
using System.Text.Json;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Workflows.Editing;

/// <summary>What the checker finds in a draft, and at which value.</summary>
/// <param name="Path">The path of the value, or the name of a letter's file.</param>
/// <param name="Problem">The finding.</param>
public sealed record DraftFinding(string Path, WorkflowProblem Problem)
{
    public bool IsAdvice => Problem.IsAdvice;
}

/// <summary>
/// Kiểm tra bản nháp: everything that a file of the folder would be refused for, and what its route, its unit and the other procedures ask of it.
/// </summary>
public sealed class ProcedureDraftCheck(Rulebooks rulebooks, WorkflowsFolder folder)
{
    public const string Day = "inForceFrom";

    /// <param name="slug">The procedure.</param>
    /// <param name="files">The draft.</param>
    /// <param name="today">A version begins today or later.</param>
    public IReadOnlyList<DraftFinding> Check(string slug, IReadOnlyDictionary<string, string> files, LocalDate today)
    {
        var problems = new List<WorkflowProblem>();
        // A finding is told at its path; the draft has no lines that anybody reads.
        var (read, mended) = MendedDraft.Read(
            Encoding.UTF8.GetBytes(files[ProcedureFiles.FileName]),
            (utf8, found) => ProcedureFiles.ReadWhole(utf8, new SharedParts(folder), path => new JsonPlace(path, 1), found),
            problems
        );
        if (read is not null)
            problems.AddRange([
                .. Version(read, slug, today).Concat(Sentences(read)).Concat(AmongOthers(read)).Where(problem => !mended.Mended(problem.File)),
                .. Letters(read, files),
            ]);
        return [.. problems.Select(problem => new DraftFinding(problem.File, problem)).DistinctBy(finding => (finding.Path, finding.Problem.Message))];
    }

    /// <summary>The procedure that a draft says; null while it cannot be read.</summary>
    public Procedure? Read(IReadOnlyDictionary<string, string> files) =>
        ProcedureFiles.ReadWhole(Encoding.UTF8.GetBytes(files[ProcedureFiles.FileName]), new SharedParts(folder), path => new JsonPlace(path, 1), []);

    /// <summary>A file as somebody sends it, with shared parts in their places; null with what is wrong with it.</summary>
    public ProcedureDocument? Open(byte[] utf8, List<WorkflowProblem> problems)
    {
        var source = new JsonSource(ProcedureFiles.FileName, utf8);
        try
        {
            return SharedPartsReader.Resolve(new SharedParts(folder), source, source.Parse(), problems) is { } whole
                ? ProcedureDocument.Parse(Encoding.UTF8.GetString(whole))
                : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            problems.Add(WorkflowProblem.At(ProcedureFiles.FileName, 1, "FileNotJson", wrong.Message));
            return null;
        }
    }

    /// <summary>A version begins today or later, and after every one that is published: so none is between others, and none is lost.</summary>
    private IEnumerable<WorkflowProblem> Version(Procedure read, string slug, LocalDate today)
    {
        if (read.Slug != slug)
            yield return Problem("slug", "SlugNotFolder", read.Slug, slug);
        if (read.InForceFrom < today)
            yield return Problem(Day, "VersionInPast");
        if (rulebooks.Catalogue.Newest(slug) is not { } newest)
            yield break;
        if (read.InForceFrom <= newest.InForceFrom)
            yield return Problem(Day, "VersionNotLast", VietnameseDate.Print(newest.InForceFrom));
        else if (newest.InForceTo >= read.InForceFrom)
            yield return Problem(Day, "VersionsOverlap", slug, LocalDatePattern.Iso.Format(read.InForceFrom));
    }

    /// <summary>The sentence that everybody reads names the number by which the due date is counted.</summary>
    private static IEnumerable<WorkflowProblem> Sentences(Procedure read)
    {
        foreach (var (index, term) in read.Terms.Index())
        {
            var numbers = string.Concat(term.Text.Select(letter => char.IsAsciiDigit(letter) ? letter : ' '))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(digits => digits.TrimStart('0'))
                .ToList();
            if (numbers.Count > 0 && !numbers.Contains($"{term.Amount}") && !numbers.Contains($"{term.PublishedAmount}"))
                yield return Problem($"terms[{index}].text", "TermTextOther", term.Amount) with
                {
                    IsAdvice = true,
                };
        }
    }

    private IEnumerable<WorkflowProblem> AmongOthers(Procedure read)
    {
        var catalogue = rulebooks.Catalogue;
        foreach (var wrong in new OrganisationCheck(folder, catalogue.Organisation).Division(read, "divisionKey"))
            yield return wrong;
        foreach (var (_, slug) in LicenceFileRules.Strangers([.. catalogue.Versions, read]).Where(stranger => ReferenceEquals(stranger.Procedure, read)))
            yield return Problem("licence.of", "LicenceGiverUnknown", slug);
        if (rulebooks.Routes.FirstOrDefault(route => route.Id == read.RouteId) is not { } routed)
        {
            yield return Problem("routeId", "RouteUnknown", read.RouteId);
            yield break;
        }

        foreach (var wrong in new RoutePublishing([read], catalogue.Organisation).Check(routed, "routeId"))
            yield return wrong.Code == RoutePublishing.FactMayBeMissing ? wrong with { IsAdvice = true } : wrong;
    }

    private IEnumerable<WorkflowProblem> Letters(Procedure read, IReadOnlyDictionary<string, string> files) =>
        new TemplateFiles(folder).CheckTexts(read, files);

    private static WorkflowProblem Problem(string path, string code, params object[] args) => WorkflowProblem.At(path, 1, code, args);
}
