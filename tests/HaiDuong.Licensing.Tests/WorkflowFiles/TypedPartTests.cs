using HaiDuong.Licensing.OneStop.Features.ProcedureDrafts;
using HaiDuong.Licensing.OneStop.Workflows.Editing;
using NUnit.Framework;

namespace HaiDuong.Licensing.Tests.WorkflowFiles;

/// <summary>A form of one part over a draft that somebody else may have saved.</summary>
public sealed class TypedPartTests
{
    private const string Begun = """
        {
          "sets": 1,
          "papers": [ { "key": "a", "name": "A" }, { "key": "b", "name": "B" } ],
          "form": { "sections": [ { "key": "one", "title": "Một" }, { "key": "two", "title": "Hai" } ] }
        }
        """;

    [Test]
    public void Row_ThatAButtonAdded_IsSavedWithWhatWasTypedIntoIt_AndOnlyThen()
    {
        var files = Files(Begun);
        var began = Text(files, "papers");

        var added = TypedPart.Read(files, new SentPart("papers", began, null, Typed(("papers[0].name", "Â")), "add:papers"))!;
        var saved = TypedPart.Read(files, new SentPart("papers", began, Text(added.Files, "papers"), Typed(("papers[2].key", "c")), null))!;

        Assert.That(added.Opened, Is.EqualTo("papers[2]"));
        Assert.That((Shown(saved, "papers[0].name"), Shown(saved, "papers[2].key"), saved.IsTouched), Is.EqualTo(("Â", "c", false)));
    }

    [Test]
    public void SaveOfAnotherPart_IsInNobodysWay_AndIsKept()
    {
        var late = TypedPart.Read(
            Files(Begun.Replace("\"sets\": 1", "\"sets\": 2", StringComparison.Ordinal)),
            new SentPart("papers", Text(Files(Begun), "papers"), null, Typed(("papers[0].name", "Â")), null)
        )!;

        Assert.That((late.IsTouched, Shown(late, "sets"), Shown(late, "papers[0].name")), Is.EqualTo((false, "2", "Â")));
    }

    [Test]
    public void SaveOfThisPart_IsTold_AndWhatWasTypedStands()
    {
        var late = TypedPart.Read(
            Files(Begun.Replace("\"B\"", "\"Bê\"", StringComparison.Ordinal)),
            new SentPart("papers", Text(Files(Begun), "papers"), null, Typed(("papers[0].name", "Â")), null)
        )!;

        Assert.That(late.IsTouched, Is.True);
        Assert.That(late.Theirs, Is.EqualTo(new[] { new ProcedureChange("papers[1].name", "B", "Bê") }));
        Assert.That((Shown(late, "papers[0].name"), Shown(late, "papers[1].name")), Is.EqualTo(("Â", "B")));
    }

    // The form of a section is known by where the section stands, which another one's save may have changed.
    [Test]
    public void Section_ThatWasMovedMeanwhile_IsWrittenWhereItIsNow()
    {
        var moved = ProcedureDocument.Parse(Begun);
        moved.Move("form.sections[1]", -1);

        var late = TypedPart.Read(
            Files(moved.Text),
            new SentPart("form.sections[1]", Text(Files(Begun), "form.sections[1]"), null, Typed(("form.sections[1].title", "Hài")), null)
        )!;

        Assert.That((late.Key, late.IsTouched), Is.EqualTo(("form.sections[0]", false)));
        Assert.That((Shown(late, "form.sections[0].title"), Shown(late, "form.sections[1].title")), Is.EqualTo(("Hài", "Một")));
    }

    [Test]
    public void Section_ThatWasRemovedMeanwhile_IsNotLostWithWhatWasTyped()
    {
        var left = ProcedureDocument.Parse(Begun);
        left.Remove("form.sections[0]");

        var late = TypedPart.Read(
            Files(left.Text),
            new SentPart("form.sections[0]", Text(Files(Begun), "form.sections[0]"), null, Typed(("form.sections[0].title", "Mốt")), null)
        )!;

        Assert.That((late.Key, late.IsTouched), Is.EqualTo(("form.sections[1]", true)));
        Assert.That((Shown(late, "form.sections[0].title"), Shown(late, "form.sections[1].title")), Is.EqualTo(("Hai", "Mốt")));
    }

    private static Dictionary<string, string> Files(string document) => new(StringComparer.Ordinal) { ["procedure.json"] = document };

    private static string Text(IReadOnlyDictionary<string, string> files, string part) =>
        TypedPart.Text(files, ProcedureParts.Find(ProcedureDocument.Parse(files["procedure.json"]), part)!);

    private static string Shown(TypedPart part, string path) => ProcedureDocument.Parse(part.Files["procedure.json"]).Shown(path);

    private static Func<string, string?> Typed(params (string Path, string Text)[] typed) => path => typed.FirstOrDefault(one => one.Path == path).Text;
}
