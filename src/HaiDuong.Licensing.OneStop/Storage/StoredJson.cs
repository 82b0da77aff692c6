using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HaiDuong.Licensing.Domain;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Storage;

/// <summary>How values are written into jsonb columns: enums by name, moments in ISO form, Vietnamese letters as they are.</summary>
public static class StoredJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters =
            {
                new JsonStringEnumConverter(),
                new ToldReasonConverter(),
                new PatternConverter<Instant>(InstantPattern.ExtendedIso),
                new PatternConverter<LocalDate>(LocalDatePattern.Iso),
                new PatternConverter<LocalDateTime>(LocalDateTimePattern.ExtendedIso),
                new PatternConverter<LocalTime>(LocalTimePattern.ExtendedIso),
                new PatternConverter<AnnualDate>(AnnualDatePattern.Iso),
            },
        };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options)
        ?? throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"A stored {typeof(T).Name} is null."));

    /// <summary>Reasons that were kept before there was English are one text each.</summary>
    private sealed class ToldReasonConverter : JsonConverter<ToldReason>
    {
        public override ToldReason Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String)
                return new ToldReason(reader.GetString()!);
            var said = JsonSerializer.Deserialize<string[]>(ref reader, options)!;
            return new ToldReason(said[0], said.ElementAtOrDefault(1));
        }

        public override void Write(Utf8JsonWriter writer, ToldReason value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.English is { } english ? [value.Vietnamese, english] : new[] { value.Vietnamese }, options);
    }

    private sealed class PatternConverter<T>(IPattern<T> pattern) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => pattern.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(pattern.Format(value));
    }
}
