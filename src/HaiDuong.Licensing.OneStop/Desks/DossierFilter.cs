using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.Domain.Routes;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Desks;

/// <summary>Nhóm hồ sơ: the tabs of the list; a dossier can be in several.</summary>
public enum ListGroup
{
    /// <summary>Đang giải quyết.</summary>
    Open,

    /// <summary>Quá hạn: the dossier itself is late.</summary>
    Overdue,

    /// <summary>Bước quá hạn: the step that it waits for is late.</summary>
    StepLate,

    /// <summary>Sắp đến hạn.</summary>
    Soon,

    /// <summary>Chờ người nộp: its clock stands still.</summary>
    Waiting,

    /// <summary>Chờ trả kết quả.</summary>
    Ready,

    /// <summary>Đã kết thúc: handed over, stopped, or refused at the door.</summary>
    Ended,

    /// <summary>Tất cả.</summary>
    All,

    /// <summary>Trong hạn: neither late nor near its date, and nothing is awaited from the applicant.</summary>
    InTime,
}

/// <summary>Which day of a dossier a period is about.</summary>
public enum ListDay
{
    Submitted,
    Accepted,
    Finished,
}

/// <summary>Dấu hiệu: what a list marks on a dossier.</summary>
public enum ListMark
{
    /// <summary>Mới: its step began today.</summary>
    New,

    /// <summary>Bị trả lại.</summary>
    SentBack,

    /// <summary>Có bổ sung.</summary>
    Supplied,

    /// <summary>Chờ ý kiến.</summary>
    AwaitsOpinion,

    /// <summary>Chưa nhập đủ: taken in quickly.</summary>
    Brief,

    /// <summary>Ghi chú: somebody of the office wrote a note on it.</summary>
    Noted,

    /// <summary>Tin mới: the applicant wrote, and nobody of the office has seen it.</summary>
    Written,
}

/// <summary>What a list is sorted by; each has a column that the database sorts by, and the dossier's id behind it.</summary>
public enum ListOrder
{
    /// <summary>Gấp nhất trước: by the first moment at which the dossier or its step is late.</summary>
    Urgent,

    /// <summary>Mới nộp trước.</summary>
    Newest,

    /// <summary>Cũ nhất trước.</summary>
    Oldest,

    /// <summary>Chờ lâu nhất ở bước hiện tại.</summary>
    LongestAtStep,

    /// <summary>Theo tên người nộp.</summary>
    Applicant,
}

/// <summary>
/// Bộ lọc danh sách hồ sơ: what a list shows and in which order. It is the address of the list, so that it can be linked to, kept and sent; each part is null
/// when it does not matter.
/// </summary>
public sealed record DossierFilter
{
    public const string Address = "/ho-so";

    /// <summary>Held by whoever looks.</summary>
    public const string Mine = "toi";

    /// <summary>Held by nobody yet.</summary>
    public const string Nobody = "chua-giao";

    /// <summary>At no desk, at no step.</summary>
    public const string None = "khong";

    public ListGroup Group { get; init; }

    /// <summary>The division that has it today; with a figure, the division that it is counted to.</summary>
    public string? Unit { get; init; }

    /// <summary>Người giữ: an account, <see cref="Mine"/> or <see cref="Nobody"/>.</summary>
    public string? Holder { get; init; }

    public string? Procedure { get; init; }

    /// <summary>Lĩnh vực.</summary>
    public string? Field { get; init; }

    /// <summary>Nguyên nhân chậm: the code of a dossier that has the same recorded reason, or <see cref="None"/> of those that have none.</summary>
    public string? LateReason { get; init; }

    /// <summary>Nơi giữ: where the step that presses most lies: an account, a role's name where nobody is named, or <see cref="None"/>.</summary>
    public string? AtDesk { get; init; }

    /// <summary>The step that presses most, by its id in the routes, or <see cref="None"/>.</summary>
    public string? AtStep { get; init; }

    /// <summary>A step that was done from <see cref="From"/> to <see cref="To"/>; the period is about nothing else then.</summary>
    public string? DoneStep { get; init; }

    public DossierStatus? Status { get; init; }

    public StepKind? Step { get; init; }

    public SubmissionChannel? Channel { get; init; }

    public ListDay Day { get; init; }

