using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HaiDuong.Licensing.Domain.Procedures;
using NodaTime.Text;

namespace HaiDuong.Licensing.Web.Workflows;

/// <summary>
/// Phiên bản đã công bố: <c>published.json</c> keeps a fingerprint of each published version with everything it uses, so that a change of a
/// shared part or text never changes unseen what dossiers were received under.
/// </summary>
internal sealed class PublishedVersions(WorkflowsFolder folder)
{
    private const string FileName = "published.json";
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly string path = Path.Combine(folder.Root, FileName);

    /// <summary>How <c>published.json</c> names a version.</summary>
    public static string KeyOf(Procedure procedure) => $"{procedure.Slug}/{LocalDatePattern.Iso.Format(procedure.InForceFrom)}";

    /// <summary>SHA-256 over the file with its shared parts in their places, and over the two papers with their texts.</summary>
    public string Fingerprint(Procedure procedure)
    {
        var source = ProcedureFiles.SourceOf(folder, procedure);
        var resolved = SharedPartsReader.Resolve(new SharedParts(folder), source, source.Parse(), []) ?? [];
        var templates = new TemplateFiles(folder);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(resolved);
        foreach (var name in new[] { "result", "refusal" })
            hash.AppendData(Encoding.UTF8.GetBytes(TemplateText.Open(folder, templates.ResultPath(procedure, name)).Whole));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Adds what was changed or taken away after it was published.</summary>
    public void Check(IReadOnlyList<Procedure> procedures, List<WorkflowProblem> problems)
    {
        foreach (var (key, fingerprint) in Read())
        {
            if (procedures.FirstOrDefault(version => KeyOf(version) == key) is not { } procedure)
                problems.Add(WorkflowProblem.At(folder.Shown(path), 1, "PublishedGone", key));
            else if (Fingerprint(procedure) != fingerprint)
                problems.Add(WorkflowProblem.At(ProcedureFiles.SourceOf(folder, procedure).Shown, 1, "PublishedChanged", key));
        }
    }

    /// <summary>Keeps the fingerprint of a version; false when it was published before.</summary>
    public bool Add(Procedure procedure)
    {
        var published = Read();
        if (!published.TryAdd(KeyOf(procedure), Fingerprint(procedure)))
            return false;
        File.WriteAllText(path, JsonSerializer.Serialize(published, Written) + "\n");
        return true;
    }

    private SortedDictionary<string, string> Read() => new(
        File.Exists(path) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(path)) ?? [] : [], StringComparer.Ordinal);
}
