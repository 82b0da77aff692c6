using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Chuyển việc cho đơn vị kế thừa: what is open passes to whoever succeeded the units that have it. Code and due dates stay.</summary>
public sealed partial class Dossier
{
    /// <summary>The department under whose letterhead, symbol and seal the decision was signed; null while nothing is signed.</summary>
    public Office? OfficeOfDecision(Organisation organisation) => Decision is { } signed ? organisation.For(FirstDivision, signed.SignedAt.Date) : null;

    /// <summary>True when an open dossier or a step of it still lies with a unit that has ended.</summary>
    public bool AwaitsSuccession(Organisation organisation, LocalDate day) =>
        !LifeCycle.IsClosed(Status)
        && (organisation.KeyOn(DivisionKey, day) != DivisionKey || _work.Exists(item => organisation.KeyOn(item.Unit, day) != item.Unit));

    /// <summary>
    /// Chuyển đơn vị: the division, the desks of its open work and its specialist become the successors'. What the former office had signed but
    /// not yet numbered and sealed goes back for signature: its book and its seal are closed. Refused: MoveNotRunning, UnitWithoutSuccessor, UnitNotEnded.
    /// </summary>
    public IReadOnlyList<Refusal> MoveToSuccessor(ActContext act)
    {
        if (WhyNot(DossierAct.MoveUnit, act) is { Count: > 0 } refused)
            return refused;
        var (organisation, day) = (act.Rules.Organisation, act.Local.Date);
        if (organisation.Living(DivisionKey, day) is not { } division)
            return [new Refusal(nameof(RefusalCode.UnitWithoutSuccessor), null, organisation.NameOf(DivisionKey))];
        if (!AwaitsSuccession(organisation, day))
            return [new Refusal(nameof(RefusalCode.UnitNotEnded), null, organisation.NameOf(DivisionKey))];
        var note =
            DivisionKey == division.Key ? organisation.NameOf(division.Key) : $"{Placed(DivisionKey, organisation)} → {Placed(division.Key, organisation)}";
        divisionKey = division.Key;
        Specialist = Specialist is { } specialist ? specialist with { Unit = division.Key } : null;
        if (SignedForAnotherOffice(act))
            // Where the route cannot go back to the signature the step stays, and its act says why it cannot be done.
            TakeBackSignature(StepKind.SignResult, act);
        foreach (var item in _work)
            item.MoveTo(
                act.Rules.StepOrNull(item.StepId) is { } step
                    ? OfficeUnits.Of(step, item.Role, DivisionKey, organisation, day)
                    : organisation.KeyOn(item.Unit, day)
            );
        Record(DossierAct.MoveUnit, act, Status, note);
        return [];
    }

    private bool SignedForAnotherOffice(ActContext act) =>
        Decision is { IsIssued: false } && OfficeOfDecision(act.Rules.Organisation) != act.Rules.Organisation.For(DivisionKey, act.Local.Date);

    private static string Placed(string unit, Organisation organisation) => $"{organisation.NameOf(unit)} ({organisation.OfficeWith(unit)?.Name})";
}
