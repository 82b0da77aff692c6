using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HaiDuong.Licensing.Domain.Procedures;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>
/// Bản tiếng Anh của thủ tục: what the files say in Vietnamese as somebody who reads English is shown it, text by text
/// (<c>languages/en.json</c>). What acts write and letters say stays the Vietnamese of the files.
/// </summary>
public sealed class ProcedureLanguage
{
    /// <summary>
    /// Members that are no words: samples of what may be typed, outcomes of routes, books and symbols of numbers, and what only the office
    /// reads.
    /// </summary>
    private static readonly HashSet<string> Data = new(
        ["samples", "source", "sources", "outcome", "book", "symbol", "remark", "doubt"],
        StringComparer.Ordinal
    );

    private readonly ConcurrentDictionary<Procedure, Procedure> shown = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, string> english;

    private ProcedureLanguage(Dictionary<string, string> english) => this.english = english;

    /// <summary>Whether who is served now reads English.</summary>
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>Each Vietnamese text with its English.</summary>
    public IReadOnlyDictionary<string, string> Texts => english;

    /// <exception cref="JsonException">The file is no map of texts.</exception>
    public static ProcedureLanguage Load(WorkflowsFolder folder)
    {
        var file = Path.Combine(folder.Languages, "en.json");
        return new ProcedureLanguage(File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(file))! : []);
    }

    /// <summary>The text in the language of who is served now; as it stands where there is no other.</summary>
    public string Of(string text) => Told(text, CultureInfo.CurrentUICulture);

    /// <summary>The text in a language; as it stands where there is no other.</summary>
    public string Told(string text, CultureInfo reads) => reads.TwoLetterISOLanguageName == "en" ? english.GetValueOrDefault(text, text) : text;

    /// <summary>The procedure in the language of who is served now.</summary>
    /// <param name="procedure">As it was read.</param>
    /// <param name="resolved">Its file, shared parts in their places.</param>
    public Procedure Of(Procedure procedure, byte[] resolved) =>
        IsEnglish && english.Count > 0 ? shown.GetOrAdd(procedure, one => Translated(one, resolved)) : procedure;

    /// <summary>The words of a file: every text of it that is not data.</summary>
    public static IEnumerable<string> WordsOf(byte[] resolved)
    {
        return In(JsonNode.Parse(resolved));

        static IEnumerable<string> In(JsonNode? node) =>
            node switch
            {
                JsonObject members => members.Where(member => !Data.Contains(member.Key)).SelectMany(member => In(member.Value)),
                JsonArray items => items.SelectMany(In),
                JsonValue value when value.TryGetValue<string>(out var text) => [text],
                _ => [],
            };
    }

    private Procedure Translated(Procedure procedure, byte[] resolved)
    {
        // What is derived beside the file, of its sources and of the version that follows, is taken over.
        var translated = JsonSerializer.SerializeToUtf8Bytes(In(JsonNode.Parse(resolved)));
        return StrictJson.Read<Procedure>(translated, procedure.VersionKey, []) is { } read
            ? read with
            {
                Sources = procedure.Sources,
                InForceTo = procedure.InForceTo,
            }
            : procedure;

        JsonNode? In(JsonNode? node) =>
            node switch
            {
                JsonObject members => new JsonObject(
                    members.Select(member => KeyValuePair.Create(member.Key, Data.Contains(member.Key) ? member.Value?.DeepClone() : In(member.Value)))
                ),
                JsonArray items => new JsonArray([.. items.Select(In)]),
                JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(english.GetValueOrDefault(text, text)),
                _ => node?.DeepClone(),
            };
    }
}
