using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Shared;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Features.Proof;

/// <summary>
/// Cách tính thời hạn: the derivation of a dossier's due date for everybody who may see the dossier, today or as it was known on an earlier day, on the page or
/// as JSON.
/// </summary>
[AllowAnonymous]
public sealed class ProofModel(DossierPageServices services, ApplicantDoor door, DossierStore store) : DossierPage(services)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>The day whose knowledge is asked for; null is today's.</summary>
    [BindProperty(SupportsGet = true, Name = "ngay")]
    public LocalDate? Day { get; set; }

    /// <summary>Withdrawn, refused or stopped before acceptance: no term will ever begin. Of an earlier day, when it had ended by then.</summary>
    public bool HasEndedUnaccepted { get; private set; }

    public ClockReading? Clock { get; private set; }

    /// <summary>What every page says of the dossier; of an earlier day, as it was known then.</summary>
    public DueState Due => Day is null ? Dossier.Due : Clock!.Due;

    /// <summary>The dates by the calendar of today, where the head has not decided about a change yet.</summary>
    public ClockReading? Changed { get; private set; }

    /// <summary>The moment that the class is told for: the end of the day asked for, or now.</summary>
    public LocalDateTime Moment => Day?.At(new LocalTime(23, 59)) ?? Act.Local;

    /// <summary>The term as the law puts it; in English its length, as it is promised.</summary>
    public string Term =>
        Procedure.TermFor(Dossier.Channel) is var term && CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en"
            ? $"{term.Promised.Value} {DeadlineTexts.Of(term.Unit)}"
            : term.Text;

    public bool IsStaff => Actor.Roles.Any(held => held.Role != StaffRole.Applicant);

    /// <summary>The page's own address: staff come by the dossier, applicants by its reference, where the visitor's pass is good.</summary>
    public string Here => IsStaff ? StepPaths.Proof(Dossier.Id) : Back + "/thoi-han";

    public string Back => IsStaff ? ListPlace.Keep(StepPaths.Dossier(Dossier.Id), List) : VisitorPass.Folder + (IsWhole ? Dossier.Reference : Dossier.Code);

    /// <summary>False for whoever came by code and number: they are shown no person.</summary>
    public bool IsWhole { get; private set; } = true;

    public async Task<IActionResult> OnGetAsync(Guid? id, string? reference) => await ReadAsync(id, reference) ? Page() : await AskAsync(reference);

    public async Task<IActionResult> OnGetJsonAsync(Guid? id, string? reference)
    {
        if (!await ReadAsync(id, reference))
            return await AskAsync(reference);
        using var content = new MemoryStream();
        await using (var json = new Utf8JsonWriter(content, Readable))
        {
            json.WriteStartObject();
            json.WriteString("code", Dossier.Code ?? Dossier.Reference);
            json.WriteString("regime", Dossier.RegimeName);
            if (Day is { } day)
                json.WriteString("asKnownOn", LocalDatePattern.Iso.Format(day));
            if (Clock is { } clock)
            {
                // What ended without a result is neither early nor late; statistics alone class it.
                ClockReadingJson.Write(json, clock.State is ClockState.Withdrawn or ClockState.Stopped ? clock with { Class = null } : clock);
                ClockReadingJson.WriteProof(json, clock);
            }

            json.WriteEndObject();
        }

        Response.Headers.CacheControl = "private, no-store";
        return File(content.ToArray(), "application/json; charset=utf-8");
    }

    protected override async Task<bool> MayReadAsync(Actor actor, Dossier dossier) =>
        MayOpen(actor, dossier) || await door.LookAsync(dossier.Reference, Cancel) is not null;

    private async Task<IActionResult> AskAsync(string? reference) =>
        reference is null ? NotFound() : Redirect(await door.AskAtAsync(reference, "thoi-han", Cancel));

    private async Task<bool> ReadAsync(Guid? id, string? reference)
    {
        if (reference is not null && await door.LookAsync(reference, Cancel) is { } seen)
            (id, IsWhole) = (seen.Dossier.Id, seen.IsWhole);
        if (id is not { } known || !await OpenAsync(known) || Dossier.Status == DossierStatus.Draft)
            return false;
        if (Day > Act.Local.Date)
        {
            // Nobody knows a day to come: what is known now is shown.
            ModelState.AddModelError("ngay", Word("FutureDay", VietnameseDate.Print(Act.Local.Date)));
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            Day = null;
        }

        HasEndedUnaccepted =
            !Dossier.IsAccepted
            && LifeCycle.IsClosed(Dossier.Status)
            && (Day is null || OfficeClock.ToLocal(await store.LastMoveAsync(Dossier.Id, Cancel)).Date <= Day);
        Clock =
            Day is { } day ? Dossier.ReadClockOn(day, Act.Rules)
            : Dossier.IsAccepted ? Dossier.ReadClock(Act.Rules, Act.Local)
            : null;
        Changed = Day is null ? Dossier.ReadClockWithNewCalendar(Act) : null;
        return true;
    }
}
