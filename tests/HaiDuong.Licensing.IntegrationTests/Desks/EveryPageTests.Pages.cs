using HaiDuong.Licensing.IntegrationTests.Doors;
using HaiDuong.Licensing.IntegrationTests.Support;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>Every page of the program, with who opens it: pages about nothing, and pages of what is brought to a state or made first.</summary>
public sealed partial class EveryPageTests
{
    private const string Visitor = "";
    private const string Hall = "the device in the hall";
    private const string Looker = "whoever has the code alone";

    private static readonly object[][] Desks =
    [
        [Visitor, "/", "/thu-tuc", $"/thu-tuc/{DueOffice.Permit}", "/nop-ho-so", $"/nop-ho-so/{DueOffice.Permit}", $"/nop-ho-so/{DueOffice.Permit}/to-khai"],
        [Visitor, "/tiep-tuc", "/tra-cuu", "/kiem-tra", "/tra-cuu-giay-phep", "/ban-do-cong-khai", "/dang-nhap", "/dang-ky", "/lay-so"],
        [Visitor, $"/man-hinh-goi-so/{Units.Counter}"],
        [Hall, "/lay-so", "/lay-so/1"],
        [DueOffice.Owner, "/ho-so-cua-toi"],
        ["mot-cua", "/mot-cua", "/mot-cua/tiep-nhan", $"/mot-cua/tiep-nhan/{DueOffice.Permit}", "/mot-cua/buu-gui", "/ban-giao", "/so-theo-doi"],
        ["mot-cua", "/mot-cua/goi-so", "/mot-cua/goi-so?quay=3", $"/mot-cua/tiep-nhan/{DueOffice.Permit}?nhanh=true", "/in"],
        ["chuyen-vien", "/viec-cua-toi", "/ho-so", "/tim", "/tim/nhanh?q=khong", "/ban-do", "/ban-do/nhap", "/hang-loat", "/tai-khoan", "/thong-bao"],
        ["truong-phong", "/viec-cua-toi", "/thong-ke", "/thong-ke/thoi-gian", "/thong-ke/du-bao", "/nhat-ky", "/vang-mat", "/bao-cao", "/bao-cao?bieu=chi-so"],
        ["truong-phong", "/vang-mat/ghi"],
        ["trung-tam", "/doi-han", "/viec-cua-toi"],
        ["giam-doc", "/ky", "/thong-ke/dung-han", "/so-giay-phep", "/bao-cao/qua-han"],
        ["van-thu", "/phat-hanh", "/so-van-ban", "/so-van-ban/den"],
        ["ke-toan", "/ke-toan/doi-soat", "/ke-toan/quyen-bien-lai"],
        ["quan-tri", "/quan-tri", "/quan-tri/tinh-trang", "/quan-tri/tai-khoan", "/quan-tri/tai-khoan/moi", "/quan-tri/thong-bao", "/quan-tri/mau-ly-do"],
        ["quan-tri", "/quan-tri/quy-trinh", "/quan-tri/quy-trinh-dung", "/quan-tri/nhap-du-lieu", "/quan-tri/lich", "/quan-tri/nhat-ky-an-ninh"],
        ["quan-tri", "/quan-tri/thu-tuc", $"/quan-tri/thu-tuc/{DueOffice.Permit}", $"/quan-tri/thu-tuc/{DueOffice.Permit}/xem-thu", "/quan-tri/to-chuc"],
        ["quan-tri", "/quan-tri/kiem-tra-du-lieu", "/quan-tri/quy-trinh/standard-licence", "/quan-tri/quy-trinh/standard-licence/sua"],
        ["quan-tri", .. Parts.Select(part => $"/quan-tri/thu-tuc/{DueOffice.Permit}/sua?phan={part}")],
    ];

