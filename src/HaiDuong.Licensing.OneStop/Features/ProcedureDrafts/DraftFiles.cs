using System.Text.Json.Nodes;
using HaiDuong.Licensing.OneStop.Workflows;
using HaiDuong.Licensing.OneStop.Workflows.Editing;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Features.ProcedureDrafts;

/// <summary>The files of a draft, by the names that a published version gives them.</summary>
public static class DraftFiles
{
    public const string Document = ProcedureFiles.FileName;

    private const string Day = ProcedureDraftCheck.Day;

    /// <summary>A draft that begins as a version is; what was said of that version's own days is not said of the new one.</summary>
    /// <param name="files">The files of that version.</param>
    /// <param name="day">The day that is proposed to begin on.</param>
    public static IReadOnlyDictionary<string, string> Begin(IReadOnlyDictionary<string, string> files, LocalDate day)
    {
        var document = ProcedureDocument.Parse(files[Document]);
        document.Put("inForceTo", null);
        document.Put("inForce", null);
        return On(With(files, document), day);
    }

    /// <summary>The same, beginning on another day.</summary>
    public static IReadOnlyDictionary<string, string> On(IReadOnlyDictionary<string, string> files, LocalDate day)
    {
        var document = ProcedureDocument.Parse(files[Document]);
        document.Put(Day, JsonValue.Create(LocalDatePattern.Iso.Format(day)));
        return With(files, document);
    }

    /// <summary>The day that the draft says; null when it cannot be read.</summary>
    public static LocalDate? DayOf(ProcedureDocument document) =>
        document.Find(Day) is JsonValue said && said.TryGetValue<string>(out var text) && LocalDatePattern.Iso.Parse(text) is { Success: true } day
            ? day.Value
            : null;

    public static IReadOnlyDictionary<string, string> With(IReadOnlyDictionary<string, string> files, ProcedureDocument document) =>
        With(files, Document, document.Text);

    public static IReadOnlyDictionary<string, string> With(IReadOnlyDictionary<string, string> files, string name, string text) =>
        new Dictionary<string, string>(files, StringComparer.Ordinal) { [name] = text };
}
