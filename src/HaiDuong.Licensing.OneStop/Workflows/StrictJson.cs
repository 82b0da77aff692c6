using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>Reads JSON files of <c>workflows/</c> into records and refuses every member that the record does not have or that is missing.</summary>
internal static class StrictJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new LocalDateConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly ConcurrentDictionary<Type, Dictionary<string, JsonPropertyInfo>> Members = new();

    /// <summary>What is not known of every procedure and office: its national code, its address.</summary>
    private static readonly HashSet<string> MayBeEmpty = new(["code", "address", "phone", "email", "website"], StringComparer.Ordinal);

    /// <summary>The record; null when problems were added.</summary>
    public static T? Read<T>(byte[] utf8, string file, List<WorkflowProblem> problems)
        where T : class => Read<T>(utf8, new JsonSource(file, utf8).PlaceOf, problems);

    /// <summary>The record of a text whose values were written at other places; null when problems were added.</summary>
    public static T? Read<T>(byte[] utf8, Func<string, JsonPlace> placeOf, List<WorkflowProblem> problems)
        where T : class
    {
        void Report(string path, string code, params object[] args)
        {
            var place = placeOf(path);
            problems.Add(WorkflowProblem.At(place.File, place.Line, code, args));
        }

        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var found = problems.Count;
            Compare(document.RootElement, typeof(T), string.Empty, Report);
            return problems.Count > found ? null : document.Deserialize<T>(Options);
        }
        catch (JsonException wrong) when (wrong is { LineNumber: not null, Path: null })
        {
            problems.Add(WorkflowProblem.At(placeOf(string.Empty).File, (int)wrong.LineNumber + 1, "FileNotJson", wrong.Message));
        }
        catch (JsonException wrong)
        {
            var path = (wrong.Path ?? string.Empty).TrimStart('$').TrimStart('.');
            Report(path, path.Length == 0 ? "FileNotJson" : "MemberWrongType", path.Length == 0 ? wrong.Message : path);
        }

        return null;
    }

    /// <summary>The files of a folder that are right, each with the name that messages show; what is wrong is added to the problems.</summary>
    public static List<(string Shown, T File)> ReadFolder<T>(
        WorkflowsFolder folder,
        string directory,
        Func<T, string, IEnumerable<(string At, string Code, object[] Args)>> check,
        List<WorkflowProblem> problems
    )
        where T : class
    {
        var files = new List<(string, T)>();
        foreach (
            var path in Directory
                .EnumerateFiles(directory, "*.json")
                .Where(path => !path.EndsWith(".schema.json", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            var shown = folder.Shown(path);
            var utf8 = File.ReadAllBytes(path);
            var found = problems.Count;
            if (Read<T>(utf8, shown, problems) is not { } file)
                continue;
            var lines = new JsonLines(utf8);
            problems.AddRange(
                check(file, Path.GetFileNameWithoutExtension(path)).Select(wrong => WorkflowProblem.At(shown, lines.Of(wrong.At), wrong.Code, wrong.Args))
            );
            if (problems.Count == found)
                files.Add((shown, file));
        }

        return files;
    }

    /// <summary>The members of a record as files write them, by their names.</summary>
    public static IReadOnlyDictionary<string, JsonPropertyInfo> MembersOf(Type record) =>
        Members.GetOrAdd(record, static type =>
            Options.GetTypeInfo(type).Properties.Where(property => property.Set is not null).ToDictionary(property => property.Name, StringComparer.Ordinal)
        );

    private static void Compare(JsonElement element, Type type, string path, Action<string, string, object[]> report)
    {
        var info = Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        if (info.Kind == JsonTypeInfoKind.Object && element.ValueKind == JsonValueKind.Object)
            CompareMembers(element, info, path, report);
        else if (info.Kind == JsonTypeInfoKind.Enumerable && element.ValueKind == JsonValueKind.Array)
            CompareItems(element.EnumerateArray().Select((item, index) => ($"{path}[{index}]", item)), info.ElementType!, report);
        else if (info.Kind == JsonTypeInfoKind.Dictionary && element.ValueKind == JsonValueKind.Object)
            CompareItems(element.EnumerateObject().Select(member => ($"{path}.{member.Name}", member.Value)), info.ElementType!, report);
        else if (element.ValueKind == JsonValueKind.String && element.GetString() is { Length: 0 } && !MayBeEmpty.Contains(path))
            report(path, "TextEmpty", []);
    }

    private static void CompareItems(IEnumerable<(string Path, JsonElement Value)> items, Type type, Action<string, string, object[]> report)
    {
        foreach (var (path, item) in items)
        {
            if (item.ValueKind == JsonValueKind.Null)
                report(path, "MemberWrongType", [path]);
            else
                Compare(item, type, path, report);
        }
    }

    private static void CompareMembers(JsonElement element, JsonTypeInfo info, string path, Action<string, string, object[]> report)
    {
        var known = MembersOf(info.Type);
        foreach (var member in element.EnumerateObject())
        {
            var inner = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (member.Value.ValueKind == JsonValueKind.Null)
                report(inner, "MemberWrongType", [inner]);
            else if (known.TryGetValue(member.Name, out var property))
                Compare(member.Value, property.PropertyType, inner, report);
            else if (member.Name != "$schema" || path.Length > 0 || member.Value.ValueKind != JsonValueKind.String || member.Value.ValueEquals(""))
                report(inner, "MemberUnknown", [member.Name, string.Join(", ", known.Keys)]);
        }

        foreach (var property in known.Values.Where(property => property.IsRequired && !element.TryGetProperty(property.Name, out _)))
            report(path.Length == 0 ? property.Name : $"{path}.{property.Name}", "MemberMissing", [property.Name]);
    }

    private sealed class LocalDateConverter : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.String)
                throw new JsonException();

            var result = LocalDatePattern.Iso.Parse(reader.GetString()!);
            return result.Success ? result.Value : throw new JsonException();
        }

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }
}
