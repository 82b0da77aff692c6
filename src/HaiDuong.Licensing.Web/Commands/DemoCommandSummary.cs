using System.Globalization;
using System.Text;
using HaiDuong.Licensing.Demo;
using NodaTime;

namespace HaiDuong.Licensing.Web.Commands;

/// <summary>A journey as people read it: a line an act, then what was written.</summary>
internal static class DemoCommandSummary
{
    public static string Of(JourneyResult journey, string folder)
    {
        var dossier = journey.Dossier;
        var text = new StringBuilder()
            .AppendLine(journey.Procedure.Name)
            .AppendLine(CommandTexts.Get("Demo.Dossier", dossier.Code ?? dossier.Reference, dossier.Applicant.Name));
        foreach (var line in journey.Timeline)
        {
            var waiting = string.Join(", ", line.Waiting.Select(work => work.Title));
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"  {Say(line.At)}  {(int)line.Status, 2}  {line.Act, -18} {line.By}{(waiting.Length > 0 ? $" → {waiting}" : "")}"
            );
        }

        if (dossier.StatutoryDue is not null)
            text.AppendLine(CommandTexts.Get("Demo.Due", Say(dossier.StatutoryDue), Say(dossier.PromisedDue), Say(dossier.FinishedAt)));
        if (dossier.Decision?.Number is { } number)
            text.AppendLine(CommandTexts.Get("Demo.Number", number));
        return text.Append(CommandTexts.Get("Demo.Written", folder)).ToString();
    }

    private static string Say(LocalDateTime? moment) => moment?.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture) ?? "-";
}
