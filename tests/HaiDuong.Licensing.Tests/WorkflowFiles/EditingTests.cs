using System.Globalization;
using System.Resources;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Features.ProcedureDrafts;
using HaiDuong.Licensing.OneStop.Workflows;
using HaiDuong.Licensing.OneStop.Workflows.Editing;
using NodaTime;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.WorkflowFiles;

/// <summary>A procedure's document is edited by forms: JSON in, what was typed, JSON out.</summary>
public sealed class EditingTests
{
    private static readonly LocalDate Today = new(2026, 3, 2);
    private static readonly WorkflowsFolder Folder = WorkflowsFolder.Find(AppContext.BaseDirectory);
    private static readonly ProcedureCatalogue Catalogue = ProcedureCatalogue.Load(Folder);
    private static readonly ProcedureDraftCheck Check = new(
        new Rulebooks(Catalogue, [], new OfficeCalendar(CalendarFiles.Load(Folder).Single(calendar => calendar.Name == "vietnam"))),
        Folder
    );

    [Test]
    public void Document_InWhichNothingIsTyped_IsTheSame()
    {
        foreach (var version in Catalogue.Versions)
        {
            var text = ProcedureDocument.Parse(Catalogue.FilesOf(version)["procedure.json"]).Text;
            var document = ProcedureDocument.Parse(text);
            foreach (var root in ProcedureParts.Of(document).SelectMany(part => part.Roots))
                document.Type(root, path => document.Shown(path).Replace("\n", "\r\n", StringComparison.Ordinal));

            Assert.That(document.Text, Is.EqualTo(text), version.VersionKey);
        }
    }

    [Test]
    public void Draft_OfEveryProcedure_HasNothingWrong()
    {
        var wrong =
            from version in Catalogue.All(Today)
            from finding in Check.Check(version.Slug, DraftFiles.Begin(Catalogue.FilesOf(version), Today.PlusDays(1)), Today)
            where !finding.IsAdvice
            select $"{version.Slug} {finding.Path}: {finding.Problem.English}";

        Assert.That(wrong, Is.Empty);
    }

    [TestCase(-5, "TermAmountWrong")]
    [TestCase(0, "TermAmountWrong")]
    [TestCase(99999, "TermAmountWrong")]
    [TestCase(300, "TermTextOther")]
    public void Term_ThatCannotBeCounted_OrThatItsSentenceDoesNotName_IsAFinding(int amount, string code)
    {
        var version = Catalogue.InForce("newsletter-licence", Today)!;
        var files = new Dictionary<string, string>(DraftFiles.Begin(Catalogue.FilesOf(version), Today.PlusDays(1)), StringComparer.Ordinal);
        var document = ProcedureDocument.Parse(files["procedure.json"]);
        Type(document, "terms", ("terms[0].amount", amount.ToString(CultureInfo.InvariantCulture)), ("terms[0].publishedAmount", ""));
        files["procedure.json"] = document.Text;

        Assert.That(Check.Check(version.Slug, files, Today).Select(finding => finding.Problem.Code), Does.Contain(code));
    }

