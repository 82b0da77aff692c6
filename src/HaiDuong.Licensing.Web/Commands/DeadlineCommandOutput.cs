using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.Web.Commands;

/// <summary>Writes the answers of the <c>deadline</c> command: JSON for programs, lines for people.</summary>
internal static class DeadlineCommandOutput
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>A line that cannot be answered; with its id where that much can be read.</summary>
    public static string Error(int line, string text, string message) =>
        Write(json =>
        {
            if (DeadlineCommandInput.IdOf(text) is { } id)
            {
                json.WritePropertyName("id");
                id.WriteTo(json);
            }

            json.WriteNumber("line", line);
            json.WriteString("error", message);
        });

    public static string Answer(DeadlineCommandInput input, ClockReading reading, bool withProof = false) =>
        Write(json =>
        {
            if (input.Id is { } id)
            {
                json.WritePropertyName("id");
                id.WriteTo(json);
            }

            ClockReadingJson.Write(json, reading);
            if (withProof)
                ClockReadingJson.WriteProof(json, reading, DeadlineTexts.Official);
        });

    public static string ForPeople(DeadlineCommandInput input, ClockReading reading)
    {
        var text = new StringBuilder();
        var term = input.Term.ToTerm();
        Line("PeopleTerm", $"{term.Value} {DeadlineTexts.Of(term.Unit, DeadlineTexts.Official)}");
        Line("PeopleStatutory", People(reading.StatutoryDue));
        Line("PeoplePromised", People(reading.PromisedDue));
        if (reading.IfRestarted is not null)
            Line("PeopleRestarted", People(reading.IfRestarted));
        if (reading.IfPaused is not null)
            Line("PeoplePaused", People(reading.IfPaused));
        Line("PeopleState", DeadlineTexts.Of(reading.State, DeadlineTexts.Official));
        if (reading.Class is { } kind)
            Line("PeopleClass", DeadlineTexts.Of(kind, DeadlineTexts.Official));
        if (reading.IsProvisional)
            text.AppendLine(DeadlineCommandTexts.Get("PeopleProvisional"));
        text.AppendLine().AppendLine(DeadlineCommandTexts.Get("PeopleProof"));
        foreach (var line in reading.Proof)
            text.AppendLine(People(line));
        return text.ToString();

        void Line(string key, string value) => text.Append(DeadlineCommandTexts.Get(key)).Append(": ").AppendLine(value);
    }

    private static string People(LocalDateTime? at) => at?.ToString("HH:mm 'ngày' dd/MM/uuuu", Vietnamese) ?? DeadlineCommandTexts.Get("PeopleNone");

    private static string People(ProofLine line)
    {
        var when =
            line.IsWholeDays && line.LastDay == line.From.Date ? line.From.ToString("ddd dd/MM/uuuu", Vietnamese)
            : line.From == line.To ? line.From.ToString("dd/MM/uuuu HH:mm", Vietnamese)
            : $"{line.From.ToString("dd/MM/uuuu HH:mm", Vietnamese)} – {line.To.ToString("dd/MM/uuuu HH:mm", Vietnamese)}";
        var amount =
            line.Running is { } running ? $" ({running.ToString(Vietnamese)})"
            : line.Used is { } used ? $" ({Math.Floor(used.TotalHours):0}:{used.Minutes:00})"
            : string.Empty;
        var about = string.Join("; ", new[] { line.Detail, line.Source }.Where(part => !string.IsNullOrEmpty(part)));
        return $"{(line.Counted ? '+' : ' ')} {when}: {DeadlineTexts.Of(line.Reason, DeadlineTexts.Official)}{amount}{(about.Length > 0 ? $" [{about}]" : string.Empty)}";
    }

    private static string Write(Action<Utf8JsonWriter> members)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
