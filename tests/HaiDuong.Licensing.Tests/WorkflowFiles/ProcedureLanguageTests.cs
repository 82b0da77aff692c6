using System.Text;
using System.Text.RegularExpressions;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.OneStop.Workflows;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.WorkflowFiles;

/// <summary>Every text of the procedures and routes has its English, which changes words alone; nobody who reads Vietnamese sees it.</summary>
internal sealed partial class ProcedureLanguageTests
{
    private static readonly WorkflowsFolder Folder = WorkflowsFolder.Find(AppContext.BaseDirectory);
    private static readonly ProcedureCatalogue Catalogue = ProcedureCatalogue.Load(Folder);
    private static readonly ProcedureLanguage English = ProcedureLanguage.Load(Folder);

    [Test]
    public void Text_OfEveryProcedureAndRoute_IsThereInEnglish() =>
        Assert.That(Said().Where(IsVietnamese).Where(text => !English.Texts.ContainsKey(text)), Is.Empty);

    [Test]
    public void English_IsOfATextThatIsStillSaid_AndKeepsItsPlaceholders()
    {
        var said = Said().ToHashSet(StringComparer.Ordinal);

        Assert.That(English.Texts.Keys.Where(text => !said.Contains(text)), Is.Empty);
        Assert.That(English.Texts.Where(text => string.IsNullOrWhiteSpace(text.Value) || !Held(text.Key).SequenceEqual(Held(text.Value))), Is.Empty);
    }

    [Test]
    [SetUICulture("en")]
    public void Procedure_InEnglish_IsTheSameButForItsWords()
    {
        foreach (var version in Catalogue.Versions)
        {
            var shown = Catalogue.Shown(version);

            Assert.That(shown, Is.Not.SameAs(version), version.VersionKey);
            Assert.That(Data(shown), Is.EqualTo(Data(version)), version.VersionKey);
        }

        var day = new NodaTime.LocalDate(2026, 6, 1);
        Assert.That(Catalogue.Find("publishing permit", day).Found.Select(found => found.Slug), Does.Contain("publishing-permit"));
        Assert.That(Catalogue.Find("xuat ban tai lieu", day).Found.Select(found => found.Slug), Does.Contain("publishing-permit"));
        Assert.That(Catalogue.KindName("publishing-permit"), Does.Not.Contain("Giấy phép"));
    }

    [Test]
    [SetUICulture("en")]
    public void Procedure_InEnglish_EndsWhereTheNextVersionBegins()
    {
        const string file = "procedures/publishing-permit/2020-04-01/procedure.json";
        using var copy = WorkflowsCopy.For(file);
        copy.Edit(file, document => document.AsObject().Remove("inForceTo"));
        var catalogue = ProcedureCatalogue.Load(new WorkflowsFolder(copy.Root));

        var shown = catalogue.Shown(catalogue.Version("publishing-permit", new(2020, 4, 1)));

        Assert.That(shown.InForceTo, Is.EqualTo(new NodaTime.LocalDate(2025, 6, 30)));
    }

    [Test]
    [SetUICulture("vi")]
    public void Procedure_InVietnamese_IsTheFiles() =>
        Assert.That(Catalogue.Versions.Where(version => !ReferenceEquals(Catalogue.Shown(version), version)), Is.Empty);

    private static IEnumerable<string> Said() =>
        Catalogue
            .Versions.SelectMany(version => ProcedureLanguage.WordsOf(Encoding.UTF8.GetBytes(Catalogue.FilesOf(version)["procedure.json"])))
            .Concat(Catalogue.RouteIds.SelectMany(id => ProcedureLanguage.WordsOf(Encoding.UTF8.GetBytes(Catalogue.RouteJson(id)))))
            .Concat(Catalogue.RouteIds.SelectMany(id => Route.Parse(Catalogue.RouteJson(id)).Steps.SelectMany(step => step.Outcomes)))
            .Concat(PublicityFiles.Load(Folder).Occasions.Select(occasion => occasion.Text));

    /// <summary>What acts go by.</summary>
    private static string Data(Procedure procedure) =>
        string.Join(
            '\n',
            procedure
                .Form.Fields.Select(field =>
                    $"{field.Key} {field.Type} {field.Required} {string.Join('|', field.Options.Select(option => option.Value))} {string.Join('|', field.Samples)}"
                )
                .Concat(procedure.Papers.Select(paper => $"{paper.Key} {paper.Required} {paper.Originals} {paper.Copies}"))
                .Concat(procedure.FeeLines.Select(line => line.Key))
                .Append(procedure.VersionKey)
                .Append(procedure.RouteId)
                .Append(procedure.DivisionKey)
        );

    private static bool IsVietnamese(string text) => text.Any(letter => letter > '\u007f' && char.IsLetter(letter));

    private static IEnumerable<string> Held(string text) => Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\{?\s*[\w.]+\s*\}?\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}
