using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Imports;
using HaiDuong.Licensing.OneStop.Ui.Layout;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Counter;

/// <summary>Bảng kê bưu gửi of a day: what went out and what came, to be signed with the postman.</summary>
[ForRoles(StaffRole.CounterClerk)]
public sealed class ParcelsModel(ParcelsQuery query, CurrentActor current, OfficeClock clock, PageWords<ParcelsModel> words) : PageModel
{
    public const string Address = "/mot-cua/buu-gui";

    private static readonly string[] Columns = ["Number", "Person", "Contact", "Code", "At", "By"];

    [BindProperty(SupportsGet = true, Name = "ngay")]
    public LocalDate? Wanted { get; set; }

    /// <summary>What came, instead of what went out.</summary>
    [BindProperty(SupportsGet = true, Name = "den")]
    public bool IsIncoming { get; set; }

    public LocalDate Day => Wanted ?? clock.Today;

    public IReadOnlyList<Parcel> Parcels { get; private set; } = [];

    public string ClerkName { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (await OpenAsync(cancel))
            ClerkName = (await current.GetAsync(cancel)).Name;
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel) =>
        await OpenAsync(cancel)
            ? File(
                CsvOutput.Write(
                    Columns.Select(column => words[column]),
                    Parcels.Select(parcel =>
                        new[] { parcel.Number ?? "", parcel.Person, parcel.Contact, parcel.Code, VietnameseDate.Print(parcel.At), parcel.By }
                    )
                ),
                CsvOutput.ContentType,
                $"buu-gui-{Day:yyyyMMdd}.csv"
            )
            : Page();

    /// <summary>The address of the list, of a day and direction.</summary>
    public string Here(bool isIncoming, string? handler = null) =>
        PageAddress.Of(Address, ("ngay", VietnameseDate.Print(Day)), ("den", isIncoming ? "true" : null), ("handler", handler));

    private async Task<bool> OpenAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return false;
        }

        Parcels = IsIncoming ? await query.ReceivedAsync(Day, cancel) : await query.SentAsync(Day, cancel);
        return true;
    }
}