    /// <summary>What is brought to its state or made first stands in the place of {0}.</summary>
    private static readonly object[][] Things =
    [
        ["submitted", "mot-cua", "/mot-cua/ho-so/{0}", "/ho-so/{0}", "/bo-sung/{0}"],
        ["taken in", "mot-cua", "/mot-cua/bien-nhan/{0}", "/mot-cua/bien-nhan/{0}/in", "/mot-cua/huy-tiep-nhan/{0}", "/dinh-kem/{0}", "/dinh-chinh/{0}"],
        ["taken in", "truong-phong", "/phan-cong/{0}", "/xin-loi/{0}", "/rut-ho-so/{0}"],
        ["taken in quickly", "mot-cua", "/nhap-du/{0}", "/ho-so/{0}"],
        ["given back", "chuyen-vien", "/nhan-viec/{0}", "/ho-so/{0}"],
        ["denunciation", "mot-cua", "/nguoi-bi-to-cao/{0}", "/ho-so/{0}"],
        ["assigned", "chuyen-vien", "/ho-so/{0}", "/tham-dinh/{0}", "/bo-sung/{0}", "/ho-so/{0}/thoi-han", "/tra-viec/{0}"],
        ["asked", "mot-cua", "/mot-cua/bien-nhan/{0}", "/mot-cua/bo-sung/{0}", "/dinh-chinh/{0}", "/rut-ho-so/{0}"],
        ["asked in vain", "chuyen-vien", "/dung-giai-quyet/{0}", "/ho-so/{0}"],
        ["corrected", "mot-cua", "/ho-so/{0}", "/dinh-chinh/{0}"],
        ["agency that is asked", "cong-an", "/y-kien/{0}", "/viec-cua-toi"],
        ["agency that is asked", "chuyen-vien", "/y-kien/{0}"],
        ["agency asked", "chuyen-vien", "/tham-dinh/{0}", "/ho-so/{0}"],
        ["body asked", Visitor, "/lay-y-kien/{0}"],
        ["to inspect", "chuyen-vien-so", "/kiem-tra-thuc-te/{0}", "/ho-so/{0}"],
        ["to verify", "chuyen-vien-khieu-nai", "/buoc/{0}", "/ho-so/{0}"],
        ["fee", "ke-toan-2", "/thu-phi/{0}", "/ho-so/{0}", "/ke-toan"],
        ["paid", "ke-toan-2", "/huy-bien-lai/{0}", "/bien-lai/{0}/0", "/ke-toan/so-thu", "/ke-toan/tong-hop", "/ke-toan/chot-so"],
        ["paid too much", "ke-toan-2", "/hoan-phi/{0}", "/ke-toan"],
        ["paid", "chuyen-vien", "/du-thao/{0}", "/ho-so/{0}"],
        ["drafted", "truong-phong", "/duyet-du-thao/{0}", "/ho-so/{0}"],
        ["to sign", "chuyen-vien", "/ho-so/{0}"],
        ["to sign", "giam-doc", "/ho-so/{0}", "/ky/{0}", "/ky"],
        ["signed", "van-thu", "/phat-hanh/{0}", "/ho-so/{0}"],
        ["issued", "van-thu", "/phat-hanh/{0}/cap-so-khac", "/so-van-ban"],
        ["issued", "mot-cua", "/mot-cua/tra/{0}", "/ho-so/{0}"],
        ["code of a decision", Visitor, "/kiem-tra/{0}"],
        ["licence", "giam-doc", "/so-giay-phep/{0}", "/so-giay-phep"],
        ["unsent", DueOffice.Owner, .. new[] { "to-khai", "giay-to", "xem-lai" }.Select(step => $"/nop-ho-so/{DueOffice.Permit}/{step}/{{0}}")],
        ["seen by its code", Looker, "/theo-doi/{0}/mo", "/theo-doi/{0}", "/theo-doi/{0}/thoi-han"],
        ["batch", "truong-phong", "/hang-loat/{0}"],
        ["batch that ended", "truong-phong", "/hang-loat/{0}", "/hang-loat"],
        ["print", "mot-cua", "/in/{0}"],
        ["hand-over list", "mot-cua", "/ban-giao/{0}", "/ban-giao"],
        ["hand-over list", "truong-phong", "/ban-giao/{0}"],
        ["register of places", "chuyen-vien-so", "/ban-do/nhap/{0}"],
        ["old records", "quan-tri", "/quan-tri/nhap-du-lieu/{0}", "/quan-tri/nhap-du-lieu"],
        ["account", "quan-tri", "/quan-tri/tai-khoan/{0}"],
        ["fact", "quan-tri", "/quan-tri/du-kien?{0}"],
        ["route with faults", "quan-tri", "/quan-tri/quy-trinh/{0}", "/quan-tri/quy-trinh"],
        ["procedure with faults", "quan-tri", "/quan-tri/thu-tuc/{0}/cong-bo", "/quan-tri/thu-tuc/{0}", "/quan-tri/thu-tuc/{0}/sua?phan=papers"],
        ["route in use", "quan-tri", "/quan-tri/quy-trinh/chuyen-phien-ban?quy-trinh={0}"],
    ];

    /// <summary>What shows no page of its own, or is no page of the office's.</summary>
    private static readonly Dictionary<string, string> Unopened = new()
    {
        ["/dev/kit"] = "the components, for whoever builds them",
        ["/d/{code}"] = "leads to the dossier",
        ["/trang-cua-toi"] = "leads to where somebody begins",
        ["/dang-xuat"] = "leads home",
        ["/ngon-ngu"] = "leads home",
        ["/nhap-do/{id:guid?}"] = "leads home",
        ["/kiem-tra/{code}/tep"] = "a file",
        ["/theo-doi/{reference}/tep/{hash}"] = "a file",
    };

    private static readonly string[] Tracked = ["", "/thoi-han", "/thoi-han?ngay=10%2F09%2F2025", "/da-nop", "/bo-sung", "/rut"];

    private static string[] Parts =>
        ["general", "papers", "terms", "fees", "checks", "eligible", "law", "agencies", "result", "licence", "letters", "form", "form.sections[0]"];

    [Test]
    public async Task EveryPage_IsOpenedInBothLanguages_OrSaysWhyNot()
    {
        // What is no page: the editor of routes is Elsa's, the dashboard Hangfire's, and the health of the office is read by programs.
        var pages = (await EveryDoor.OfAsync(host.Services)).Where(door => door.Model is not null).Select(door => "/" + door.Template).ToList();
        var addresses = Desks
            .SelectMany(row => row.Skip(1))
            .Concat(Things.SelectMany(row => row.Skip(2)))
            .Cast<string>()
            .Concat(Tracked.Select(page => "/theo-doi/{0}" + page))
            .Append(NotFound)
            .Append(NoLink);
        var opened = addresses
            .Select(address => address.Split('?')[0].Split('/'))
            .Select(parts => pages.Where(page => Fits(page.Split('/'), parts)).MaxBy(Said)!);

        Assert.That(pages.Except(opened).Except(Unopened.Keys), Is.Empty, "pages that nobody opens in both languages");
        Assert.That(Unopened.Keys.Intersect(opened).Concat(Unopened.Keys.Except(pages)), Is.Empty, "pages that are opened, or gone");
    }

    private static bool Fits(string[] page, string[] address) =>
        page.Length >= address.Length
        && page.Select(
                (part, at) => IsOpen(part) ? at < address.Length || part.EndsWith("?}", StringComparison.Ordinal) : part == address.ElementAtOrDefault(at)
            )
            .All(fits => fits);

    private static int Said(string page) => page.Split('/').Count(part => !IsOpen(part));

    private static bool IsOpen(string part) => part.StartsWith('{');
}
