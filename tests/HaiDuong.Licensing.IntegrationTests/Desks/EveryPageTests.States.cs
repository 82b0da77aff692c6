using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Routes;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Filing;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>Dossiers brought to each state by their own verbs.</summary>
public sealed partial class EveryPageTests
{
    private static ActContext WithADayOff(ActContext act, LocalDate day) =>
        act with
        {
            Rules = act.Rules with
            {
                Calendar = act.Rules.Calendar.WithEntries([
                    new CalendarEntry(day, CalendarEntryKind.Closure, "Nghỉ bù", act.Local.Date, "1/2025") { KnownAt = act.Local },
                ]),
            },
        };

    private async Task<Guid> ReachAsync(string state)
    {
        if (state == "taken in")
            return await TakenInAsync();
        if (WaitsAt(state) is { } kind)
            return await ToAsync(kind);
        if (state == "paid too much")
        {
            var paid = await ToAsync(StepKind.DraftResult);
            await host.AtDeskAsync(desk =>
                desk.GetRequiredService<OfficeDbContext>().Database.ExecuteSqlAsync($"UPDATE dossiers SET fees = '[]'::jsonb WHERE id = {paid}")
            );
            return paid;
        }

        SupplementItem[] items = [new(SupplementTarget.Field, "summary", host.Procedure(DueOffice.Permit).Form.Find("summary")!.Label, "Chưa rõ")];
        var (id, then) = (state == "submitted" ? await office.SubmittedAsync() : await office.AcceptedAsync(), DeskHost.Morning.PlusHours(1));
        var asked = () =>
            office.DoAsync(
                id,
                then,
                (dossier, by) => dossier.Assign(office.Specialist, null, by("truong-phong")),
                (dossier, by) => dossier.AskSupplement(items, "Chưa rõ", then.Date.PlusDays(21), by("chuyen-vien"))
            );
        switch (state)
        {
            case "assigned":
                await office.DoAsync(id, then, (dossier, by) => dossier.Assign(office.Specialist, null, by("truong-phong")));
                break;
            case "corrected":
                await office.DoAsync(id, then, (dossier, by) =>
                    dossier.Correct(dossier.Applicant with { Phone = "02203859999" }, dossier.Form.With("summary", "Sửa lại"), "Gõ nhầm", null, by("mot-cua"))
                );
                break;
            case "given back":
                await office.DoAsync(
                    id,
                    then,
                    (dossier, by) => dossier.Assign(office.Specialist, null, by("truong-phong")),
                    (dossier, by) => dossier.Release("Nghỉ phép", by("chuyen-vien"))
                );
                break;
            case "agency asked":
                await office.DoAsync(
                    id,
                    then,
                    (dossier, by) => dossier.Assign(office.Specialist, null, by("truong-phong")),
                    (dossier, by) =>
                        dossier.AskOpinion(
                            "police",
                            "Có ý kiến gì không?",
                            then.PlusDays(2),
                            [],
                            new OpinionShown(["manuscript"], ["documentTitle"]),
                            by("chuyen-vien")
                        )
                );
                break;
            case "to sign":
                await office.ToSignAsync(id, then.PlusDays(1));
                break;
            case "asked":
                await asked();
                break;
            case "asked in vain":
            case "stopped":
                await asked();
                await office.DoAsync(id, then.PlusDays(30), (dossier, by) => dossier.ExpireSupplement(by("chuyen-vien") with { Actor = Actor.System }));
                if (state == "stopped")
                    await office.DoAsync(id, then.PlusDays(31), (dossier, by) => dossier.Stop("stop", "Không bổ sung", by("chuyen-vien")));
                break;
            case "supplied":
                await asked();
                await office.DoAsync(id, then.PlusDays(3), (dossier, by) =>
                    dossier.Supply(dossier.Form, by("chuyen-vien") with { Actor = Actor.ApplicantOf(id, "Owner") })
                );
                break;
            case "fee":
                await office.DoAsync(
                    id,
                    then,
                    (dossier, by) => dossier.Assign(office.Specialist, null, by("truong-phong")),
                    (dossier, by) =>
                        dossier.Appraise(
                            "appraise",
                            [.. by("chuyen-vien").Rules.Procedure.Checks.Select(check => new CheckResult(check.Key, true, null))],
                            "Done",
                            null,
                            by("chuyen-vien")
                        )
                );
                break;
            case "issued":
                await office.IssuedAsync(id, then.PlusDays(1));
                break;
            case "withdrawn":
                await office.DoAsync(
                    id,
                    then,
                    (dossier, by) => dossier.AskWithdrawal("Đổi kế hoạch", null, by("mot-cua") with { Actor = Actor.ApplicantOf(id, "Owner") }),
                    (dossier, by) => dossier.ConfirmWithdrawal(by("truong-phong"))
                );
                break;
            case "moved":
                await office.DoAsync(id, then, (dossier, by) =>
                    dossier.Apologise(dossier.PromisedDue!.Value.Date.PlusDays(7), "Cần thêm thời gian", by("truong-phong"))
                );
                break;
            case "counted anew":
                await office.DoAsync(id, then, (dossier, by) => dossier.AdoptCalendar(then, WithADayOff(by("trung-tam"), dossier.PromisedDue!.Value.Date)));
                break;
        }

        return id;
    }

    private static StepKind? WaitsAt(string state) =>
        state switch
        {
            "paid" => StepKind.DraftResult,
            "drafted" => StepKind.ReviewDraft,
            "signed" => StepKind.IssueResult,
            _ => null,
        };
}
