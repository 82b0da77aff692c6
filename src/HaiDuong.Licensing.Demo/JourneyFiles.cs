using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HaiDuong.Licensing.Documents.Signing;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Storage;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.Demo;

/// <summary>Writes what a journey left behind into a folder: every slip, the decision and <c>timeline.json</c>.</summary>
public static class JourneyFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new MomentConverter() },
    };

    /// <summary>The text of <c>timeline.json</c>.</summary>
    public static async Task<string> WriteAsync(JourneyResult journey, IServiceProvider services, string folder, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var files = services.GetRequiredService<KeptFiles>();
        var written = new List<string>();
        async Task<byte[]> CopyAsync(string name, string hash)
        {
            var bytes = await files.ReadAsync(hash, cancel);
            await File.WriteAllBytesAsync(Path.Combine(folder, name), bytes, cancel);
            written.Add(name);
            return bytes;
        }

        foreach (var (slip, name) in Named(journey.Dossier.Slips))
            await CopyAsync(name, slip.FileHash);
        IReadOnlyList<SignatureReport> signatures = journey.Dossier.Decision?.IssuedFile is { } issued
            ? PdfSignatures.Verify(await CopyAsync("decision.pdf", issued), services.GetRequiredService<SigningKeys>().TrustedRoots, cancel)
            : [];
        var text = JsonSerializer.Serialize(Summary(journey, written, signatures), Json);
        await File.WriteAllTextAsync(Path.Combine(folder, "timeline.json"), text, cancel);
        return text;
    }

    private static object Summary(JourneyResult journey, List<string> written, IReadOnlyList<SignatureReport> signatures)
    {
        var dossier = journey.Dossier;
        return new
        {
            Procedure = dossier.ProcedureSlug,
            ProcedureVersion = LocalDatePattern.Iso.Format(dossier.ProcedureVersion),
            Regime = dossier.RegimeName,
            journey.Path,
            dossier.Code,
            dossier.Reference,
            Status = (int)dossier.Status,
            Applicant = dossier.Applicant.Name,
            dossier.SubmittedAt,
            dossier.AcceptedAt,
            dossier.StatutoryDue,
            dossier.PromisedDue,
            dossier.FinishedAt,
            dossier.Decision?.Number,
            Signatures = signatures.Select(report => new
            {
                report.Place,
                report.Signer,
                report.IsValid,
            }),
            Files = written,
            Acts = journey.Timeline.Select(line => new
            {
                line.Act,
                line.By,
                line.Role,
                line.Unit,
                line.At,
                line.Step,
                Status = (int)line.Status,
                line.StatutoryDue,
                line.PromisedDue,
                line.Note,
                line.Waiting,
            }),
        };
    }

    /// <summary>A second slip of a kind gets a number: supplement.pdf, supplement-2.pdf.</summary>
    private static IEnumerable<(Slip Slip, string Name)> Named(IReadOnlyList<Slip> slips) =>
        slips
            .GroupBy(slip => slip.Kind)
            .SelectMany(kind =>
                kind.Select(
                    (slip, index) =>
                        (slip, $"{kind.Key.ToString().ToLowerInvariant()}{(index == 0 ? "" : $"-{(index + 1).ToString(CultureInfo.InvariantCulture)}")}.pdf")
                )
            );

    /// <summary>Moments as ISO text on the office's wall clock.</summary>
    private sealed class MomentConverter : JsonConverter<LocalDateTime>
    {
        private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss'+07:00'");

        public override LocalDateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Pattern.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, LocalDateTime value, JsonSerializerOptions options) => writer.WriteStringValue(Pattern.Format(value));
    }
}
