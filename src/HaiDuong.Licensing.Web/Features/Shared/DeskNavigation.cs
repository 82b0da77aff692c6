using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Web.Access;
using HaiDuong.Licensing.Web.Ui.Layout;
using HaiDuong.Licensing.Web.Ui.Words;
using HaiDuong.Licensing.Web.Workflows;
using Microsoft.Extensions.Localization;

namespace HaiDuong.Licensing.Web.Features.Shared;

/// <summary>What the staff layout shows of the person at the desk: who they are and the places their roles lead to.</summary>
public sealed class DeskNavigation(CurrentActor current, ProcedureCatalogue catalogue, IStringLocalizer<DeskLinks> words, IStringLocalizer<UiText> ui)
{
    /// <summary>Every place, and the area whose roles see it; the access table says which roles those are.</summary>
    private static readonly (string Group, string Word, string Href, string Area)[] Places =
    [
        ("Work", "MyWork", "/viec-cua-toi", "/Work"),
        ("Work", "SigningDesk", "/ky", "/Signing"),
        ("Work", "RegistryDesk", "/phat-hanh", "/Registry"),
        ("Work", "LicenceRegister", "/so-giay-phep", "/Licences/Register"),
        ("Work", "NumberBooks", "/so-van-ban", "/Books"),
        ("Work", "OnTime", "/thong-ke/dung-han", "/Statistics"),
        ("Work", "Map", "/ban-do", "/Places/Map"),
        ("Counter", "CounterDesk", "/mot-cua", "/Counter"),
        ("Counter", "TakeIn", "/mot-cua/tiep-nhan", "/Counter"),
        ("Counter", "DueDates", "/doi-han", "/Calendars/DueDates"),
        ("Administration", "Calendar", "/quan-tri/lich", "/Calendars/Calendar"),
        ("Administration", "Structure", "/quan-tri/to-chuc", "/Succession"),
        ("Administration", "Administration", "/quan-tri", "/Administration"),
        ("Administration", "Routes", "/quan-tri/quy-trinh", "/Routes"),
        ("Administration", "PastRecords", "/quan-tri/nhap-du-lieu", "/PastRecords"),
        ("Administration", "FailedNotices", "/quan-tri/thong-bao", "/Administration"),
        ("Administration", "DataChecks", "/quan-tri/kiem-tra-du-lieu", "/DataChecks"),
        ("Administration", "HeldRoutes", "/quan-tri/quy-trinh-dung", "/Administration"),
        ("Administration", "SecurityLog", "/quan-tri/nhat-ky-an-ninh", "/Administration"),
        ("Administration", "BackgroundJobs", "/quan-tri/cong-viec-nen", "/Administration"),
    ];

    public async ValueTask<DeskFrame> FrameAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync(cancel);
        var groups = Places.Where(place => MayEnter(actor, place.Area))
            .GroupBy(place => place.Group)
            .Select(group => new DeskGroup(words[$"Group.{group.Key}"], [.. group.Select(place => new DeskLink(words[place.Word], place.Href))]));
        return new DeskFrame(actor.Name, ui[$"Role.{actor.RoleFor(null)}"], [.. groups])
        {
            OfficeName = actor.Roles.Select(held => catalogue.Organisation.OfficeWith(held.Unit)).FirstOrDefault(office => office is { IsDepartment: true })?.Name,
        };
    }

    private static bool MayEnter(Actor actor, string area) => AccessTable.Areas[area].Any(actor.Is);
}
