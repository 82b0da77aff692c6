using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.OneStop.Workflows;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.WorkflowFiles;

/// <summary>The words of who may file name the kinds of applicants that the form takes, and no others.</summary>
public sealed partial class WhoMayFileTests
{
    [Test]
    public void WhoMayFile_InWords_IsWhomTheFormTakes()
    {
        var procedures = ProcedureCatalogue.Load(WorkflowsFolder.Find(AppContext.BaseDirectory)).Versions;

        Assert.That(procedures, Has.Count.GreaterThan(50));
        Assert.That(
            procedures
                .Where(procedure => Said(procedure.Eligible.Text) != Taken(procedure.Eligible.Kinds))
                .Select(procedure => $"{procedure.Slug}: {procedure.Eligible.Text}"),
            Is.Empty
        );
    }

    private static (bool Persons, bool Bodies, bool Foreigners) Said(string words) =>
        (Persons().IsMatch(words), Bodies().IsMatch(words), Foreigners().IsMatch(words));

    private static (bool Persons, bool Bodies, bool Foreigners) Taken(IReadOnlyList<ApplicantKind> kinds) =>
        (kinds.Any(ApplicantKinds.IsPerson), !kinds.All(ApplicantKinds.IsPerson), kinds.Any(ApplicantKinds.IsForeign));

    [GeneratedRegex("cá nhân|công dân", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Persons();

    [GeneratedRegex("cơ quan|tổ chức|doanh nghiệp|cơ sở", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bodies();

    [GeneratedRegex("nước ngoài", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Foreigners();
}
