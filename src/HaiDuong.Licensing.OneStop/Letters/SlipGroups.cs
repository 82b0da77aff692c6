using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Transfers;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Letters;

/// <summary>The groups of a letter that one kind of paper uses.</summary>
internal static class SlipGroups
{
    public static Dictionary<string, object?> Supplement(Dossier dossier, ClockRegime regime)
    {
        var request = dossier.Supplements.Count > 0 ? dossier.Supplements[^1] : null;
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["number"] = request?.Round,
            ["items"] = (request?.Items ?? [])
                .Select(item => new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = item.Label, ["reason"] = item.Reason })
                .ToList(),
            ["reason"] = request?.Reason,
            ["deadline"] = IsoTime.Of(request?.AnswerBy),
            ["newDueRule"] = Words.Get(
                !dossier.IsAccepted ? "NewDue.NotStarted"
                : dossier.Clock == ClockState.Running ? "NewDue.Over"
                : $"NewDue.{regime.SupplementRule}"
            ),
        };
    }

    /// <summary>What came to answer the last request: how, when, which papers, and what was typed.</summary>
    public static Dictionary<string, object?> Supplied(Dossier dossier, Procedure procedure)
    {
        var request = dossier.Supplements.LastOrDefault(request => request.AnsweredAt is not null);
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["number"] = request?.Round,
            ["receivedAt"] = IsoTime.Of(request?.AnsweredAt),
            ["way"] = request?.AnsweredBy is { } way ? new Domain.Refusal($"SuppliedBy.{way}").SentenceIn(DeadlineTexts.Official) : null,
            ["papers"] = procedure
                .Papers.SelectMany(required =>
                    DossierGroups.Brought(required, [.. dossier.Papers.Where(paper => paper.Key == required.Key && paper.Round == request?.Round)])
                )
                .ToList(),
            ["answers"] = request is null ? [] : Answers(request, procedure.Form, dossier.Form),
        };
    }

    /// <summary>Everything that was answered, in the order of the form; of what was left empty only what was asked for itself, and that it is empty.</summary>
    private static List<Dictionary<string, object?>> Answers(SupplementRequest request, Form form, FormData data)
    {
        var visible = FormRules.Visible(form, data);
        var asked = request.Items.Where(item => item.Target == SupplementTarget.Field).Select(item => item.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. form
                .Sections.SelectMany(section => FormDisplay.Answers(section, visible, key => asked.Contains(key) || request.Answered.Contains(key)))
                .Where(answer => answer.Value is not null || asked.Contains(answer.Key))
                .Select(answer => new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["label"] = answer.Label,
                    ["value"] = answer.Value ?? Words.Get("LeftEmpty"),
                }),
        ];
    }

    public static Dictionary<string, object?> Apology(Dossier dossier) =>
        new(StringComparer.Ordinal)
        {
            ["firstDueAt"] = IsoTime.Of(dossier.StatutoryDue),
            ["newDueAt"] = IsoTime.Of(dossier.PromisedDue),
            ["reason"] = dossier.Ledger.LastOrDefault(entry => entry.Kind == ClockEventKind.Apologise)?.Reason,
            ["state"] = string.Join("; ", dossier.Work.Select(item => item.Title)),
        };

    public static Dictionary<string, object?> Stop(Dossier dossier)
    {
        var request = dossier.Supplements.Count > 0 ? dossier.Supplements[^1] : null;
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["reason"] = NoteOf(dossier, DossierAct.Stop),
            ["legalBasis"] = null,
            ["requestedAt"] = IsoTime.Of(request?.AskedAt),
            ["deadline"] = IsoTime.Of(request?.AnswerBy),
            ["feesKept"] = dossier.FeesPaid,
        };
    }

    /// <summary>The reasons of the refusal at the counter, or the grounds of the refusal as a result.</summary>
    public static Dictionary<string, object?> Refusal(Dossier dossier, Procedure procedure)
    {
        var grounds = procedure.RefusalGrounds.Where(ground => dossier.ResultDraft?.Grounds.Contains(ground.Key) == true).Select(ground => Reason(ground.Text));
        var atDoor = NoteOf(dossier, DossierAct.RefuseAtDoor) is { } note ? [Reason(note)] : Enumerable.Empty<Dictionary<string, object?>>();
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["reasons"] = grounds.Concat(atDoor).ToList(),
            ["note"] = dossier.ResultDraft?.Reason,
        };
    }

    /// <summary>What the specialist filled in, shown the Vietnamese way: each field by its key, and those with a value one by one.</summary>
    public static IReadOnlyDictionary<string, object?> Decision(Dossier dossier, Procedure procedure)
    {
        var fields = procedure.Result.Fields;
        var group = FormDisplay.Model(fields, dossier.ResultDraft?.Fields ?? new Dictionary<string, string>(StringComparer.Ordinal));
        return new Dictionary<string, object?>(group, StringComparer.Ordinal)
        {
            ["items"] = fields
                .Where(field => group[field.Key] is not null)
                .Select(field => new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["label"] = field.Label,
                    ["value"] = group[field.Key],
                    ["unit"] = field.Unit,
                })
                .ToList(),
        };
    }

    public static Dictionary<string, object?> Control(Dossier dossier, ActContext act)
    {
        var proof = dossier.IsAccepted ? ProofLine.Together(dossier.ReadClock(act.Rules, act.Local).Proof) : [];
        return new(StringComparer.Ordinal)
        {
            ["dueNote"] = dossier.WhyDateRests(act.Local, DeadlineTexts.Official),
            ["statutoryDueAt"] = IsoTime.Of(dossier.StatutoryDue),
            ["proof"] = proof.Select(ProofRow).ToList(),
            ["sources"] = ProofLine
                .Sources(proof, act.Rules.Calendar, DeadlineTexts.Official)
                .Select(source => new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = source.Name, ["text"] = source.Text })
                .ToList(),
            ["agencies"] = dossier
                .Opinions.Select(opinion => opinion.AgencyKey)
                .Distinct(StringComparer.Ordinal)
                .Select(key => new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = dossier.AgencyNameOf(key, act.Rules.Procedure) ?? key })
                .ToList(),
        };
    }

    /// <summary>The passage from hand to hand: each completed step and whose hands it left and reached, and the paper itself.</summary>
    public static List<Dictionary<string, object?>> History(Dossier dossier, IReadOnlyList<TransferList> handed, Organisation organisation)
    {
        var steps = dossier.History.Where(line => line.StepId is not null).ToList();
        var passages = steps.Select(
            (line, index) =>
                (
                    line.At,
                    Row: new Dictionary<string, object?>(StringComparer.Ordinal)
                    {
                        ["from"] = UnitName(line, organisation),
                        ["fromPerson"] = line.ActorName,
                        ["to"] = index + 1 < steps.Count ? UnitName(steps[index + 1], organisation) : dossier.Applicant.Name,
                        ["toPerson"] = index + 1 < steps.Count ? steps[index + 1].ActorName : dossier.HandOver?.ReceiverName,
                        ["at"] = IsoTime.Of((LocalDateTime?)OfficeClock.ToLocal(line.At)),
                        ["outcome"] = Outcome(line),
                        ["note"] = line.StepTitle,
                    }
                )
        );
        var papers = handed.Select(list =>
            (
                At: list.ReceivedAt!.Value,
                Row: new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["from"] = organisation.NameOf(list.From),
                    ["fromPerson"] = list.MadeByName,
                    ["to"] = organisation.NameOf(list.To),
                    ["toPerson"] = list.ReceivedByName,
                    ["at"] = IsoTime.Of((LocalDateTime?)OfficeClock.ToLocal(list.ReceivedAt!.Value)),
                    ["outcome"] = "",
                    ["note"] = Words.Get("TransferNote", list.Number),
                }
            )
        );
        return [.. passages.Concat(papers).OrderBy(passage => passage.At).Select(passage => passage.Row)];
    }

    /// <summary>A line of the derivation of the due date, days that count alike together.</summary>
    private static Dictionary<string, object?> ProofRow(ProofLine line) =>
        new(StringComparer.Ordinal)
        {
            ["when"] = line.IsWholeDays
                ? line.From.Date == line.LastDay
                    ? VietnameseDate.Print(line.LastDay)
                    : $"{VietnameseDate.Print(line.From.Date)} – {VietnameseDate.Print(line.LastDay)}"
                : line.From == line.To
                    ? VietnameseDate.Print(line.From)
                    : $"{VietnameseDate.Print(line.From)} – {VietnameseDate.Print(line.To)}",
            ["counted"] =
                !line.Counted ? ""
                : line.Running is { } last
                    ? line.FirstRunning == last ? Words.Get("DayOfTerm", last)
                        : Words.Get("DaysOfTerm", line.FirstRunning!, last)
                : line.Used is { } used ? Words.Get("HoursOfTerm", $"{Math.Floor(used.TotalHours):0}:{used.Minutes:00}")
                : "",
            ["why"] = $"{DeadlineTexts.Of(line.Reason, DeadlineTexts.Official)}{(line.Detail is { Length: > 0 } detail ? $": {detail}" : "")}",
            ["source"] = line.Source,
        };

    private static Dictionary<string, object?> Reason(string text) => new(StringComparer.Ordinal) { ["text"] = text, ["legalBasis"] = null };

    private static string? NoteOf(Dossier dossier, DossierAct act) => dossier.History.LastOrDefault(line => line.Act == act)?.Note;

    private static string UnitName(HistoryLine line, Organisation organisation) =>
        organisation.Find(line.ActorUnit ?? "")?.Name ?? Words.Get(line.ActorRole == StaffRole.Applicant ? "ApplicantSide" : "AgencySide");

    private static string Outcome(HistoryLine line) => line.StepClass is { } kind ? DeadlineTexts.Of(kind, DeadlineTexts.Official) : "";
}
