using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.Demo;

/// <summary>One act of a journey: what, by whom, when, and how the dossier stood after it.</summary>
public sealed record JourneyLine(
    DossierAct Act,
    string By,
    StaffRole Role,
    string? Unit,
    LocalDateTime At,
    string? Step,
    DossierStatus Status,
    LocalDateTime? StatutoryDue,
    LocalDateTime? PromisedDue,
    string? Note,
    IReadOnlyList<JourneyWork> Waiting
);

/// <summary>Work that waits after an act.</summary>
public sealed record JourneyWork(string StepId, string Title, StaffRole Role, string Unit, LocalDateTime? DueAt);

/// <summary>A dossier at the end of its journey, with its history loaded.</summary>
public sealed record JourneyResult(JourneyPath Path, Procedure Procedure, Dossier Dossier, IReadOnlyList<JourneyLine> Timeline);

/// <summary>Collects the history of a journey while it is made, each line with the work that then waited.</summary>
internal sealed class JourneyTimeline
{
    private readonly List<JourneyLine> lines = [];

    public IReadOnlyList<JourneyLine> Lines => lines;

    public void Follow(Dossier dossier)
    {
        IReadOnlyList<JourneyWork> waiting = [.. dossier.Work.Select(item => new JourneyWork(item.StepId, item.Title, item.Role, item.Unit, item.DueAt))];
        foreach (var line in dossier.History.Skip(lines.Count))
        {
            lines.Add(
                new JourneyLine(
                    line.Act,
                    line.ActorName,
                    line.ActorRole,
                    line.ActorUnit,
                    OfficeClock.ToLocal(line.At),
                    line.StepTitle,
                    line.To,
                    line.StatutoryDue,
                    dossier.PromisedDue,
                    line.Note,
                    waiting
                )
            );
        }
    }
}