    public LocalDate? From { get; init; }

    public LocalDate? To { get; init; }

    public ListMark? Mark { get; init; }

    /// <summary>What is forecast of it.</summary>
    public Outlook? Outlook { get; init; }

    /// <summary>A number of the statistics, whose dossiers are shown; the period and the unit are those of the statistics then.</summary>
    public DossierFigure? Figure { get; init; }

    public bool InSuccessors { get; init; }

    /// <summary>Null for what the group is mostly looked at by.</summary>
    public ListOrder? Order { get; init; }

    public ListOrder SortedBy => Order ?? Usual;

    /// <summary>False where what has ended is among it: nothing presses there.</summary>
    public bool IsSortedByUrgency => Figure is null && Group is not (ListGroup.Ended or ListGroup.All);

    /// <summary>False when it begins after its end, or a number of the statistics comes without its period.</summary>
    public bool HasPeriod => From is { } from && To is { } to ? from <= to : Figure is null;

    private ListOrder Usual => IsSortedByUrgency ? ListOrder.Urgent : ListOrder.Newest;

    /// <summary>True when anything but the group and the order narrows the list.</summary>
    public bool IsNarrowed => this with { Group = default, Order = null } != new DossierFilter();

    /// <summary>The filter of an address, part by part, without its days: these are typed, and said when they cannot be read.</summary>
    public static DossierFilter Read(Func<string, string?> query) =>
        new()
        {
            Group = Known<ListGroup>(query, "nhom") ?? default,
            Unit = Text(query, "don-vi"),
            Holder = Text(query, "nguoi-giu"),
            Procedure = Text(query, "thu-tuc"),
            Field = Text(query, "linh-vuc"),
            LateReason = Text(query, "nguyen-nhan"),
            AtDesk = Text(query, "noi-giu"),
            AtStep = Text(query, "o-buoc"),
            DoneStep = Text(query, "xong-buoc"),
            Status = Known<DossierStatus>(query, "trang-thai"),
            Step = Known<StepKind>(query, "buoc"),
            Channel = Known<SubmissionChannel>(query, "kenh"),
            Day = Known<ListDay>(query, "ngay") ?? default,
            Mark = Known<ListMark>(query, "dau"),
            Outlook = Known<Outlook>(query, "du-bao"),
            Figure = Known<DossierFigure>(query, "so-lieu"),
            InSuccessors = Text(query, "gop") is "true",
            Order = Known<ListOrder>(query, "xep"),
        };

    /// <summary>The address of the list; further parts (columns, where the next page begins) behind it.</summary>
    public string Href(params (string Name, string? Value)[] further)
    {
        var query = string.Join(
            '&',
            Parts().Concat(further).Where(part => part.Item2 is { Length: > 0 }).Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2!)}")
        );
        return query.Length > 0 ? $"{Address}?{query}" : Address;
    }

    private IEnumerable<(string Name, string? Value)> Parts() =>
        [
            ("nhom", Group == default ? null : Group.ToString()),
            ("don-vi", Unit),
            ("nguoi-giu", Holder),
            ("thu-tuc", Procedure),
            ("linh-vuc", Field),
            ("nguyen-nhan", LateReason),
            ("noi-giu", AtDesk),
            ("o-buoc", AtStep),
            ("xong-buoc", DoneStep),
            ("du-bao", Outlook?.ToString()),
            ("trang-thai", Status?.ToString()),
            ("buoc", Step?.ToString()),
            ("kenh", Channel?.ToString()),
            ("ngay", Day == default ? null : Day.ToString()),
            ("tu", From is { } from ? VietnameseDate.Print(from) : null),
            ("den", To is { } to ? VietnameseDate.Print(to) : null),
            ("dau", Mark?.ToString()),
            ("so-lieu", Figure?.ToString()),
            ("gop", InSuccessors ? "true" : null),
            ("xep", SortedBy == Usual ? null : SortedBy.ToString()),
        ];

    private static string? Text(Func<string, string?> query, string name) => query(name) is { Length: > 0 } text ? text : null;

    private static T? Known<T>(Func<string, string?> query, string name)
        where T : struct, Enum => Enum.TryParse<T>(query(name), out var value) && Enum.IsDefined(value) ? value : null;
}
