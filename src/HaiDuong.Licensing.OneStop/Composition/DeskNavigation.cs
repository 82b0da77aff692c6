using System.Reflection;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Jobs;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.OneStop.Composition;

/// <summary>What the staff layout shows of the person at the desk: who they are and the places their roles lead to.</summary>
public sealed class DeskNavigation(
    CurrentActor current,
    WaitingCountsQuery waiting,
    ProcedureCatalogue catalogue,
    IStringLocalizer<DeskLinks> words,
    IStringLocalizer<UiText> ui
)
{
    /// <summary>The places at which something waits.</summary>
    private static readonly Dictionary<string, WaitingDesk> Desks = new Dictionary<string, WaitingDesk>
    {
        ["MyWork"] = WaitingDesk.MyWork,
        ["SigningDesk"] = WaitingDesk.Signing,
        ["RegistryDesk"] = WaitingDesk.Registry,
        ["CounterDesk"] = WaitingDesk.Counter,
        ["Transfers"] = WaitingDesk.Transfers,
        ["Inbox"] = WaitingDesk.Notices,
    };

    /// <summary>Every place, and who enters it by its own declaration.</summary>
    private static readonly (string Group, string Word, string Href, ForRolesAttribute Door)[] Places =
    [
        ("Work", "MyWork", "/viec-cua-toi", DoorOf<Features.Work.MyWorkModel>()),
        ("Work", "Inbox", Features.Inbox.InboxModel.Address, DoorOf<Features.Inbox.InboxModel>()),
        ("Work", "Dossiers", DossierFilter.Address, DoorOf<Features.Lists.DossierListModel>()),
        ("Work", "Batches", "/hang-loat", DoorOf<Features.Batches.BatchListModel>()),
        ("Work", "SigningDesk", "/ky", DoorOf<Features.Signing.SigningDeskModel>()),
        ("Work", "RegistryDesk", "/phat-hanh", DoorOf<Features.Registry.RegistryDeskModel>()),
        ("Work", "Transfers", StepPaths.Transfers, DoorOf<Features.Transfers.TransfersModel>()),
        ("Work", "LicenceRegister", "/so-giay-phep", DoorOf<Features.Licences.RegisterModel>()),
        ("Work", "DossierBook", Features.Books.DossierBookModel.Address, DoorOf<Features.Books.DossierBookModel>()),
        ("Work", "NumberBooks", "/so-van-ban", DoorOf<Features.Books.NumberBookModel>()),
        ("Work", "Board", Features.Statistics.BoardModel.Address, DoorOf<Features.Statistics.BoardModel>()),
        ("Work", "OnTime", "/thong-ke/dung-han", DoorOf<Features.Statistics.OnTimeModel>()),
        ("Work", "Reports", Features.Reports.ReportModel.Address, DoorOf<Features.Reports.ReportModel>()),
        ("Work", "ActLog", StepPaths.ActLog, DoorOf<Features.ActLog.ActLogModel>()),
        ("Work", "StandIns", Features.Absences.StandInsModel.Address, DoorOf<Features.Absences.StandInsModel>()),
        ("Work", "Accounting", Features.Accounting.DeskModel.Address, DoorOf<Features.Accounting.DeskModel>()),
        ("Work", "ReceiptSeries", Features.Accounting.SeriesModel.Address, DoorOf<Features.Accounting.SeriesModel>()),
        ("Work", "Map", "/ban-do", DoorOf<Features.Places.MapModel>()),
        ("Counter", "CounterDesk", "/mot-cua", DoorOf<Features.Counter.DeskModel>()),
        ("Counter", "TakeIn", "/mot-cua/tiep-nhan", DoorOf<Features.Counter.ChooseProcedureModel>()),
        ("Counter", "Queue", Features.Queue.CallModel.Address, DoorOf<Features.Queue.CallModel>()),
        ("Counter", "Parcels", Features.Counter.ParcelsModel.Address, DoorOf<Features.Counter.ParcelsModel>()),
        ("Counter", "DueDates", "/doi-han", DoorOf<Features.Calendars.DueDatesModel>()),
        ("Administration", "Calendar", "/quan-tri/lich", DoorOf<Features.Calendars.CalendarModel>()),
        ("Administration", "Structure", "/quan-tri/to-chuc", DoorOf<Features.Succession.StructureModel>()),
        ("Administration", "Accounts", "/quan-tri/tai-khoan", DoorOf<Features.Administration.AccountsModel>()),
        ("Administration", "Facts", "/quan-tri", DoorOf<Features.Administration.FactsModel>()),
        ("Administration", "Procedures", Features.ProcedureDrafts.ProcedureListModel.Address, DoorOf<Features.ProcedureDrafts.ProcedureListModel>()),
        ("Administration", "Routes", "/quan-tri/quy-trinh", DoorOf<Features.Routes.RouteListModel>()),
        ("Administration", "ReasonTemplates", Features.Administration.ReasonTemplatesModel.Address, DoorOf<Features.Administration.ReasonTemplatesModel>()),
        ("Administration", "PastRecords", "/quan-tri/nhap-du-lieu", DoorOf<Features.PastRecords.PastRecordsModel>()),
        ("Administration", "Notices", Features.Administration.NoticesModel.Address, DoorOf<Features.Administration.NoticesModel>()),
        ("Administration", "DataChecks", "/quan-tri/kiem-tra-du-lieu", DoorOf<Features.DataChecks.DataCheckModel>()),
        ("Administration", "HeldRoutes", "/quan-tri/quy-trinh-dung", DoorOf<Features.Administration.HeldRoutesModel>()),
        ("Administration", "SecurityLog", "/quan-tri/nhat-ky-an-ninh", DoorOf<Features.Administration.SecurityLogModel>()),
        ("Administration", "SystemState", Features.Administration.SystemStateModel.Address, DoorOf<Features.Administration.SystemStateModel>()),
        ("Administration", "BackgroundJobs", "/quan-tri/cong-viec-nen", JobDashboard.Door),
    ];

    public async ValueTask<DeskFrame> FrameAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync(cancel);
        var places = Places.Where(place => place.Door.Admits(actor)).ToList();
        var counts = await waiting.ReadAsync(actor, [.. places.Where(place => Desks.ContainsKey(place.Word)).Select(place => Desks[place.Word])], cancel);
        int? Waiting(string word) => Desks.TryGetValue(word, out var desk) ? counts.GetValueOrDefault(desk) : null;
        string? WaitingFor(string word) => Desks.TryGetValue(word, out var desk) ? words[$"Waiting.{desk}"].Value : null;
        // Whoever administers and does nothing else begins with that.
        var first = actor.Roles.All(held => held.Role == StaffRole.Administrator) ? "Administration" : null;
        var groups = places
            .GroupBy(place => place.Group)
            .OrderByDescending(group => group.Key == first)
            .Select(group => new DeskGroup(
                words[$"Group.{group.Key}"],
                [.. group.Select(place => new DeskLink(words[place.Word], place.Href, Waiting(place.Word), WaitingFor(place.Word)))]
            ));
        return new DeskFrame(actor.Name, ui[$"Role.{actor.RoleFor(null)}"], [.. groups])
        {
            OfficeName = actor
                .Roles.Select(held => catalogue.Organisation.OfficeWith(held.Unit))
                .FirstOrDefault(office => office is { IsDepartment: true })
                ?.Name,
        };
    }

    private static ForRolesAttribute DoorOf<TPage>() => typeof(TPage).GetCustomAttribute<ForRolesAttribute>()!;
}