    [Test]
    public void Type_ChangesWhatWasTypedOtherwise_AndKeepsWhatNobodyKnows()
    {
        var document = Parse(
            """{ "sets": 1, "mystery": { "a": [1.50] }, "feeLines": [ { "key": "one", "rates": [ { "amount": 15000, "from": "2017-01-01" } ] } ] }"""
        );

        Type(document, "feeLines", ("feeLines[0].rates[0].amount", "7.500"), ("feeLines[0].rates[0].to", "31/12/2027"), ("feeLines[0].when.field", "medium"));

        Assert.That(
            document.Text.ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal),
            Is.EqualTo(
                """{"sets":1,"mystery":{"a":[1.50]},"feeLines":[{"key":"one","when":{"field":"medium"},"rates":[{"amount":7500,"from":"2017-01-01","to":"2027-12-31"}]}]}"""
            )
        );
    }

    [Test]
    public void Row_IsAddedMovedAndRemoved()
    {
        var document = Parse("""{ "papers": [ { "key": "a" }, { "key": "b" } ] }""");

        var added = document.Add("papers");
        Type(document, "papers", ("papers[2].key", "c"), ("papers[2].originals", "1"));
        var moved = document.Move("papers[2]", -1);
        document.Remove("papers[0]");

        Assert.That((added, moved), Is.EqualTo(("papers[2]", "papers[1]")));
        Assert.That(
            (document.Shown("papers[0].key"), document.Shown("papers[0].originals"), document.Shown("papers[0].verified")),
            Is.EqualTo(("c", "1", "false"))
        );
        Assert.That(document.Shown("papers[1].key"), Is.EqualTo("b"));
    }

    [Test]
    public void Group_ThatIsEmptied_IsGone()
    {
        var document = Parse("""{ "papers": [ { "key": "a", "when": { "field": "medium", "in": ["printed"] } } ] }""");

        Type(document, "papers", ("papers[0].when.field", ""), ("papers[0].when.in", ""));

        Assert.That(document.Find("papers[0].when"), Is.Null);
    }

    [Test]
    public void Value_ThatCannotBeRead_IsKeptAndFound()
    {
        var version = Catalogue.InForce("publishing-permit", Today)!;
        var files = DraftFiles.Begin(Catalogue.FilesOf(version), Today.PlusDays(1));
        var document = ProcedureDocument.Parse(files["procedure.json"]);

        Type(document, "papers", ("papers[0].originals", "một"), ("papers[0].name", ""));

        Assert.That(document.Shown("papers[0].originals"), Is.EqualTo("một"));
        Assert.That(
            Check.Check(version.Slug, DraftFiles.With(files, document), Today).Select(finding => (finding.Path, finding.Problem.Code)),
            Does.Contain(("papers[0].name", "TextEmpty"))
        );
        Type(document, "papers", ("papers[0].name", "Đơn"));
        Assert.That(
            Check.Check(version.Slug, DraftFiles.With(files, document), Today).Select(finding => (finding.Path, finding.Problem.Code)),
            Is.EqualTo(new[] { ("papers[0].originals", "MemberWrongType") })
        );
    }

    [Test]
    public void Check_FindsAtOnce_WhatCannotBeRead_AndWhatIsWrongBeside()
    {
        var version = Catalogue.InForce("publishing-permit", Today)!;
        var files = DraftFiles.Begin(Catalogue.FilesOf(version), Today.PlusDays(1));
        var document = ProcedureDocument.Parse(files["procedure.json"]);
        Type(document, "papers", ("papers[0].originals", "một"), ("papers[1].copies", "hai"), ("papers[0].name", ""));
        Type(document, "routeId", ("routeId", "nowhere"));
        document.Add("feeLines");

        var found = Check
            .Check(version.Slug, DraftFiles.With(files, document), Today)
            .Where(finding => !finding.IsAdvice)
            .Select(finding => (finding.Path, finding.Problem.Code))
            .ToList();

        Assert.That(
            found,
            Is.SupersetOf(
                new[]
                {
                    ("papers[0].originals", "MemberWrongType"),
                    ("papers[1].copies", "MemberWrongType"),
                    ("papers[0].name", "TextEmpty"),
                    ("routeId", "RouteUnknown"),
                    ($"feeLines[{version.FeeLines.Count}].key", "MemberMissing"),
                }
            )
        );
        Assert.That(found.Select(one => one.Path), Has.None.Matches("^(slug|inForceFrom|form)"), "nothing is told of what was mended");
    }

    [Test]
    public void Check_OfTheDay_RefusesThePastAndWhatIsNotAfterTheNewest()
    {
        var version = Catalogue.Newest("press-conference")!;

        string[] CodesOn(LocalDate day) =>
            [
                .. Check
                    .Check(version.Slug, DraftFiles.Begin(Catalogue.FilesOf(version), day), Today)
                    .Where(finding => !finding.IsAdvice)
                    .Select(finding => finding.Problem.Code),
            ];

        Assert.That(CodesOn(Today), Is.Empty);
        Assert.That(CodesOn(Today.PlusDays(-1)), Is.EqualTo(new[] { "VersionInPast" }));
        Assert.That(CodesOn(version.InForceFrom), Does.Contain("VersionNotLast"));
        Assert.That(CodesOn(version.InForceFrom.PlusDays(-1)), Does.Contain("VersionNotLast"));
    }

    [Test]
    public void Changes_OfADraftAsItBegins_AreNone()
    {
        var changed =
            from version in Catalogue.All(Today)
            let files = Catalogue.FilesOf(version)
            let open = new OpenProcedure(version.Slug, version, version, files, null, DraftFiles.Begin(files, Today.PlusDays(1)))
            where new DraftComparison(open).Count > 0
            select version.Slug;

        Assert.That(changed, Is.Empty);
    }

    [TestCase("""{ "feeLines": [ { "key": "a", "rates": [ { "amount": 1 }, { "amount": 2 }, { "amount": 3 } ] } ] }""", "feeLines[0].rates[0]", "remove")]
    [TestCase("""{ "legalBasis": [ { "text": "A" }, { "text": "B" } ] }""", "legalBasis", "add")]
    [TestCase("""{ "legalBasis": [ { "text": "A" }, { "text": "B" }, { "text": "C" } ] }""", "legalBasis[0]", "down")]
    [TestCase("""{ "papers": [ { "key": "a", "name": "A" } ] }""", "papers[0].key=b", "type")]
    [TestCase("""{ "papers": [ { "key": "a" } ] }""", "papers[0].when.field=x|papers[0].when.in=y", "type")]
    public void Changes_OfOneEdit_AreOne(string json, string path, string edit)
    {
        var after = Parse(json);
        if (edit == "type")
            Type(after, "papers", [.. path.Split('|').Select(one => (one.Split('=')[0], one.Split('=')[1]))]);
        else
            EditCommand.Do(after, $"{edit}:{path}");

        Assert.That(ProcedureChanges.Of(Parse(json), after), Has.Count.EqualTo(1));
    }

    [Test]
    public void Changes_AreToldValueByValue_RowsByTheirKey()
    {
        var before = Parse("""{ "sets": 1, "papers": [ { "key": "a", "name": "A" }, { "key": "b", "name": "B" } ], "terms": [ { "amount": 5 } ] }""");
        var after = Parse("""{ "sets": 2, "papers": [ { "key": "b", "name": "Bê" }, { "key": "c", "name": "C" } ], "terms": [ { "amount": 3 } ] }""");

        Assert.That(
            ProcedureChanges.Of(before, after).Select(change => (change.Path, change.Before, change.After)),
            Is.EquivalentTo(
                new (string, string?, string?)[]
                {
                    ("sets", "1", "2"),
                    ("papers[0]", "a", null),
                    ("papers[0].name", "B", "Bê"),
                    ("papers[1]", null, "c"),
                    ("terms[0].amount", "5", "3"),
                }
            )
        );
    }

    [Test]
    public void Part_IsThereForEveryMember()
    {
        var document = ProcedureDocument.Parse(Catalogue.FilesOf(Catalogue.Versions.First(version => version.InspectionForm is not null))["procedure.json"]);
        var parts = ProcedureParts.Of(document);

        Assert.That(
            EditedShape
                .Of(typeof(Procedure))
                .Select(shape => shape.Member)
                .Except(ProcedureParts.Elsewhere)
                .Where(member => !parts.Any(part => part.Covers(member) || part.Roots.Any(root => root.StartsWith(member + ".", StringComparison.Ordinal)))),
            Is.Empty
        );
    }

    [TestCase("vi")]
    [TestCase("en")]
    public void Member_AndEveryChoice_HasItsWords(string language)
    {
        var words = new ResourceManager(typeof(MemberWords).FullName!, typeof(MemberWords).Assembly);
        bool IsKnown(string key) => words.GetString(key, CultureInfo.GetCultureInfo(language)) is { Length: > 0 };
        var shapes = Below(typeof(Procedure), []).ToList();

        Assert.That(shapes.Where(shape => !IsKnown(shape.Word) && !IsKnown(shape.Member)).Select(shape => shape.Word), Is.Empty);
        Assert.That(shapes.SelectMany(shape => shape.Options.Select(value => $"{shape.Type.Name}.{value}")).Where(key => !IsKnown(key)), Is.Empty);
    }

    private static IEnumerable<EditedShape> Below(Type record, HashSet<Type> seen) =>
        !seen.Add(record)
            ? []
            : EditedShape.Of(record).SelectMany(shape => shape.Kind is EditedKind.Group or EditedKind.Rows ? Below(shape.Type, seen).Prepend(shape) : [shape]);

    private static ProcedureDocument Parse(string json) => ProcedureDocument.Parse(json);

    private static void Type(ProcedureDocument document, string root, params (string Path, string Text)[] typed) =>
        document.Type(root, path => typed.FirstOrDefault(one => one.Path == path).Text);
}
