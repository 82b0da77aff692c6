using System.Text.Json;
using System.Text.Json.Serialization;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.Web.Commands;

/// <summary>
/// One question of the <c>deadline</c> command, as it stands in JSON. Members it does not know are an error: a misspelt one would change a date unseen.
/// </summary>
internal sealed record DeadlineCommandInput
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        MaxDepth = 8,
    };

    public JsonElement? Id { get; init; }

    public required TermInput Term { get; init; }

    /// <summary>The shorter term that the province has published.</summary>
    public TermInput? Published { get; init; }

    /// <summary>Name of the regime; the one in force at acceptance when left out.</summary>
    public string? Regime { get; init; }

    /// <summary>Name of the calendar file.</summary>
    public string Calendar { get; init; } = "vietnam";

    public string? Unit { get; init; }

    public string? HolidaysKnownOn { get; init; }

    public IReadOnlyList<string>? ExtraHolidays { get; init; }

    /// <summary>The present moment, for the class of an open dossier.</summary>
    public string? Now { get; init; }

    public required IReadOnlyList<EventInput> Events { get; init; }

    /// <exception cref="DeadlineInputException">The text is not a question.</exception>
    public static DeadlineCommandInput Read(string json)
    {
        try
        {
            var input = JsonSerializer.Deserialize<DeadlineCommandInput>(json, Options);
            return input is { Term: not null, Events: not null, Calendar: not null } && input.Events.All(e => e is not null)
                ? input
                : throw new DeadlineInputException("NotAnObject");
        }
        catch (JsonException wrong)
        {
            throw new DeadlineInputException("NotJson", wrong.Message);
        }
    }

    /// <summary>The id of a line that is no question; null when it has none.</summary>
    public static JsonElement? IdOf(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement is { ValueKind: JsonValueKind.Object } line && line.TryGetProperty("id", out var id) ? id.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public IReadOnlyList<ClockEvent> Ledger() => [.. Events.Select(e => e.ToEvent())];

    public LocalDateTime? Present() => Now is null ? null : Values.Moment(Now);

    public LocalDate? KnownOn() => HolidaysKnownOn is null ? null : Values.Date(HolidaysKnownOn);

    public IReadOnlyList<LocalDate> DaysOff() => [.. (ExtraHolidays ?? []).Select(Values.Date).Distinct().Order()];

    /// <summary>A term in JSON.</summary>
    internal sealed record TermInput
    {
        public required int Value { get; init; }

        public required string Unit { get; init; }

        public Term ToTerm() =>
            Value is >= 1 and <= 10_000 ? new Term(Value, Values.OfCode<TermUnit>(Unit)) : throw new DeadlineInputException("TermOutOfRange", Value);
    }

    /// <summary>A ledger event in JSON.</summary>
    internal sealed record EventInput
    {
        public required string At { get; init; }

        public required string Kind { get; init; }

        public string? To { get; init; }

        public int? Days { get; init; }

        public string? Reason { get; init; }

        public string? Ground { get; init; }

        public bool Online { get; init; }

        public bool ApprovedByHead { get; init; }

        public ClockEvent ToEvent() =>
            new(Values.Moment(At), Values.OfCode<ClockEventKind>(Kind))
            {
                To = To is null ? null : Values.Date(To),
                Days = Days is null or (>= 1 and <= 10_000) ? Days : throw new DeadlineInputException("DaysOutOfRange", Days),
                Reason = Reason,
                Ground = Ground is null ? null : Values.OfCode<PauseGround>(Ground),
                Online = Online,
                ApprovedByHead = ApprovedByHead,
            };
    }

    private static class Values
    {
        private static readonly LocalDateTimePattern ToTheSecond = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss;FFFFFFF");

        public static LocalDateTime Moment(string text)
        {
            var parsed = ToTheSecond.Parse(text ?? string.Empty);
            return parsed.Success ? parsed.Value
                : TypedMoment.TryRead(text, out var moment) ? moment
                : throw new DeadlineInputException("NotAMoment", text);
        }

        public static LocalDate Date(string text)
        {
            return TypedDate.TryRead(text, out var date, out _) ? date : throw new DeadlineInputException("NotADate", text);
        }

        public static T OfCode<T>(string code)
            where T : struct, Enum
        {
            foreach (var value in Enum.GetValues<T>())
            {
                if (DeadlineTexts.CodeOf(value) == code)
                    return value;
            }

            throw new DeadlineInputException("NotACode", code, string.Join(", ", Enum.GetValues<T>().Select(DeadlineTexts.CodeOf)));
        }
    }
}

/// <summary>A question that cannot be read; the message is the sentence for people.</summary>
internal sealed class DeadlineInputException : Exception
{
    public DeadlineInputException() { }

    public DeadlineInputException(string message, Exception innerException)
        : base(message, innerException) { }

    public DeadlineInputException(string key)
        : base(DeadlineCommandTexts.Get(key)) { }

    public DeadlineInputException(string key, params object?[] args)
        : base(DeadlineCommandTexts.Get(key, args)) { }
}
