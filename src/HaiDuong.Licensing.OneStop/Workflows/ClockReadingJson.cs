using System.Globalization;
using System.Text.Json;
using HaiDuong.Licensing.Domain.Deadlines;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>A reading of the clock as JSON, the same from the command line and from a dossier's page. Moments are local time of Asia/Ho_Chi_Minh.</summary>
public static class ClockReadingJson
{
    /// <summary>Writes the members of the answer: both dates, what the other supplement rule would give, state, class and refusals.</summary>
    public static void Write(Utf8JsonWriter json, ClockReading reading)
    {
        Moment(json, "statutoryDue", reading.StatutoryDue, always: true);
        Moment(json, "promisedDue", reading.PromisedDue, always: true);
        Moment(json, "ifRestarted", reading.IfRestarted);
        Moment(json, "ifPaused", reading.IfPaused);
        json.WriteString("state", DeadlineTexts.CodeOf(reading.State));
        if (reading.Class is { } kind)
            json.WriteString("class", DeadlineTexts.CodeOf(kind));
        json.WriteStartArray("refusals");
        foreach (var refusal in reading.Refusals)
            json.WriteStringValue(refusal.Code);
        json.WriteEndArray();
    }

    /// <summary>
    /// Writes the derivation line by line, whether a day in it is not announced yet, and with which knowledge of the calendar it was counted.
    /// </summary>
    public static void WriteProof(Utf8JsonWriter json, ClockReading reading, CultureInfo? language = null)
    {
        json.WriteBoolean("provisional", reading.IsProvisional);
        Moment(json, "calendarKnownAt", reading.KnownAt);
        json.WriteStartArray("proof");
        foreach (var line in reading.Proof)
        {
            json.WriteStartObject();
            Moment(json, "from", line.From);
            Moment(json, "to", line.To);
            json.WriteBoolean("counted", line.Counted);
            json.WriteString("reason", line.Code);
            json.WriteString("text", DeadlineTexts.Of(line.Reason, language));
            if (line.Running is { } running)
                json.WriteNumber("running", running);
            if (line.Used is { } used)
                json.WriteNumber("usedMinutes", (long)used.TotalMinutes);
            if (line.Source is { } source)
                json.WriteString("source", source);
            if (!string.IsNullOrEmpty(line.Detail))
                json.WriteString("detail", line.Detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Moment(Utf8JsonWriter json, string name, LocalDateTime? at, bool always = false)
    {
        if (at is { } moment)
            json.WriteString(
                name,
                moment.ToString(
                    moment.Second == 0 && moment.NanosecondOfSecond == 0 ? "uuuu-MM-dd'T'HH:mm" : "uuuu-MM-dd'T'HH:mm:ss",
                    CultureInfo.InvariantCulture
                )
            );
        else if (always)
            json.WriteNull(name);
    }
}
